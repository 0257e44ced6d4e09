import { pointOf, type Province } from '#domain/place.ts';
import type { SearchRecord } from '#domain/service/search-index.ts';
import { searchRecord } from '#domain/service/search-record.ts';
import type { Service } from '#domain/service/service.ts';
import type { Day } from '#domain/service/source-date.ts';
import { ageOf, oldAfterDays } from '#domain/service/sureness.ts';

/** Whether its call, or else its earliest source, is over a year old, or has no date at all. */
export function isOld(service: Service, today: Day): boolean {
  const age = ageOf(service, today);
  return age === undefined || age > oldAfterDays;
}

/** A service as the search knows it, with where its town lies and whether its source is old. Runs at build: the phone gets the result. */
export function recordOf(service: Service, provinces: readonly Province[], kindLabel: string, today: Day): SearchRecord {
  const [region] = Array.isArray(service.coverage) && service.coverage.length === 1 ? service.coverage : [];
  const at = region === undefined ? undefined : pointOf(provinces, region, [service.addressDistrict, service.district, service.city, service.province]);
  return searchRecord(service, kindLabel, { at, old: isOld(service, today) });
}
