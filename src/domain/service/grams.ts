import { lettersApart } from '#domain/service/words.ts';

/** Texts found by the pairs of letters they share: a shortlist in a fraction of a millisecond, whatever the size. */
export interface Grams {
  readonly texts: readonly string[];
  readonly at: ReadonlyMap<string, readonly number[]>;
}

const pairs = (text: string): string[] => {
  const framed = `^${text}$`;
  return [...new Set(Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2)))];
};

export function buildGrams(texts: readonly string[]): Grams {
  const at = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) for (const pair of pairs(text)) {
    const known = at.get(pair);
    if (known === undefined) at.set(pair, [index]);
    else known.push(index);
  }
  return { texts, at };
}

/**
 * The texts most like this one: those that share the most pairs of letters, best first, at most `most`.
 * An edit breaks at most two pairs, so a text `edits` away shares all but `2·edits` of them (3 for a swap).
 */
export function shortlist(grams: Grams, text: string, edits: number, most: number): string[] {
  const own = pairs(text);
  const needed = Math.max(1, own.length - 3 * edits);
  const shared = new Map<number, number>();
  for (const pair of own) for (const index of grams.at.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
  const found: [number, number][] = [];
  for (const [index, count] of shared) if (count >= needed && Math.abs((grams.texts[index] as string).length - text.length) <= edits) found.push([index, count]);
  return found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most).map(([index]) => grams.texts[index] as string);
}

/** How many wrong letters a word of this length may have and still be read: none below four, one below eight. */
export function editsFor(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** The closest texts within the letters allowed, all equally close; empty when there is none. */
export function closest(grams: Grams, text: string, edits: number): { readonly texts: readonly string[]; readonly apart: number } {
  let apart = edits + 1;
  let texts: string[] = [];
  for (const candidate of shortlist(grams, text, edits, 24)) {
    const distance = lettersApart(text, candidate, edits);
    if (distance < apart) [apart, texts] = [distance, [candidate]];
    else if (distance === apart && distance <= edits) texts.push(candidate);
  }
  return { texts, apart };
}
