import { columnsOf } from '#domain/csv.ts';
import { countryCodes } from '#domain/region.ts';
import { profileOf } from '#domain/service/hsds-profile.ts';
import { days } from '#domain/service/hours.ts';
import type { Phone } from '#domain/service/phone.ts';
import { stableId } from '#domain/service/stable-id.ts';
import type { Service } from '#domain/service/service.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import type { ServiceView } from '#domain/service/view.ts';

/**
 * The directory in Open Referral's HSDS 3 (https://docs.openreferral.org/), JSON nested as the standard has it.
 * Our sureness goes into `alert`, the way in to a shelter into `application_process`; what the standard has no field for
 * stands in those of hsds-profile.ts. A service whose place is not public has no location at all.
 */
export interface Hsds {
  readonly service: Record<string, unknown> & { readonly id: string };
}

/** iCalendar's names of days, Monday first. */
const icalDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const taxonomy = 'Sin Trampa: clases de servicio y de ayuda';

/** Every term used in `attributes`. */
export function taxonomyTerms(words: DirectoryPhrases): Record<string, string>[] {
  const kinds = Object.entries(words.kinds).map(([code, { one, about }]) => ({ id: stableId(`kind ${code}`), code: `kind:${code}`, name: one, description: about, taxonomy, language: 'es' }));
  const helps = Object.entries(words.helps).map(([code, name]) => ({ id: stableId(`help ${code}`), code: `help:${code}`, name, description: name, taxonomy, language: 'es' }));
  return [...kinds, ...helps];
}

/** voice, cell or text, from RFC 6350 as the standard asks. */
function phoneType({ e164 }: Phone): 'cell' | 'voice' {
  return e164?.startsWith('+519') === true ? 'cell' : 'voice';
}

/** One service, nested. `page` is its address on this site. */
export function hsdsService(service: Service, view: ServiceView, page: string, words: DirectoryPhrases, regionNames: ReadonlyMap<string, string>): Hsds['service'] {
  const id = stableId(`service ${service.id}`);
  const organization = stableId(`organization ${service.organization}`);
  const terms = new Map(taxonomyTerms(words).map((term) => [term['code'], term]));
  const phones = [
    ...service.phones.map((phone) => ({ phone, type: phoneType(phone) as string, label: phone.label })),
    ...service.whatsapp.map((phone) => ({ phone, type: 'text', label: 'WhatsApp' })),
  ];
  const attribute = (code: string) => ({ id: stableId(`attribute ${service.id} ${code}`), link_id: id, link_type: code.startsWith('kind:') ? 'service_type' : 'service_category', link_entity: 'service', taxonomy_term_id: terms.get(code)?.['id'], taxonomy_term: terms.get(code) });
  const areas = service.coverage === 'national' ? ['PE'] : typeof service.coverage === 'string' ? [service.coverage] : service.coverage;
  return {
    id,
    organization_id: organization,
    name: service.name,
    description: service.services.join('. '),
    url: page,
    status: service.status === 'active' ? 'active' : 'inactive',
    alert: [view.sureness.short, ...view.sureness.cautions].join(' '),
    eligibility_description: service.serves.join('. '),
    ...(service.email[0] === undefined || view.byReferral ? {} : { email: service.email[0] }),
    ...(view.via.length === 0 ? {} : { application_process: `${view.byReferral ? words.shelterVia : words.via} ${view.via.map(({ name, phones: own }) => [name, own[0]?.number].filter(Boolean).join(': ')).join('; ')}` }),
    ...(service.cost === undefined ? {} : { fees_description: service.cost }),
    ...(service.verifiedOn === null ? {} : { assured_date: service.verifiedOn }),
    ...profileOf(service),
    organization: { id: organization, name: service.organization, description: service.organization },
    phones: phones.map(({ phone, type, label }) => ({ id: stableId(`phone ${service.id} ${phone.printed} ${type}`), service_id: id, number: phone.e164 ?? phone.printed, type, ...(label === undefined ? {} : { description: label }) })),
    service_areas: areas.map((area) => ({ id: stableId(`area ${service.id} ${area}`), service_id: id, name: area === 'PE' ? 'Perú' : ((countryCodes as readonly string[]).includes(area) ? words.countries[area as keyof DirectoryPhrases['countries']] : (regionNames.get(area) ?? area)) })),
    languages: service.languages.length < 2 ? [] : service.languages.map((code) => ({ id: stableId(`language ${service.id} ${code}`), service_id: id, code, name: words.languageNames[code as keyof DirectoryPhrases['languageNames']] ?? code })),
    schedules: scheduleOf(service, id),
    service_at_locations: locationOf(service, view, id, organization),
    attributes: [attribute(`kind:${service.kind}`), ...service.categories.map((each) => attribute(`help:${each}`))],
  };
}

function scheduleOf({ id: own, opens, hours }: Service, service: string): Record<string, unknown>[] {
  return opens.map(({ days: open, from, to }, at) => ({
    id: stableId(`schedule ${own} ${at}`),
    service_id: service,
    freq: 'WEEKLY',
    byday: open.map((day) => icalDays[days.indexOf(day)]).join(','),
    // Lima is five hours behind UTC all year; the standard writes the end of a day as 23:59.
    opens_at: `${from}-05:00`,
    closes_at: `${to === '24:00' ? '23:59' : to}-05:00`,
    timezone: -5,
    ...(hours === undefined ? {} : { description: hours }),
  }));
}

function locationOf(service: Service, view: ServiceView, id: string, organization: string): Record<string, unknown>[] {
  if (service.addressVisibility !== 'public' || service.address === undefined) return [];
  const location = stableId(`location ${service.id}`);
  const country = typeof service.coverage === 'string' && service.coverage !== 'national' ? service.coverage : 'PE';
  return [
    {
      id: stableId(`at ${service.id}`),
      service_id: id,
      location_id: location,
      location: {
        id: location,
        organization_id: organization,
        location_type: 'physical',
        name: view.place,
        addresses: [{ id: stableId(`address ${service.id}`), location_id: location, address_1: service.address, city: service.addressDistrict ?? service.district ?? service.city ?? '', state_province: service.province ?? '', postal_code: '', country, address_type: 'physical' }],
      },
    },
  ];
}

/** The pages of the standard's list format: here one page with everything. */
export function hsdsList(services: readonly Hsds['service'][]): Record<string, unknown> {
  return { total_items: services.length, total_pages: 1, page_number: 1, size: services.length, first_page: true, last_page: true, empty: services.length === 0, contents: services };
}

/** The same as tables: file name → rows, flat, each row with the ids that join them. */
export function hsdsTables(services: readonly Hsds['service'][], terms: readonly Record<string, string>[]): Record<string, Record<string, unknown>[]> {
  const nested = new Set(['organization', 'phones', 'service_areas', 'languages', 'schedules', 'service_at_locations', 'attributes', 'location', 'addresses', 'taxonomy_term']);
  const flat = (row: Record<string, unknown>) => Object.fromEntries(Object.entries(row).filter(([name]) => !nested.has(name)));
  const rows = (name: string) => services.flatMap((service) => service[name] as Record<string, unknown>[]);
  const links = rows('service_at_locations');
  const locations = links.map(({ location }) => location as Record<string, unknown>);
  return {
    organizations: [...new Map(services.map(({ organization }) => [(organization as { id: string }).id, organization as Record<string, unknown>])).values()],
    services: services.map(flat),
    phones: rows('phones').map(flat),
    locations: locations.map(flat),
    addresses: locations.flatMap(({ addresses }) => addresses as Record<string, unknown>[]),
    service_at_location: links.map(flat),
    service_areas: rows('service_areas'),
    languages: rows('languages'),
    schedules: rows('schedules'),
    attributes: rows('attributes').map(flat),
    taxonomy_terms: [...terms],
  };
}

/** The description of the tables (Tabular Data Package): each column's type, the keys that join them. */
export function dataPackage(tables: Readonly<Record<string, readonly Record<string, unknown>[]>>, title: string, day: string): Record<string, unknown> {
  const of: Readonly<Record<string, string>> = { organization_id: 'organizations', service_id: 'services', location_id: 'locations', taxonomy_term_id: 'taxonomy_terms' };
  return {
    profile: 'tabular-data-package',
    name: 'sin-trampa-directorio',
    title,
    created: day,
    licenses: [{ name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    resources: Object.entries(tables).map(([name, rows]) => {
      const columns = columnsOf(rows);
      return {
        name,
        path: `${name}.csv`,
        profile: 'tabular-data-resource',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: {
          fields: columns.map((column) => ({ name: column, type: rows.some((row) => typeof row[column] === 'number') ? 'number' : column === 'assured_date' ? 'date' : 'string', ...(column === 'id' ? { constraints: { required: true, unique: true } } : {}) })),
          primaryKey: 'id',
          foreignKeys: columns.flatMap((column) => (of[column] === undefined || of[column] === name ? [] : [{ fields: column, reference: { resource: of[column], fields: 'id' } }])),
        },
      };
    }),
  };
}
