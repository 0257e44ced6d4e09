import Fuse from 'fuse.js/min-basic';
import { buildGrams, type Grams } from '#domain/service/grams.ts';
import type { Audience, Help, Kind } from '#domain/service/kinds.ts';
import { buildNeeds, type NeedIndex, type NeedsData } from '#domain/service/needs.ts';
import { buildPlaces, type PlaceIndex, type PlacesData } from '#domain/service/place-index.ts';
import { sound, stem, tellsNothing, wordsOf } from '#domain/service/words.ts';

/** What the search knows of a service: no address, no source, nothing that a list does not print. */
export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** The kind's label and what it does, as one text to search in. */
  readonly does: string;
  readonly help: readonly Help[];
  readonly who: readonly Audience[];
  /** Ids of the regions it serves; empty for the whole country; a country's code abroad. */
  readonly regions: readonly string[];
  /** Its own place, from small to large: town, district, province. Empty when it has none. */
  readonly places: readonly string[];
  /** Where its town lies, in degrees; never the service's own place, and nothing at all for a shelter. */
  readonly at?: readonly [lat: number, lng: number];
  /** A source says that it costs nothing. */
  readonly free?: boolean;
  /** A source says that it attends people without papers. */
  readonly withoutPapers?: boolean;
  /** Languages beside Spanish that a source names. */
  readonly languages?: readonly string[];
  /** Its oldest source is over a year old: below the others in a list. */
  readonly old?: boolean;
}

interface Posting {
  readonly record: number;
  readonly weight: number;
}

export interface SearchIndex {
  readonly records: readonly SearchRecord[];
  readonly byId: ReadonlyMap<string, number>;
  /** Folded word (stemmed) → where it stands, with the weight of its field. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
  readonly places: PlaceIndex;
  readonly needs: NeedIndex;
  readonly vocabulary: ReadonlySet<string>;
  readonly byStart: readonly string[];
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly grams: Grams;
  /** How the words of each record's name sound, without the plural, in the order of `records`. */
  readonly names: readonly (readonly string[])[];
  /** How many services each region has: of two places of one name people mean the larger. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly fuse: (words: readonly string[]) => Fuse<string>;
}

const FIELD = { place: 2, name: 3, does: 1 } as const;
const nowhere: PlacesData = { regions: [], provinces: [], towns: [], countries: [] };
const nothing: NeedsData = { groups: {}, common: '', needs: [] };

/**
 * Builds the index on the phone, once, from the data files. Fuse is given words, not records, and only the
 * shortlist that shares letters with what was typed: over records it takes seconds a keystroke on a cheap
 * phone, over a few words a fraction of a millisecond (research: educators-directory-offline.md 2.3).
 */
export function buildIndex(records: readonly SearchRecord[], places: PlacesData = nowhere, needs: NeedsData = nothing): SearchIndex {
  const postings = new Map<string, Map<number, number>>();
  const vocabulary = new Set<string>();
  const addWords = (text: string, record: number, weight: number) => {
    for (const word of wordsOf(text)) {
      if (tellsNothing(word)) continue;
      vocabulary.add(word);
      const key = stem(word);
      let at = postings.get(key);
      if (at === undefined) postings.set(key, (at = new Map()));
      if ((at.get(record) ?? 0) < weight) at.set(record, weight);
    }
  };
  for (const [at, { name, does, places: own }] of records.entries()) {
    addWords(name, at, FIELD.name);
    for (const place of own) addWords(place, at, FIELD.place);
    addWords(does, at, FIELD.does);
  }
  const sorted = [...vocabulary].sort();
  const bySound = new Map<string, string[]>();
  for (const word of sorted) {
    const heard = sound(word);
    const known = bySound.get(heard);
    if (known === undefined) bySound.set(heard, [word]);
    else known.push(word);
  }
  const sizes = new Map<string, number>();
  for (const { regions } of records) for (const id of regions) sizes.set(id, (sizes.get(id) ?? 0) + 1);
  return {
    records,
    names: records.map(({ name }) => wordsOf(name).map((word) => sound(stem(word)))),
    sizes,
    byId: new Map(records.map(({ id }, at) => [id, at])),
    places: buildPlaces(places),
    needs: buildNeeds(needs),
    vocabulary,
    byStart: sorted,
    bySound,
    postings: new Map([...postings].map(([word, at]) => [word, [...at].map(([record, weight]) => ({ record, weight }))])),
    grams: buildGrams(sorted.filter((word) => word.length > 3 && !/\d/.test(word))),
    fuse: (words) => new Fuse(words, { threshold: 0.4, ignoreLocation: true, includeScore: true, isCaseSensitive: true, ignoreFieldNorm: true }),
  };
}
