import { buildGrams, closest, editsFor, type Grams } from '#domain/service/grams.ts';
import { sound, tellsNothing, wordsOf } from '#domain/service/words.ts';

/** [region, name, lat, lng, «district:dlat:dlng|…»]; hundredths of a degree. */
export type PackedProvince = readonly [region: number, name: string, lat: number, lng: number, districts: string];

/** All names of places as the phone loads them; see domain/place.ts. */
export interface PlacesData {
  readonly regions: readonly (readonly [id: string, name: string, lat: number, lng: number, aliases: string])[];
  readonly provinces: readonly PackedProvince[];
  readonly towns: readonly (readonly [region: number, lat: number, lng: number, names: string, near?: string])[];
  /** [code, «name|city|…»] */
  readonly countries: readonly (readonly [code: string, names: string])[];
}

/** A place that a question may mean. */
export interface Place {
  readonly name: string;
  readonly kind: 'region' | 'province' | 'district' | 'town' | 'country';
  readonly region: string;
  /** Degrees. */
  readonly lat: number;
  readonly lng: number;
  /** The name of its province, for districts. */
  readonly province?: string;
  /** The district whose services attend it, for camps and nicknames. */
  readonly near?: string;
}

export interface PlaceIndex {
  /** How a name sounds, without spaces and articles → the places called so. */
  readonly bySound: ReadonlyMap<string, readonly Place[]>;
  readonly grams: Grams;
  readonly sorted: readonly string[];
  /** The words that names of places are made of, by their sound: what is one of them is not taken for a typing error. */
  readonly words: ReadonlySet<string>;
  readonly regions: ReadonlyMap<string, Place>;
}

const ARTICLES = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'y', 'e']);
const LONGEST = 6;

/** «San Juan de Lurigancho», «san juan lurigancho» and «sanjuan delurigancho» have one key. */
export function placeKey(words: readonly string[]): string {
  const telling = words.filter((word) => !ARTICLES.has(word));
  return (telling.length > 0 ? telling : words).map(sound).join('').replace(/(.)\1+/g, '$1');
}

/** Reads the packed names once, on the phone. */
export function buildPlaces(data: PlacesData): PlaceIndex {
  const bySound = new Map<string, Place[]>();
  const words = new Set<string>();
  const regions = new Map<string, Place>();
  const add = (name: string, place: Place) => {
    const own = wordsOf(name);
    const key = placeKey(own);
    if (key === '') return;
    // «Ucayali» is a region and also a province of Loreto: the region's name keeps to the region.
    if (place.kind !== 'region' && bySound.get(key)?.some(({ kind, region }) => kind === 'region' && region !== place.region) === true) return;
    for (const word of own) words.add(sound(word));
    const known = bySound.get(key);
    if (known === undefined) bySound.set(key, [place]);
    else if (!known.some((each) => each.region === place.region && each.kind === place.kind && each.province === place.province)) known.push(place);
  };
  const regionOf = (at: number) => data.regions[at]?.[0] ?? '';
  for (const [id, name, lat, lng] of data.regions) {
    const place: Place = { name, kind: 'region', region: id, lat: lat / 100, lng: lng / 100 };
    regions.set(id, place);
    add(name, place);
  }
  for (const [region, name, lat, lng, districts] of data.provinces) {
    add(name, { name, kind: 'province', region: regionOf(region), lat: lat / 100, lng: lng / 100 });
    for (const each of districts.split('|')) {
      const [district = '', dlat = '0', dlng = '0'] = each.split(':');
      add(district, { name: district, kind: 'district', region: regionOf(region), province: name, lat: (lat + Number(dlat)) / 100, lng: (lng + Number(dlng)) / 100 });
    }
  }
  for (const [region, lat, lng, names, near] of data.towns) for (const name of names.split('|')) add(name, { name, kind: 'town', region: regionOf(region), lat: lat / 100, lng: lng / 100, ...(near === undefined ? {} : { near }) });
  // The region's other names say no more than the region; a town of that name that is known better stands already.
  for (const [id, , lat, lng, aliases] of data.regions)
    for (const alias of aliases === '' ? [] : aliases.split('|'))
      if (bySound.get(placeKey(wordsOf(alias)))?.some(({ region }) => region === id) !== true) add(alias, { name: alias, kind: 'town', region: id, lat: lat / 100, lng: lng / 100 });
  for (const [code, names] of data.countries) for (const name of names.split('|')) add(name, { name, kind: 'country', region: code, lat: 90, lng: 0 });
  const sorted = [...bySound.keys()].sort();
  return { bySound, grams: buildGrams(sorted), sorted, words, regions };
}

/** Whether a single word is, letter for letter, what some place is called («puno», «pacasmayo»), and no everyday word. */
export function isPlaceName(index: PlaceIndex, word: string): boolean {
  if (EVERYDAY.has(word)) return false;
  return index.bySound.get(placeKey([word]))?.some(({ name }) => wordsOf(name).filter((each) => !ARTICLES.has(each)).join('') === word) === true;
}

export interface FoundPlace {
  readonly places: readonly Place[];
  /** Which words of the question the name takes up. */
  readonly words: ReadonlySet<number>;
  /** Set when it was read with another spelling. */
  readonly readAs?: string;
}

/** Towns and regions before the districts of the same name. */
const RANK = { town: 0, region: 1, province: 2, district: 3, country: 4 } as const;

/**
 * The places that a question names: the longest names first, as they sound, then with a letter or two wrong.
 * «Miraflores Arequipa» keeps the Miraflores of Arequipa; «Santa Rosa» alone keeps them all.
 *
 * @param taken words that a need already explains; a name made only of these is no place («mala», «esperanza»).
 * @param known whether a word is an ordinary word of the directory, which no place is guessed from.
 */
export function findPlaces(index: PlaceIndex, words: readonly string[], taken: ReadonlySet<number>, known: (word: string) => boolean): FoundPlace | undefined {
  const spans: { from: number; length: number; places: readonly Place[]; readAs?: string }[] = [];
  const used = new Set<number>();
  const free = (from: number, length: number) => !words.slice(from, from + length).some((_, at) => used.has(from + at));
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      if (!free(from, length)) continue;
      const span = words.slice(from, from + length);
      if (ARTICLES.has(span.at(-1) ?? '') || (length > 1 && ARTICLES.has(span[0] ?? '') && ARTICLES.has(span[1] ?? ''))) continue;
      if (length < words.length && span.every((word, at) => taken.has(from + at) || ARTICLES.has(word))) continue;
      const places = index.bySound.get(placeKey(span));
      if (places === undefined || ambiguous(span, from, words)) continue;
      for (let at = from; at < from + length; at += 1) used.add(at);
      spans.push({ from, length, places, ...spelling(span, places) });
    }
  const close = closePlace(index, words, taken, used, known);
  if (close !== undefined && (spans.length === 0 || spans.some(({ from }) => from >= close.from && from < close.from + close.length))) {
    // «santa maria de niva» is no Santa María: the longer name, a letter away, takes the shorter one's place.
    spans.splice(0, spans.length, ...spans.filter(({ from }) => from < close.from || from >= close.from + close.length), close);
    for (let at = close.from; at < close.from + close.length; at += 1) used.add(at);
  }
  if (spans.length === 0) return undefined;
  const readAs = spans.find((each) => each.readAs !== undefined)?.readAs;
  return { places: agree(spans.map(({ places }) => places)), words: used, ...(readAs === undefined ? {} : { readAs }) };
}

/** Names that are everyday words too: a place only alone, or after «en», «de», «distrito» … */
const EVERYDAY = new Set(['mala', 'suyo', 'santa', 'marca', 'sexi', 'jesus', 'mito', 'paz', 'mar', 'sol', 'coca', 'alerta', 'choque', 'soledad', 'posada', 'casa grande', 'carmen', 'rosa', 'alto', 'jose', 'luna', 'santos', 'tres', 'toro', 'tigre', 'pinto', 'llama', 'cabana', 'alegria', 'salas', 'cura mori', 'angeles', 'canaria', 'lares', 'cosme', 'paras', 'moro', 'eugenia', 'villa', 'cercado', 'poderosa', 'manu']);
const BEFORE_PLACE = new Set(['en', 'de', 'desde', 'por', 'distrito', 'provincia', 'ciudad', 'a', 'cem', 'upe', 'sar', 'comisaria', 'fiscalia', 'hasta', 'para', 'la', 'el']);

function ambiguous(span: readonly string[], from: number, words: readonly string[]): boolean {
  const name = span.filter((word) => !ARTICLES.has(word)).join(' ');
  return EVERYDAY.has(name) && words.length > span.length && !BEFORE_PLACE.has(words[from - 1] ?? '');
}

/** The name to show when it is written otherwise than the places are called («tumbez»); articles do not count. */
function spelling(span: readonly string[], places: readonly Place[]): { readonly readAs?: string } {
  const bare = (words: readonly string[]) => words.filter((word) => !ARTICLES.has(word)).join('');
  const written = bare(span);
  if (places.some(({ name }) => bare(wordsOf(name)) === written)) return {};
  const [first] = places;
  return first === undefined ? {} : { readAs: first.name };
}

/** The one name that a misspelt run of words is closest to. Words that the directory knows are not misspelt. */
function closePlace(index: PlaceIndex, words: readonly string[], taken: ReadonlySet<number>, used: ReadonlySet<number>, known: (word: string) => boolean): { from: number; length: number; places: readonly Place[]; readAs: string } | undefined {
  let best: { from: number; length: number; key: string; cost: number } | undefined;
  for (let length = Math.min(4, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const span = words.slice(from, from + length);
      if (ARTICLES.has(span[0] ?? '') || ARTICLES.has(span.at(-1) ?? '')) continue;
      // «plata para» is no Phara: a name is not made of words that say nothing.
      if (span.some((word, at) => taken.has(from + at) || (tellsNothing(word) && !ARTICLES.has(word)))) continue;
      if (span.every((word, at) => used.has(from + at) || known(word) || EVERYDAY.has(word) || ARTICLES.has(word))) continue;
      const key = placeKey(span);
      const edits = length > 1 && key.length > 6 ? 2 : editsFor(key.length);
      if (edits === 0) continue;
      const { texts, apart } = closest(index.grams, key, edits);
      const [text] = texts;
      if (text === undefined) continue;
      const cost = apart / key.length - (text[0] === key[0] ? 0.05 : 0) - (length - 1) * 0.01;
      const names = texts.length > 1 ? [...texts].sort((a, b) => weight(index, b) - weight(index, a)) : texts;
      if (best === undefined || cost < best.cost) best = { from, length, key: names[0] ?? text, cost };
    }
  if (best === undefined) return undefined;
  const places = index.bySound.get(best.key) ?? [];
  return { from: best.from, length: best.length, places, readAs: places[0]?.name ?? best.key };
}

/** Of two names equally close, people mean the larger place. */
function weight(index: PlaceIndex, key: string): number {
  return Math.max(...(index.bySound.get(key) ?? []).map(({ kind }) => ({ region: 3, country: 3, town: 2, province: 2, district: 1 })[kind]));
}

/** Of several names in one question, the places that lie in one region; of one name, all of them, larger first. */
function agree(named: readonly (readonly Place[])[]): Place[] {
  const regions = named.map((places) => new Set(places.map(({ region }) => region)));
  const shared = [...(regions[0] ?? [])].filter((region) => regions.every((each) => each.has(region)));
  // «La Rinconada Puno»: the region's name says where La Rinconada is, not that the city of Puno is meant.
  const saysRegion = (places: readonly Place[]) => places.some(({ kind, region }) => kind === 'region' && shared.includes(region));
  const finer = named.filter((places) => !saysRegion(places));
  const pool = (finer.length > 0 && shared.length > 0 ? finer : named).map((places) => (shared.length > 0 ? places.filter(({ region }) => shared.includes(region)) : places));
  const provinces = new Set(pool.flat().filter(({ kind }) => kind === 'province').map(({ name }) => name));
  const exact = pool.flat().filter(({ kind, province }) => named.length > 1 && kind === 'district' && province !== undefined && provinces.has(province));
  const [precise] = exact;
  if (precise !== undefined) return exact;
  const finest = shared.length > 0 && named.length > 1 ? pool.flat().filter(({ kind }) => kind !== 'region') : pool.flat();
  return [...(finest.length > 0 ? finest : pool.flat())].sort((a, b) => RANK[a.kind] - RANK[b.kind]);
}

/** Places that a last word still being typed begins («tumb»), when they all lie in one region. */
export function beginningPlaces(index: PlaceIndex, word: string): readonly Place[] {
  const start = placeKey([word]);
  if (start.length < 3 || EVERYDAY.has(word)) return [];
  let low = 0;
  let high = index.sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.sorted[middle] as string) < start) low = middle + 1;
    else high = middle;
  }
  const places: Place[] = [];
  for (let at = low; at < index.sorted.length && (index.sorted[at] as string).startsWith(start); at += 1) places.push(...(index.bySound.get(index.sorted[at] as string) ?? []));
  return new Set(places.map(({ region }) => region)).size === 1 ? places : [];
}

/** Kilometres between two points, near enough for a list (a flat map; under 1 % off inside Peru). */
export function kilometres(a: { readonly lat: number; readonly lng: number }, b: { readonly lat: number; readonly lng: number }): number {
  const east = (a.lng - b.lng) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(a.lat - b.lat, east) * 111.2;
}
