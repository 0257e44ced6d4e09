import { getCollection } from 'astro:content';
import * as z from 'zod';
import { parse } from 'yaml';
import { defaultLocale, languageTag, type Locale } from '#domain/locale.ts';
import { abroad, checkRegions, regionIdSchema, wholeCountry, type Region } from '#domain/region.ts';
import type { DepartmentShape } from '#domain/service/department-svg.ts';
import { needsSchema, packNeeds } from '#domain/need.ts';
import { abroadSchema, packPlaces, provinceSchema, townSchema, type Abroad, type Province, type Town } from '#domain/place.ts';
import { isOld, recordOf } from '#domain/service/record-of.ts';
import type { NeedsData } from '#domain/service/needs.ts';
import type { PlacesData } from '#domain/service/place-index.ts';
import { inListOrder } from '#domain/service/search-record.ts';
import { checkServices, publishable } from '#domain/service/service-set.ts';
import { kinds, type Service } from '#domain/service/service.ts';
import type { Day } from '#domain/service/source-date.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import { directoryData, type DirectoryData } from '#domain/service/directory-data.ts';
import { placeOf, serviceView, type ServiceView, type ViewContext } from '#domain/service/view.ts';

const lists = import.meta.glob<string>('../../content/{places,needs}/*.yaml', { eager: true, query: '?raw', import: 'default' });

/** A file of content/places or content/needs, checked; the build stops with the file's name. */
function read<T>(name: string, schema: z.ZodType<T>): T {
  const file = `content/${name}.yaml`;
  const text = lists[`../../${file}`];
  if (text === undefined) throw new Error(`${file} is missing.`);
  const result = schema.safeParse(parse(text));
  if (!result.success) throw new Error(result.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'));
  return result.data;
}

const getProvinces = (): Province[] => read('places/provinces', z.array(provinceSchema));

const files = import.meta.glob<{ default: DirectoryPhrases }>('../../content/interface/*/directory.json', { eager: true });

/** The directory's words in one language. Throws when the file is missing. */
export function getDirectoryPhrases(locale: Locale = defaultLocale): DirectoryPhrases {
  const found = files[`../../content/interface/${locale}/directory.json`];
  if (found === undefined) throw new Error(`content/interface/${locale}/directory.json is missing: copy the Spanish file and translate it.`);
  return found.default;
}

interface Directory {
  readonly services: ReadonlyMap<string, Service>;
  readonly regions: readonly Region[];
}

let loaded: Promise<Directory> | undefined;

/** Everything that may be published, checked as a whole: one id a file, every way in leads somewhere. */
async function load(): Promise<Directory> {
  const entries = await getCollection('services');
  const all = checkServices(entries.map(({ data, filePath, id }) => ({ file: filePath ?? `content/services/${id}.yaml`, service: data })));
  const shown = publishable(all.values()).sort(inListOrder);
  const regions = checkRegions((await getCollection('regions')).map(({ data }) => data));
  return { services: new Map(shown.map((service) => [service.id, service])), regions };
}

function directory(): Promise<Directory> {
  // In `astro dev` an editor's change must show; a build reads once.
  return import.meta.env.DEV ? load() : (loaded ??= load());
}

async function context(today: Day, locale: Locale): Promise<ViewContext> {
  const { services, regions } = await directory();
  return { today, phrases: getDirectoryPhrases(locale), languageTag: languageTag[locale], services, regions: new Map(regions.map((region) => [region.id, region])) };
}

/** Peru's regions by name. */
export async function getRegions(): Promise<readonly Region[]> {
  return (await directory()).regions;
}

/** Every publishable service, ready to print, in list order. `today` counts its age. */
export async function getServices(today: Day, locale: Locale = defaultLocale): Promise<ServiceView[]> {
  const ready = await context(today, locale);
  return [...ready.services.values()].map((service) => serviceView(service, ready));
}

/** One service, or a sentence when it is missing or not published. */
export async function getService(id: string, today: Day, locale: Locale = defaultLocale): Promise<ServiceView> {
  const ready = await context(today, locale);
  const service = ready.services.get(id);
  if (service === undefined) throw new Error(`The service «${id}» is not in content/services, or is marked do-not-publish; use the id of another.`);
  return serviceView(service, ready);
}

/** One of the 27 lists: a region, all of Peru, or abroad. */
export interface RegionPage {
  readonly slug: string;
  /** Undefined for all of Peru and for abroad. */
  readonly region: Region | undefined;
  readonly neighbours: readonly Region[];
  readonly services: readonly ServiceView[];
}

/** The 25 regions by name, then «nacional» and «exterior», each with its services in list order; older rows below fresh ones of their kind. */
export async function getRegionPages(today: Day, locale: Locale = defaultLocale): Promise<RegionPage[]> {
  const ready = await context(today, locale);
  const { services, regions } = await directory();
  // Older rows below fresh ones of their kind; they say why.
  const list = (belongs: (service: Service) => boolean) =>
    [...services.values()]
      .filter(belongs)
      .map((service, at) => ({ service, at, kind: kinds.indexOf(service.kind), old: Number(isOld(service, today)) }))
      .sort((a, b) => a.kind - b.kind || a.old - b.old || a.at - b.at)
      .map(({ service }) => serviceView(service, ready));
  const pages: RegionPage[] = regions.map((region) => ({
    slug: region.id,
    region,
    neighbours: regions.filter(({ id }) => region.neighbours.includes(id)),
    services: list(({ coverage }) => Array.isArray(coverage) && coverage.includes(region.id)),
  }));
  pages.push({ slug: wholeCountry, region: undefined, neighbours: [], services: list(({ coverage }) => coverage === 'national') });
  pages.push({ slug: abroad, region: undefined, neighbours: [], services: list(({ coverage }) => typeof coverage === 'string' && coverage !== 'national') });
  return pages;
}

/** The services that the search loads when a reader touches the box. */
export async function getDirectoryData(today: Day, locale: Locale = defaultLocale): Promise<DirectoryData> {
  const ready = await context(today, locale);
  const { services } = await directory();
  const provinces = getProvinces();
  const rows = [...services.values()].map((service) => {
    const view = serviceView(service, ready);
    return { record: recordOf(service, provinces, view.kindLabel, today), view, place: placeOf(service, ready) };
  });
  return directoryData(rows);
}

/** The names of places and the everyday words for needs, which the search loads beside the services. */
export async function getSearchWords(locale: Locale = defaultLocale): Promise<{ readonly places: PlacesData; readonly needs: NeedsData }> {
  const { services, regions } = await directory();
  const towns: Town[] = read('places/towns', z.array(townSchema));
  const countries: Abroad[] = read('places/countries', z.array(abroadSchema));
  return { places: packPlaces(regions, getProvinces(), towns, countries), needs: packNeeds(read(`needs/${locale}`, needsSchema), new Set(services.keys()), `content/needs/${locale}.yaml`) };
}

/** The departments as shapes for the map, by name. */
export async function getDepartmentShapes(): Promise<DepartmentShape[]> {
  const paths = read('places/departments', z.record(regionIdSchema, z.string().regex(/^[M\d .z-]+$/)));
  return (await getRegions()).map((region) => ({ region, path: paths[region.id] }));
}

/** Every publishable service as data, in list order, for the open data. */
export async function getServiceData(): Promise<readonly Service[]> {
  return [...(await directory()).services.values()];
}
