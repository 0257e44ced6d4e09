import { tellsNothing, wordsOf } from '#domain/service/words.ts';
import { fold } from '#domain/text.ts';

/** What kind of thing a row leads to; the reader sees its word beside the title. */
export const rowKinds = ['articulo', 'test', 'herramienta', 'pagina', 'necesidad', 'ayuda', 'lugar', 'historia'] as const;
export type RowKind = (typeof rowKinds)[number];

/** One thing that the instant search can lead to. */
export interface InstantRow {
  readonly kind: RowKind;
  /** Shown, as text. */
  readonly title: string;
  /** Where it leads: a path of this site. */
  readonly path: string;
  /** Shown below the title; undefined when the kind says enough. */
  readonly note?: string | undefined;
  /** Found by, never shown. */
  readonly also?: string;
}

/** A region with every name that means it, and its services. */
export interface InstantRegion {
  readonly id: string;
  readonly name: string;
  /** Provinces, districts, towns and nicknames. */
  readonly places: readonly string[];
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/**
 * Comes twice, and together stays under 20 kB on the line: the rows and the regions' names inside /buscar/ itself, so that
 * the first answer waits for no second trip; places and services as /buscar/indice.json.
 */
export interface InstantData {
  /** Kind (as an index), title, path, note, also. */
  readonly rows: readonly (readonly [kind: number, title: string, path: string, note: string, also: string])[];
  /**
   * Id, name, places joined by «|», services joined by «|»: «name», or «name=id» where the id does not follow
   * from it; with «*» at the end where what follows the kind is itself a place («SAR Imaza*»), which then stands once.
   */
  readonly regions: readonly (readonly [id: string, name: string, places: string, services: string])[];
}

const slug = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** The id that most services of a region have: kind, region, rest of the name («CEM Regular Bagua» → cem-amazonas-bagua). */
export function usualId(region: string, name: string): string {
  const [kind = '', ...rest] = slug(name.replace(/ Regular /, ' ')).split('-');
  return [kind, region, ...rest].join('-');
}

/** Each row may bring so many words beside its title; an article fewer, for there are many and their full texts join. */
const MOST_ALSO = 14;
const MOST_OF_ARTICLE = 5;

/** The words that may find a row beside its title: once each, without those that say nothing. */
function tellingWords(text: string, title: string, most: number): string {
  const known = new Set(wordsOf(title));
  return [...new Set(wordsOf(text))].filter((word) => word.length > 2 && !tellsNothing(word) && !known.has(word)).slice(0, most).join(' ');
}

/** «CEM Regular Bagua» → «Bagua». */
const afterKind = (name: string): string => name.replace(/^(CEM( Regular| Comisaría)?|SAR|ALEGRA) /, '');

/** Packs for the phone: a place that two names of a region fold to stands once. */
export function packInstant(rows: readonly InstantRow[], regions: readonly InstantRegion[]): InstantData {
  return {
    rows: rows.map(({ kind, title, path, note = '', also = '' }) => [rowKinds.indexOf(kind), title, path, note, tellingWords(also, title, kind === 'articulo' ? MOST_OF_ARTICLE : MOST_ALSO)]),
    regions: regions.map(({ id, name, places, services }) => {
      const once = new Map([...places].reverse().map((place) => [fold(place), place]));
      once.delete(fold(name));
      const packed = services.map((service) => {
        const mark = once.get(fold(afterKind(service.name))) === afterKind(service.name) ? '*' : '';
        return `${service.name}${usualId(id, service.name) === service.id ? '' : `=${service.id}`}${mark}`;
      });
      for (const service of services) if (once.get(fold(afterKind(service.name))) === afterKind(service.name)) once.delete(fold(afterKind(service.name)));
      return [id, name, [...once.values()].sort().join('|'), packed.join('|')];
    }),
  };
}

const SMALL = new Set(['de', 'del', 'el', 'la', 'las', 'los', 'y']);

/** A nickname as people would print it: «sjl» → «SJL», «canto grande» → «Canto Grande»; a name with capitals stays. */
export function asName(place: string): string {
  if (place !== place.toLowerCase()) return place;
  if (place.length <= 3) return place.toUpperCase();
  return place.replaceAll(/\p{L}+/gu, (word, at: number) => (at > 0 && SMALL.has(word) ? word : word[0]?.toUpperCase() + word.slice(1)));
}

/** The rows as they were, with a note for a place: the region it lies in. */
export function unpackInstant({ rows, regions }: InstantData): InstantRow[] {
  const all: InstantRow[] = rows.map(([kind, title, path, note, also]) => ({ kind: rowKinds[kind] ?? 'pagina', title, path, note: note || undefined, also }));
  for (const [id, name, places, services] of regions) {
    const region = `/ayuda/region/${id}/`;
    all.push({ kind: 'lugar', title: name, path: region });
    for (const place of places.split('|')) if (place !== '') all.push({ kind: 'lugar', title: asName(place), path: region, note: name });
    const namesakes = new Set<string>();
    for (const service of services.split('|')) {
      const [title = '', own] = service.replace(/\*$/, '').split('=');
      const place = afterKind(title);
      if (service.endsWith('*') && !namesakes.has(place)) all.push({ kind: 'lugar', title: place, path: region, note: name });
      namesakes.add(place);
      if (title !== '') all.push({ kind: 'ayuda', title, path: `/ayuda/${own ?? usualId(id, title)}/`, note: name });
    }
  }
  return all;
}
