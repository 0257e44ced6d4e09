import { getCollection } from 'astro:content';
import { defaultLocale, languageTag, type Locale } from '#domain/locale.ts';
import { abroad, checkRegions, wholeCountry, type Region } from '#domain/region.ts';
import { inListOrder, searchRecord } from '#domain/service/search-record.ts';
import { checkServices, publishable } from '#domain/service/service-set.ts';
import type { Service } from '#domain/service/service.ts';
import type { Day } from '#domain/service/source-date.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import { directoryData, type DirectoryData } from '#domain/service/directory-data.ts';
import { placeOf, serviceView, type ServiceView, type ViewContext } from '#domain/service/view.ts';

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
  const list = (belongs: (service: Service) => boolean) =>
    [...services.values()].filter(belongs).map((service) => serviceView(service, ready));
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

/** The file that the search loads when a reader touches the box. */
export async function getDirectoryData(today: Day, locale: Locale = defaultLocale): Promise<DirectoryData> {
  const ready = await context(today, locale);
  const { services, regions } = await directory();
  const rows = [...services.values()].map((service) => {
    const view = serviceView(service, ready);
    return { record: searchRecord(service, view.kindLabel), view, place: placeOf(service, ready) };
  });
  return directoryData(rows, regions, ready.phrases.needs as DirectoryData['needs']);
}
