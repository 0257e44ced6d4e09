import { attendsWithoutPapers } from '#domain/service/papers.ts';
import type { SearchRecord } from '#domain/service/search-index.ts';
import { kinds, type Service } from '#domain/service/service.ts';

/** The towns in a `city` line: «Iquitos (Maynas)» and «Ate e Independencia» name two each. */
function townsIn(city: string): string[] {
  return city.split(/[,()]|\s[ye]\s/).map((each) => each.trim()).filter((each) => each.length > 2);
}

/** Ids of the regions that a service stands under; none for the whole country, its country's code abroad. */
export function regionsOf({ coverage }: Pick<Service, 'coverage'>): readonly string[] {
  return coverage === 'national' ? [] : typeof coverage === 'string' ? [coverage] : coverage;
}

/** A source says that it costs nothing: on the whole, or that the call does. */
export function isFree({ cost = '', phones }: Pick<Service, 'cost' | 'phones'>): boolean {
  return /gratuit/i.test(cost) || (phones.length > 0 && phones.every(({ tollFree }) => tollFree === true));
}

/**
 * What the search needs of a service. `kindLabel` is the reader's name of its kind («Centro Emergencia Mujer (CEM)»);
 * `at` is where its town lies (degrees), `old` that its oldest source is over a year old.
 */
export function searchRecord(service: Service, kindLabel: string, { at, old = false }: { readonly at?: readonly [number, number] | undefined; readonly old?: boolean } = {}): SearchRecord {
  const { id, name, kind, category, categories, audiences, services, serves, subtype, city = '', province = '', languages } = service;
  const district = service.addressDistrict ?? service.district ?? '';
  const others = languages.filter((code) => code !== 'es');
  return {
    id,
    name,
    kind,
    does: [kindLabel, subtype, ...services, ...serves].join('. '),
    help: [category, ...categories.filter((each) => each !== category)],
    who: audiences,
    regions: regionsOf(service),
    places: [...new Set([...(service.addressDistrict === undefined ? townsIn(city) : []), ...[district, province].filter((each) => each !== '')])],
    ...(at === undefined || service.addressVisibility !== 'public' ? {} : { at }),
    ...(isFree(service) ? { free: true } : {}),
    ...(attendsWithoutPapers(service) ? { withoutPapers: true } : {}),
    ...(others.length > 0 ? { languages: others } : {}),
    ...(old ? { old } : {}),
  };
}

const doubtful = (service: Service) => (service.confidence === 'low' || service.status !== 'active' ? 1 : 0);

/** The order of every list: by kind as a person would try them, doubtful rows last in their kind, then by place, then by name. */
export function inListOrder(a: Service, b: Service): number {
  return (
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    doubtful(a) - doubtful(b) ||
    (a.province ?? '').localeCompare(b.province ?? '', 'es') ||
    (a.district ?? a.city ?? '').localeCompare(b.district ?? b.city ?? '', 'es') ||
    a.name.localeCompare(b.name, 'es')
  );
}
