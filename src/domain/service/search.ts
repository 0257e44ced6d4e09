import { readWord, type Reading } from '#domain/service/correct.ts';
import type { SearchIndex, SearchRecord } from '#domain/service/search-index.ts';
import type { Audience, Help } from '#domain/service/service.ts';
import { stem, tellsNothing, wordsOf } from '#domain/service/words.ts';

export interface Filters {
  /** A region's id, or a country's code. What serves all of Peru stays in, below. */
  readonly region?: string;
  readonly help?: Help;
  readonly who?: Audience;
}

export interface Found {
  readonly hits: readonly { readonly record: SearchRecord; readonly score: number }[];
  /** Words that were read as another one, to say so. */
  readonly corrected: readonly { readonly typed: string; readonly readAs: string }[];
  /** Ids of the regions that the question names. */
  readonly regions: readonly string[];
}

/** A question is cut here: nobody writes more, and a pasted book stays quick. */
const LONGEST_QUESTION = 200;
const MOST_WORDS = 12;
const LONGEST_PLACE = 5;

/**
 * Finds services for a question in everyday words. Order: how many of its words and needs a service meets,
 * then how near its place is to the one named (its own town, its region, the whole country), then how telling
 * the words are (idf × weight of the field × how sure the reading). National lines are shown above every
 * result list by the page; they are not repeated here unless the question meets them.
 */
export function search(index: SearchIndex, question: string, filters: Filters = {}): Found {
  const readings = wordsOf(question.slice(0, LONGEST_QUESTION))
    .slice(0, MOST_WORDS)
    .map((word): Reading => (tellsNothing(word) ? { typed: word, means: [] } : readWord(word, index)));
  const words = readings.map(({ typed, readAs }) => readAs ?? typed);
  const { place, rest } = findPlace(index, words, readings.at(-1)?.begins ?? []);
  const { help, used } = findNeeds(index, words);
  const asked = readings.filter(({ typed, means }, at) => rest.has(at) && !tellsNothing(typed) && (!used.has(at) || means.some(({ word }) => index.postings.has(stem(word)))));
  const found = {
    corrected: [...new Map(readings.flatMap(({ typed, readAs }) => (readAs === undefined ? [] : [[typed, readAs] as const])))].map(([typed, readAs]) => ({ typed, readAs })),
    regions: [...(place?.regions ?? [])],
  };
  const needed = asked.length > 0 || help.size > 0;
  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (!needed && place === undefined && !filtered) return { hits: [], ...found };

  const met = meetings(index, asked, help);
  const hits = index.records
    .map((record, at) => ({ record, at, ...(met.get(at) ?? { count: 0, weight: 0 }), near: nearness(record, at, place, filters.region) }))
    .filter(({ record, count, near }) => {
      if (!passes(record, filters)) return false;
      if (near === 0) return place === undefined && filters.region === undefined && count > 0;
      if (near === 1 && place !== undefined) return count > 0;
      return count > 0 || !needed || place !== undefined;
    })
    .sort((a, b) => b.count - a.count || b.near - a.near || mainly(b.record, filters) - mainly(a.record, filters) || b.weight - a.weight || a.at - b.at)
    .map(({ record, count, near, weight }) => ({ record, score: count * 100 + near * 10 + weight }));
  return { hits, ...found };
}

function passes(record: SearchRecord, { help, who }: Filters): boolean {
  return (help === undefined || record.help.includes(help)) && (who === undefined || record.who.includes(who) || record.who.includes('anyone'));
}

/** 1 when the help asked for is what the service is there for, and not one of several things. */
function mainly(record: SearchRecord, { help }: Filters): number {
  return help !== undefined && record.help[0] === help ? 1 : 0;
}

/** How many of the question's words and needs each record meets, and how telling they are. */
function meetings(index: SearchIndex, asked: readonly Reading[], help: ReadonlySet<Help>): Map<number, { count: number; weight: number }> {
  const met = new Map<number, { count: number; weight: number }>();
  const meet = (record: number, weight: number) => {
    const so = met.get(record) ?? { count: 0, weight: 0 };
    met.set(record, { count: so.count + 1, weight: so.weight + weight });
  };
  for (const reading of asked) for (const [record, weight] of weigh(index, reading)) meet(record, weight);
  if (help.size > 0)
    for (const [at, record] of index.records.entries()) {
      const [first, ...more] = record.help;
      if (first !== undefined && help.has(first)) meet(at, 4);
      else if (more.some((each) => help.has(each))) meet(at, 2);
    }
  return met;
}

const positions = (words: readonly string[]) => words.map((_, at) => at);

type Place = { readonly regions: ReadonlySet<string>; readonly records: ReadonlySet<number> };

/**
 * 3: stands in the named place. 2: serves its region, or the whole country when no place is named.
 * 1: serves the whole country, below a named place; elsewhere in Peru when none is named. 0: another region, or abroad.
 */
function nearness(record: SearchRecord, at: number, place: Place | undefined, region: string | undefined): number {
  if (region !== undefined && record.regions.length > 0 && !record.regions.includes(region)) return 0;
  if (place?.records.has(at) === true) return 3;
  const wanted = place?.regions ?? (region === undefined ? undefined : new Set([region]));
  if (wanted === undefined) return record.regions.length === 0 ? 2 : record.regions.every((id) => id === id.toUpperCase()) ? 0 : 1;
  if (record.regions.length === 0) return 1;
  return record.regions.some((id) => wanted.has(id)) ? 2 : 0;
}

/**
 * The longest name of a place in the question, and the words that are not part of it. A last word still
 * being typed («tumb») counts when every place that begins so lies in one region.
 */
function findPlace(index: SearchIndex, words: readonly string[], begins: readonly string[]): { place: Place | undefined; rest: Set<number> } {
  for (let length = Math.min(LONGEST_PLACE, words.length); length > 0; length -= 1) {
    for (let from = words.length - length; from >= 0; from -= 1) {
      const place = index.places.get(words.slice(from, from + length).join(' '));
      if (place !== undefined) return { place, rest: new Set(positions(words).filter((at) => at < from || at >= from + length)) };
    }
  }
  const starts = begins.flatMap((word) => index.places.get(word) ?? []);
  const regions = new Set(starts.flatMap((place) => [...place.regions]));
  const place = starts.length === begins.length && regions.size === 1 ? { regions, records: new Set(starts.flatMap((each) => [...each.records])) } : undefined;
  return { place, rest: new Set(positions(words).filter((at) => place === undefined || at < words.length - 1)) };
}

/** The kinds of help behind the question's everyday words: a need is met when all its words stand in it. */
function findNeeds(index: SearchIndex, words: readonly string[]): { help: Set<Help>; used: Set<number> } {
  const help = new Set<Help>();
  const used = new Set<number>();
  const stems = words.map(stem);
  for (const need of index.needs) {
    const at = need.words.map((word) => stems.indexOf(stem(word)));
    if (at.includes(-1)) continue;
    for (const each of need.help) help.add(each);
    for (const each of at) used.add(each);
  }
  return { help, used };
}

/** How much each record has of one word: the best of its readings. */
function weigh(index: SearchIndex, reading: Reading): Map<number, number> {
  const best = new Map<number, number>();
  for (const { word, sure } of reading.means) {
    const postings = index.postings.get(stem(word)) ?? [];
    const idf = Math.log(1 + index.records.length / (1 + postings.length));
    for (const { record, weight } of postings) best.set(record, Math.max(best.get(record) ?? 0, sure * idf * weight));
  }
  return best;
}
