import { shortlist } from '#domain/service/grams.ts';
import type { SearchIndex } from '#domain/service/search-index.ts';
import { lettersApart, sound, stem } from '#domain/service/words.ts';

/** A word of the question, and the words of the directory that it may mean, with how sure (0 to 1). */
export interface Reading {
  readonly typed: string;
  readonly means: readonly { readonly word: string; readonly sure: number }[];
  /** Words that begin with it, while a person is still typing. */
  readonly begins?: readonly string[];
  /** Set when nothing in the directory is written like it: the word it was read as. */
  readonly readAs?: string;
}

/** Shorter words change meaning with one letter («lima», «ilo»); Fuse is not asked about them. */
const SHORTEST_FUZZY = 4;
const SHORTLIST = 12;
const SHORTEST_START = 3;
const MOST_STARTS = 24;

/** Words of the directory that begin with what is typed so far, found by halving. */
function startingWith(start: string, sorted: readonly string[]): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < sorted.length && found.length < MOST_STARTS; at += 1) {
    const word = sorted[at] as string;
    if (!word.startsWith(start)) break;
    found.push(word);
  }
  return found;
}

/** Whether the directory has this word, as written or as it sounds. */
export function isKnown(word: string, index: SearchIndex): boolean {
  return index.vocabulary.has(word) || index.postings.has(stem(word)) || index.bySound.has(sound(word));
}

/**
 * What a typed word may mean, best way first: as written (plural or singular), by its sound, as the start
 * of a longer word (a person is still typing), and only then by what Fuse finds alike among the words that
 * share its letters, as long as it is at most two letters away.
 *
 * @param typing it is the last word, perhaps unfinished. @param guess whether a misspelling may be guessed at all.
 */
export function readWord(typed: string, index: SearchIndex, { typing = true, guess = true }: { readonly typing?: boolean; readonly guess?: boolean } = {}): Reading {
  if (index.vocabulary.has(typed) || index.postings.has(stem(typed))) return { typed, means: [{ word: typed, sure: 1 }] };
  const alike = index.bySound.get(sound(typed)) ?? [];
  if (alike[0] !== undefined && typed.length > 2) return { typed, means: alike.map((word) => ({ word, sure: 0.95 })), readAs: alike[0] };
  const longer = typing && typed.length >= SHORTEST_START ? startingWith(typed, index.byStart) : [];
  if (longer.length > 0) return { typed, means: longer.map((word) => ({ word, sure: 0.8 })), begins: longer };
  if (!guess || typed.length < SHORTEST_FUZZY || /\d/.test(typed)) return { typed, means: [] };
  const most = typed.length > 6 ? 2 : 1;
  const near = shortlist(index.grams, typed, most, SHORTLIST);
  if (near.length === 0) return { typed, means: [] };
  const close = index
    .fuse(near)
    .search(typed, { limit: 6 })
    .map(({ item }) => ({ word: item, apart: lettersApart(typed, item, most) }))
    .filter(({ apart }) => apart <= most)
    .map(({ word, apart }) => ({ word, sure: 0.75 - 0.15 * apart - (word[0] === typed[0] ? 0 : 0.1) }))
    .sort((x, y) => y.sure - x.sure || x.word.localeCompare(y.word));
  const best = close[0];
  if (best === undefined) return { typed, means: [] };
  return { typed, means: close.filter(({ sure }) => sure > best.sure - 0.12), readAs: best.word };
}
