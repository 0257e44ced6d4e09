import { isKnown, readWord, type Reading } from '#domain/service/correct.ts';
import type { Audience, Help, Kind } from '#domain/service/kinds.ts';
import { apart, findNeeds, type FoundNeed } from '#domain/service/needs.ts';
import { beginningPlaces, findPlaces, isPlaceName, kilometres, placeKey, type FoundPlace, type Place } from '#domain/service/place-index.ts';
import type { SearchIndex, SearchRecord } from '#domain/service/search-index.ts';
import { sound, stem, tellsNothing, wordsOf } from '#domain/service/words.ts';

export interface Filters {
  /** A region's id, or a country's code. What serves all of Peru stays in, below. */
  readonly region?: string;
  readonly help?: Help;
  readonly who?: Audience;
  readonly free?: boolean;
  readonly withoutPapers?: boolean;
  /** A language's code; services that name it. */
  readonly language?: string;
  /** Only these services: those whose hours say that they are open. */
  readonly only?: ReadonlySet<string>;
  /** Where the person is, in degrees; stays on the phone. */
  readonly near?: { readonly lat: number; readonly lng: number };
}

export interface Hit {
  readonly record: SearchRecord;
  /** Whole kilometres from the place named, or from the person, to the town of the service. */
  readonly km?: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Words that were read as another one, to say so. */
  readonly corrected: readonly { readonly typed: string; readonly readAs: string }[];
  /** Ids of the regions that the question names. */
  readonly regions: readonly string[];
  /** The needs that it was read as, in words, to say so. */
  readonly needs: readonly string[];
}

/** A question is cut here: nobody writes more, and a pasted book stays quick. */
const LONGEST_QUESTION = 200;
const MOST_WORDS = 14;
/** Services this near to the place named count as being there (two towns of one city). */
const HERE_KM = 4;
/** A service in the very district named counts as nearer than any other. */
const NEXT_DOOR = 0.1;
const FAR = 9999;
const UNMET = { count: 0, weight: 0 };

/**
 * Finds services for a question in everyday words. First come the answers to its needs: where the person is,
 * then the lines for all of Peru, in turn; a need without a place begins with the lines. Then come services
 * that meet its other words, nearer ones first. A place alone lists what is there, nearest first.
 */
export function search(index: SearchIndex, question: string, filters: Filters = {}): Found {
  const asked = new Map<string, boolean>();
  const isWord = (word: string) => {
    let known = asked.get(word);
    if (known === undefined) asked.set(word, (known = isKnown(word, index)));
    return known;
  };
  const known = (word: string) => isWord(word) || index.places.words.has(sound(word));
  const words = apart(index.needs, wordsOf(question.slice(0, LONGEST_QUESTION)).slice(0, MOST_WORDS), known);
  const kindsOf = (word: string) => new Set(index.places.bySound.get(placeKey([word]))?.map(({ kind }) => kind));
  const needs = findNeeds(index.needs, words, known, (word) => isPlaceName(index.places, word));
  const inNeeds = new Set(needs.flatMap((each) => [...each.words]));
  // «mi hija fue a Bolivia» names where she is; «quiero volver a Venezuela» does not.
  const notPlace = new Set(needs.flatMap(({ need, words: own }) => [...own].filter((at) => need.home === true || !kindsOf(words[at] ?? '').has('country'))));
  const place = findPlaces(index.places, words, notPlace, (word) => tellsNothing(word) || index.needs.common.has(word) || isWord(word) || inNeeds.has(words.indexOf(word))) ?? stillTyping(index, words, inNeeds);
  const readings = words
    .map((typed, at): Reading & { readonly at: number } => ({ at, ...(place?.words.has(at) === true || inNeeds.has(at) || tellsNothing(typed) || typed === 'no' ? { typed, means: [] } : readWord(typed, index, { typing: at === words.length - 1, guess: !index.needs.common.has(typed) })) }))
    .filter(({ means }) => means.length > 0);
  const corrected = new Map(readings.flatMap(({ typed, readAs }) => (readAs === undefined ? [] : [[typed, readAs] as const])));
  if (place?.readAs !== undefined) corrected.set([...place.words].sort((a, b) => a - b).map((at) => words[at]).join(' '), place.readAs);
  const regions = filters.region !== undefined ? [] : [...new Set(place?.places.map(({ region }) => region))];
  const said = { corrected: [...corrected].map(([typed, readAs]) => ({ typed, readAs })), regions, needs: needs.filter(({ need }) => need.named !== true).map(({ need }) => need.title) };

  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (needs.length === 0 && readings.length === 0 && place === undefined && !filtered) return { hits: [], ...said };
  return { hits: order(index, { words, needs, place, readings, filters }), ...said };
}

/** A last word of which places so far only begin. */
function stillTyping(index: SearchIndex, words: readonly string[], taken: ReadonlySet<number>): FoundPlace | undefined {
  const last = words.length - 1;
  const word = words[last];
  if (word === undefined || taken.has(last) || tellsNothing(word)) return undefined;
  const places = beginningPlaces(index.places, word);
  return places.length === 0 ? undefined : { places, words: new Set([last]) };
}

interface Asked {
  readonly words: readonly string[];
  readonly needs: readonly FoundNeed[];
  readonly place: FoundPlace | undefined;
  readonly readings: readonly Reading[];
  readonly filters: Filters;
}

interface Candidate {
  readonly at: number;
  readonly record: SearchRecord;
  readonly km: number;
  /** When a name means several regions: how large the region is, which people more likely mean. */
  readonly size: number;
  /** It serves the region named, or no region is named and it serves all of Peru. */
  readonly here: boolean;
  readonly national: boolean;
  readonly count: number;
  readonly weight: number;
}

function order(index: SearchIndex, asked: Asked): Hit[] {
  const { needs, place, readings, filters } = asked;
  const spots = spotsOf(index, asked);
  const wanted = filters.region !== undefined ? new Set([filters.region]) : spots === undefined ? undefined : new Set(spots.map(({ region }) => region));
  const several = (wanted?.size ?? 0) > 1;
  const met = meetings(index, readings);
  const candidates: Candidate[] = [];
  for (const [at, record] of index.records.entries()) {
    if (!passes(record, filters)) continue;
    const national = record.regions.length === 0;
    const here = wanted === undefined ? national : record.regions.some((id) => wanted.has(id));
    const { count, weight } = met.get(at) ?? UNMET;
    // A place named keeps other regions out; a word alone («abogado») may lie anywhere.
    if (wanted !== undefined && !here && !national) continue;
    // Without a need only what meets a word, or stands at the place named, is listed.
    if (needs.length === 0 && readings.length > 0 && count === 0 && (place === undefined || !here || national)) continue;
    candidates.push({ at, record, national, here, count, weight, km: spots === undefined || record.at === undefined || national ? FAR : distance(record, record.at, spots), size: several && here ? Math.max(...record.regions.map((id) => index.sizes.get(id) ?? 0)) : 0 });
  }
  const answers = needs.length === 0 ? [] : answersTo(index, asked, candidates, wanted !== undefined);
  const placed = new Map(answers.map((at, rank) => [at, rank]));
  const help = new Set(needs.length > 0 ? needs.flatMap(({ need }) => need.help) : filters.help === undefined ? [] : [filters.help]);
  const clear = needs.length === 0;
  const listed: { readonly record: SearchRecord; readonly km: number; readonly key: number }[] = [];
  for (const each of candidates) {
    const { at, record, here, national, count } = each;
    const main = mainly(record, help);
    const rank = placed.get(at) ?? FAR;
    const belongs =
      rank < FAR ||
      (!clear
        ? (here || (wanted === undefined && !abroad(record))) && (count > 0 || record.help.some((one) => help.has(one)))
        : readings.length > 0
          ? count > 0 || (here && place !== undefined && !national)
          : here || filters.region !== undefined || wanted === undefined);
    if (!belongs) continue;
    // One number a service, the most telling first: hundreds are sorted at every keystroke on a cheap phone (all ranges together stay below 2^53).
    const weighed = Math.min(each.weight * 6, 499) | 0;
    let key = Math.min(rank, 63);
    key = key * 16 + (clear ? 15 - Math.min(count, 15) : 0);
    key = key * 2 + (here ? 0 : 1);
    key = key * 2 + (1 - main);
    key = key * 2000 + (Math.min(bucket(each.km), 1999) | 0);
    key = key * 512 + (511 - Math.min(each.size, 511));
    const old = record.old === true ? 1 : 0;
    key = key * 500 + (spots === undefined ? 499 - weighed : old);
    key = key * 500 + (spots === undefined ? old : 499 - weighed);
    listed.push({ record, km: each.km, key });
  }
  listed.sort((a, b) => a.key - b.key);
  return listed.map(({ record, km }) => (km >= FAR ? { record } : { record, km: Math.round(km) }));
}

const abroad = (record: SearchRecord) => record.regions.some((id) => id === id.toUpperCase());
const bucket = (km: number) => (km < NEXT_DOOR ? 0 : km < HERE_KM ? 1 : km);

/** Where to count distances from: the person, or the places named; those of a region that has services count first. */
function spotsOf(index: SearchIndex, { place, filters }: Asked): readonly Place[] | undefined {
  const { near, region } = filters;
  if (near !== undefined) return [nearestRegion(index, near)];
  if (place === undefined) return undefined;
  return region === undefined ? place.places : place.places.filter((each) => each.region === region);
}

/** The person's point, with the region of the nearest town that has a service. */
function nearestRegion(index: SearchIndex, near: { readonly lat: number; readonly lng: number }): Place {
  let best: { km: number; region: string } = { km: Infinity, region: '' };
  for (const { at, regions: [region] } of index.records) {
    if (at === undefined || region === undefined) continue;
    const km = kilometres(near, { lat: at[0], lng: at[1] });
    if (km < best.km) best = { km, region };
  }
  return { name: '', kind: 'town', region: best.region, ...near };
}

function distance({ places, regions }: SearchRecord, [lat, lng]: readonly [number, number], spots: readonly Place[]): number {
  let best = FAR;
  for (const spot of spots) {
    const own = spot.kind === 'district' ? spot.name : spot.near;
    if (own !== undefined && regions.includes(spot.region) && places.slice(0, Math.max(1, places.length - 1)).includes(own)) return 0;
    best = Math.min(best, Math.max(NEXT_DOOR, kilometres({ lat, lng }, spot)));
  }
  return best;
}

function passes(record: SearchRecord, { help, who, free, withoutPapers, language, only }: Filters): boolean {
  return (
    (help === undefined || record.help.includes(help)) &&
    (who === undefined || record.who.includes(who) || record.who.includes('anyone')) &&
    (free !== true || record.free === true) &&
    (withoutPapers !== true || record.withoutPapers === true) &&
    (language === undefined || record.languages?.includes(language) === true) &&
    (only === undefined || only.has(record.id))
  );
}

/** 1 when the help asked for is what the service is there for, and not one of several things. */
function mainly(record: SearchRecord, help: ReadonlySet<Help>): number {
  const [first] = record.help;
  return first !== undefined && help.has(first) ? 1 : 0;
}

/**
 * The services that answer the needs, in order. With a place: where the person is, then a line, and so on
 * in turn, each need having its turn; the name of a service brings all its places first. Without: the lines.
 */
function answersTo(index: SearchIndex, { words, needs }: Asked, candidates: readonly Candidate[], placed: boolean): number[] {
  const byAt = new Map(candidates.map((each) => [each.at, each]));
  const heard = (word: string) => sound(stem(word));
  const telling = new Set(words.filter((word) => !tellsNothing(word)).map(heard));
  const saying = new Map<number, number>();
  const says = ({ at }: Candidate) => {
    let known = saying.get(at);
    if (known !== undefined) return known;
    const name = index.names[at] ?? [];
    known = 0;
    for (const word of telling) if (name.includes(word)) known += 1;
    saying.set(at, known);
    return known;
  };
  const better = (a: Candidate, b: Candidate) =>
    bucket(a.km) - bucket(b.km) || b.size - a.size || says(b) - says(a) || Number(a.record.old === true) - Number(b.record.old === true) || a.km - b.km || b.weight - a.weight || a.at - b.at;
  const inCountry = candidates.filter(({ here, record }) => here && abroad(record));
  const byKind = new Map<Kind, Candidate[]>();
  for (const each of candidates) {
    if (!(placed ? each.here && !each.national : true)) continue;
    const known = byKind.get(each.record.kind);
    if (known === undefined) byKind.set(each.record.kind, [each]);
    else known.push(each);
  }
  // Who writes the name of a service wants that service before what its words could also mean.
  const queues = [...needs].sort((a, b) => Number(b.need.named === true) - Number(a.need.named === true)).map(({ need }) => {
    const help = new Set(need.help);
    const lines = need.lines.flatMap((id) => {
      const at = index.byId.get(id);
      return at !== undefined && byAt.has(at) ? [at] : [];
    });
    const local: number[] = inCountry
      .filter(({ record }) => record.help.some((each) => each === 'hotline' || help.has(each)))
      .sort((a, b) => says(b) - says(a) || mainly(b.record, help) - mainly(a.record, help) || a.at - b.at)
      .map(({ at }) => at);
    for (const kind of inCountry.length > 0 ? [] : need.local) {
      // A kind without a place is named only by its own name («cem») or lies abroad anyway («consulado»).
      if (!placed && need.named !== true && kind !== 'consulado') continue;
      let nearest: Candidate | undefined;
      for (const each of byKind.get(kind) ?? []) if (!local.includes(each.at) && !lines.includes(each.at) && (nearest === undefined || better(each, nearest) < 0)) nearest = each;
      if (nearest !== undefined) local.push(nearest.at);
    }
    if (!placed) return [...lines, ...local];
    // Peru's lines cannot be dialled from abroad: two of that country's own come first, then the family's.
    const [first, second, ...rest] = local;
    if (inCountry.length > 0 && first !== undefined && second !== undefined) return [first, second, ...alternate(lines, rest)];
    return need.named === true ? [...local, ...lines] : alternate(local, lines);
  });
  const sequence: number[] = [];
  for (let turn = 0; queues.some((queue) => turn < queue.length); turn += 1)
    for (const queue of queues) {
      const at = queue[turn];
      if (at !== undefined && !sequence.includes(at)) sequence.push(at);
    }
  return sequence;
}

function alternate(first: readonly number[], second: readonly number[]): number[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, turn) => [first[turn], second[turn]]).flat().filter((at) => at !== undefined);
}

/** How many of the question's other words each record meets, and how telling they are. */
function meetings(index: SearchIndex, readings: readonly Reading[]): Map<number, { count: number; weight: number }> {
  const met = new Map<number, { count: number; weight: number }>();
  for (const reading of readings)
    for (const [record, weight] of weigh(index, reading)) {
      const so = met.get(record);
      if (so === undefined) met.set(record, { count: 1, weight });
      else {
        so.count += 1;
        so.weight += weight;
      }
    }
  return met;
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
