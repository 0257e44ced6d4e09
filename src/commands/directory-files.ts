/** Reads the directory from content/, as the build does, for the command-line doors and the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import phrases from '../../content/interface/es/directory.json' with { type: 'json' };
import { needsSchema, packNeeds } from '#domain/need.ts';
import { abroadSchema, packPlaces, provinceSchema, townSchema, type Province } from '#domain/place.ts';
import { checkRegions, regionSchema, type Region } from '#domain/region.ts';
import type { NeedsData } from '#domain/service/needs.ts';
import type { PlacesData } from '#domain/service/place-index.ts';
import type { SearchRecord } from '#domain/service/search-index.ts';
import { recordOf } from '#domain/service/record-of.ts';
import { inListOrder } from '#domain/service/search-record.ts';
import { checkServices, publishable } from '#domain/service/service-set.ts';
import { serviceSchema, type Service } from '#domain/service/service.ts';

export interface DirectoryFiles {
  readonly today: string;
  /** Every row, also those that are not published, with its file. */
  readonly filed: readonly { readonly file: string; readonly service: Service }[];
  readonly services: readonly Service[];
  readonly regions: readonly Region[];
  readonly provinces: readonly Province[];
  readonly records: readonly SearchRecord[];
  readonly places: PlacesData;
  readonly needs: NeedsData;
}

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** Throws the same sentences as the build when a file is wrong. `today` is YYYY-MM-DD. */
export function loadDirectory(today = new Date().toISOString().slice(0, 10)): DirectoryFiles {
  const schema = serviceSchema(today);
  const filed = readdirSync('content/services', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = `content/services/${name}`;
      const read = schema.safeParse(yaml(file));
      if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'));
      return { file, service: read.data };
    });
  const regions = checkRegions((yaml('content/regions.yaml') as unknown[]).map((each) => regionSchema.parse(each)));
  const provinces = (yaml('content/places/provinces.yaml') as unknown[]).map((each) => provinceSchema.parse(each));
  const towns = (yaml('content/places/towns.yaml') as unknown[]).map((each) => townSchema.parse(each));
  const countries = (yaml('content/places/countries.yaml') as unknown[]).map((each) => abroadSchema.parse(each));
  const services = publishable(checkServices(filed).values()).sort(inListOrder);
  const records = services.map((service) => recordOf(service, provinces, phrases.kinds[service.kind].one, today));
  const needs = packNeeds(needsSchema.parse(yaml('content/needs/es.yaml')), new Set(services.map(({ id }) => id)));
  return { today, filed, services, regions, provinces, records, places: packPlaces(regions, provinces, towns, countries), needs };
}
