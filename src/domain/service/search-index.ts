import Fuse from 'fuse.js';
import type { Audience, Help } from '#domain/service/service.ts';
import { sound, stem, tellsNothing, wordsOf } from '#domain/service/words.ts';

/** What the search knows of a service: no address, no source, nothing that a list does not print. */
export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  /** The kind's label and what it does, as one text to search in. */
  readonly does: string;
  readonly help: readonly Help[];
  readonly who: readonly Audience[];
  /** Ids of the regions it serves; empty for the whole country; a country's code abroad. */
  readonly regions: readonly string[];
  /** Its own place, from small to large: town, district, province. Empty when it has none. */
  readonly places: readonly string[];
}

/** A place that people name: a region with its other names. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Everyday words for a need («no me pagan») and the kinds of help that answer it. */
export interface Need {
  readonly says: readonly string[];
  readonly help: readonly Help[];
}

interface Posting {
  readonly record: number;
  readonly weight: number;
}

export interface SearchIndex {
  readonly records: readonly SearchRecord[];
  /** Folded word (stemmed) → where it stands, with the weight of its field. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  /** Folded names of places → the regions they mean and the records that stand exactly there. */
  readonly places: ReadonlyMap<string, { readonly regions: ReadonlySet<string>; readonly records: ReadonlySet<number> }>;
  readonly needs: readonly { readonly words: readonly string[]; readonly help: readonly Help[] }[];
  readonly vocabulary: ReadonlySet<string>;
  readonly byStart: readonly string[];
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly fuse: Fuse<string>;
}

const FIELD = { place: 3, name: 3, does: 1 } as const;

/**
 * Builds the index on the phone, once, from the data file. Fuse is given the words, not the records:
 * over records it takes seconds a keystroke on a cheap phone, over the vocabulary a few milliseconds
 * (research: educators-directory-offline.md 2.3).
 */
export function buildIndex(records: readonly SearchRecord[], regions: readonly NamedPlace[], needs: readonly Need[] = []): SearchIndex {
  const postings = new Map<string, Map<number, number>>();
  const places = new Map<string, { regions: Set<string>; records: Set<number> }>();
  const vocabulary = new Set<string>();

  const addWord = (word: string, record: number, weight: number) => {
    vocabulary.add(word);
    const key = stem(word);
    const at = postings.get(key) ?? new Map<number, number>();
    at.set(record, Math.max(at.get(record) ?? 0, weight));
    postings.set(key, at);
  };
  const addPlace = (name: string, regionIds: readonly string[], record?: number) => {
    const words = wordsOf(name);
    for (const word of words) if (!tellsNothing(word)) vocabulary.add(word);
    const key = words.join(' ');
    if (key === '') return;
    const place = places.get(key) ?? { regions: new Set<string>(), records: new Set<number>() };
    for (const id of regionIds) place.regions.add(id);
    if (record !== undefined) place.records.add(record);
    places.set(key, place);
  };

  for (const { id, name, aliases } of regions) for (const each of [name, ...aliases]) addPlace(each, [id]);
  // «Ucayali» is a region and also a province of Loreto: the region's name keeps to the region.
  const regionOf = new Map(regions.map(({ id, name }) => [wordsOf(name).join(' '), id]));
  for (const [at, record] of records.entries()) {
    for (const word of wordsOf(record.name)) if (!tellsNothing(word)) addWord(word, at, FIELD.name);
    for (const word of wordsOf(record.does)) if (!tellsNothing(word)) addWord(word, at, FIELD.does);
    for (const place of record.places) {
      const named = regionOf.get(wordsOf(place).join(' '));
      if (named === undefined || record.regions.includes(named)) addPlace(place, record.regions.length === 1 ? record.regions : [], at);
      for (const word of wordsOf(place)) if (!tellsNothing(word)) addWord(word, at, FIELD.place);
    }
  }
  const needWords = needs.flatMap(({ says, help }) => says.map((each) => ({ words: wordsOf(each), help })));
  for (const { words } of needWords) for (const word of words) if (word.length > 3) vocabulary.add(word);

  const sorted = [...vocabulary].sort();
  const bySound = new Map<string, string[]>();
  for (const word of sorted) bySound.set(sound(word), [...(bySound.get(sound(word)) ?? []), word]);
  return {
    records,
    places,
    vocabulary,
    byStart: sorted,
    bySound,
    needs: needWords.sort((a, b) => b.words.length - a.words.length),
    postings: new Map([...postings].map(([word, at]) => [word, [...at].map(([record, weight]) => ({ record, weight }))])),
    fuse: new Fuse(sorted.filter((word) => word.length > 3 && !/\d/.test(word)), { threshold: 0.34, ignoreLocation: true, includeScore: true, isCaseSensitive: true, ignoreFieldNorm: true }),
  };
}
