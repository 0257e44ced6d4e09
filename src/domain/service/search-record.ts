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

/** What the search needs of a service. `kindLabel` is the reader's name of its kind («Centro Emergencia Mujer (CEM)»). */
export function searchRecord(service: Service, kindLabel: string): SearchRecord {
  const { id, name, category, categories, audiences, services, serves, subtype, city = '', district = '', province = '' } = service;
  return {
    id,
    name,
    does: [kindLabel, subtype, ...services, ...serves].join('. '),
    help: [category, ...categories.filter((each) => each !== category)],
    who: audiences,
    regions: regionsOf(service),
    places: [...new Set([...townsIn(city), ...[district, province].filter((each) => each !== '')])],
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
