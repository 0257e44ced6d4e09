import { lettersApart } from '#domain/service/words.ts';

/** Texts found by the pairs of letters they share: a shortlist in a fraction of a millisecond, whatever the size. */
export interface Grams {
  readonly texts: readonly string[];
  /** Where texts of one length hold one pair: see `slot`. */
  readonly at: readonly (readonly number[] | undefined)[];
  /** What was already looked for: while a person types, all words but the last come again at every key. */
  readonly found: Map<string, Closest>;
}

export interface Closest {
  readonly texts: readonly string[];
  readonly apart: number;
}

const LONGEST = 40;
const FRAME = 0;
const SIGNS = 38;
const REMEMBERED = 2000;

/** Small letters are 1 to 26, digits 27 to 36, anything else 37; the frame around a text is 0. */
function sign(text: string, at: number): number {
  if (at < 0 || at >= text.length) return FRAME;
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 96;
  return code >= 48 && code <= 57 ? code - 21 : SIGNS - 1;
}

const slot = (pair: number, length: number) => pair * (LONGEST + 1) + Math.min(length, LONGEST);

/** The pairs of letters of a text with its frame, in order; one may come twice. */
function pairs(text: string): number[] {
  const own: number[] = [];
  for (let at = 0; at <= text.length; at += 1) own.push(sign(text, at - 1) * SIGNS + sign(text, at));
  return own;
}

export function buildGrams(texts: readonly string[]): Grams {
  const at: (number[] | undefined)[] = new Array<number[] | undefined>(SIGNS * SIGNS * (LONGEST + 1)).fill(undefined);
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] as string;
    for (const pair of pairs(text)) {
      const where = slot(pair, text.length);
      const known = at[where];
      if (known === undefined) at[where] = [index];
      else if (known[known.length - 1] !== index) known.push(index);
    }
  }
  return { texts, at, found: new Map() };
}

/**
 * The texts most like this one: those that share the most pairs of letters, best first, at most `most`.
 * An edit breaks at most two pairs, so a text `edits` away shares all but `2·edits` of them (3 for a swap).
 */
export function shortlist(grams: Grams, text: string, edits: number, most: number): string[] {
  const own = new Set(pairs(text));
  const needed = Math.max(1, own.size - 3 * edits);
  const shared = new Map<number, number>();
  // Only texts about as long as this one can be that near.
  for (let length = Math.max(1, text.length - edits); length <= Math.min(LONGEST, text.length + edits); length += 1)
    for (const pair of own) for (const index of grams.at[slot(pair, length)] ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  const found: [number, number][] = [];
  for (const [index, count] of shared) if (count >= needed && Math.abs((grams.texts[index] as string).length - text.length) <= edits) found.push([index, count]);
  return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([index]) => grams.texts[index] as string);
}

/** How many wrong letters a word of this length may have and still be read: none below four, one below eight. */
export function editsFor(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** The closest texts within the letters allowed, all equally close; empty when there is none. */
export function closest(grams: Grams, text: string, edits: number): Closest {
  const asked = `${edits}${text}`;
  const known = grams.found.get(asked);
  if (known !== undefined) return known;
  let apart = edits + 1;
  let texts: string[] = [];
  for (const candidate of shortlist(grams, text, edits, 24)) {
    const distance = lettersApart(text, candidate, edits);
    if (distance < apart) [apart, texts] = [distance, [candidate]];
    else if (distance === apart && distance <= edits) texts.push(candidate);
  }
  if (grams.found.size >= REMEMBERED) grams.found.clear();
  grams.found.set(asked, { texts, apart });
  return { texts, apart };
}
