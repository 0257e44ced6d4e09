import { columnsOf, csv } from '#domain/csv.ts';
import { dataPackage, hsdsList, hsdsService, hsdsTables, taxonomyTerms, type Hsds } from '#domain/service/hsds.ts';
import { hsdsProfile } from '#domain/service/hsds-profile.ts';
import { defaultLocale } from '#domain/locale.ts';
import type { Day } from '#domain/service/source-date.ts';
import { getDirectoryPhrases, getRegions, getServiceData, getServices } from '#queries/services.ts';
import { getSite } from '#queries/site.ts';

/** Every file of /datos/, by name, as text. `today` counts the age of each row. */
export async function getOpenData(today: Day): Promise<ReadonlyMap<string, string>> {
  const words = getDirectoryPhrases(defaultLocale);
  const { address } = await getSite();
  const views = new Map((await getServices(today)).map((view) => [view.id, view]));
  const regions = new Map((await getRegions()).map(({ id, name }) => [id as string, name]));
  const services = (await getServiceData()).map((service): Hsds['service'] => {
    const view = views.get(service.id);
    if (view === undefined) throw new Error(`The service «${service.id}» has no view.`);
    return hsdsService(service, view, new URL(view.href, address).href, words, regions);
  });
  const tables = hsdsTables(services, taxonomyTerms(words));
  const files = new Map([['servicios.json', JSON.stringify(hsdsList(services))], ['hsds-profile.json', JSON.stringify(hsdsProfile(words), null, 1)], ['datapackage.json', JSON.stringify(dataPackage(tables, words.openDataTitle, today), null, 1)]]);
  for (const [name, rows] of Object.entries(tables)) if (columnsOf(rows).length > 0) files.set(`${name}.csv`, csv(rows));
  files.set('cambios.xml', await feed(address, today));
  return files;
}

/** What people confirmed by calling, the last first, as Atom. Empty until someone has called. */
async function feed(address: string, today: Day): Promise<string> {
  const words = getDirectoryPhrases(defaultLocale);
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const called = (await getServiceData()).filter(({ verifiedOn }) => verifiedOn !== null).sort((a, b) => String(b.verifiedOn).localeCompare(String(a.verifiedOn)));
  const entries = called.map(({ id, name, verifiedOn, verifiedBy }) => {
    const page = new URL(`/ayuda/${id}/`, address).href;
    return `<entry><id>${page}#${verifiedOn}</id><title>${escape(name)}</title><link href="${page}"/><updated>${verifiedOn}T00:00:00-05:00</updated><author><name>${escape(verifiedBy ?? '')}</name></author></entry>`;
  });
  const self = new URL('/datos/cambios.xml', address).href;
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es-PE"><id>${self}</id><title>${escape(words.openDataTitle)}</title><link rel="self" href="${self}"/><updated>${called[0]?.verifiedOn ?? today}T00:00:00-05:00</updated><author><name>Sin Trampa</name></author>${entries.join('')}</feed>\n`;
}
