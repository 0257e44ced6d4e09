import type { Day } from '#domain/service/source-date.ts';

/** Kept pages and what they need, as they lie on a phone. */
export interface Bundle {
  /** The day the pages were built for: how old their numbers are. */
  readonly day: Day;
  /** Address → text. Scripts and pictures come before the pages that ask for them. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The line of JSON that a bundle begins with as it travels; then come the pieces, one after another. What pages say
 * alike (styles, header, foot) is one piece: else the styles of a library would travel once an article.
 */
export interface BundleHead {
  readonly day: Day;
  /** The length of each piece, as JavaScript counts text. */
  readonly pieces: readonly number[];
  /** Each file's address, and the pieces it is made of. */
  readonly made: readonly (readonly [path: string, of: readonly number[]])[];
}

/** Reads a bundle back. Throws when it is none. */
export function parseBundle(text: string): Bundle {
  const end = text.indexOf('\n');
  const { day, pieces, made } = JSON.parse(text.slice(0, end)) as BundleHead;
  let at = end + 1;
  const texts = pieces.map((length) => text.slice(at, (at += length)));
  return { day, files: Object.fromEntries(made.map(([path, of]) => [path, of.map((piece) => texts[piece]).join('')])) };
}
