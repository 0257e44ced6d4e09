import { fill } from '#domain/phrases.ts';
import type { Region } from '#domain/region.ts';
import type { Phone } from '#domain/service/phone.ts';
import type { Kind, Service } from '#domain/service/service.ts';
import type { Day } from '#domain/service/source-date.ts';
import { sureness, type DirectoryPhrases, type Sureness } from '#domain/service/sureness.ts';

/** What the templates print of a service: every sentence ready, nothing to decide. */
export interface ServiceView {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly kind: Kind;
  readonly kindLabel: string;
  readonly about: string;
  readonly organization: string;
  readonly ofTheState: boolean;
  readonly place: string;
  readonly byReferral: boolean;
  readonly phones: readonly PhoneView[];
  readonly whatsapp: readonly PhoneView[];
  readonly via: readonly { readonly href: string; readonly name: string; readonly phones: readonly PhoneView[] }[];
  readonly address: string | undefined;
  readonly hours: string | undefined;
  readonly opens: Service['opens'];
  readonly languages: string;
  readonly cost: string | undefined;
  readonly notes: string | undefined;
  readonly sharedPhone: string | undefined;
  readonly withoutPapers: string | undefined;
  readonly chat: string | undefined;
  readonly email: readonly string[];
  readonly web: readonly { readonly href: string; readonly text: string }[];
  readonly services: readonly string[];
  /** The list above is the programme's, not this office's. */
  readonly servicesAreGeneral: boolean;
  readonly serves: readonly string[];
  readonly sureness: Sureness;
  /** A person called and it was right. */
  readonly verified: boolean;
  readonly basis: string | undefined;
  readonly sourceDate: string;
  readonly sources: readonly { readonly href: string; readonly text: string }[];
  readonly citation: string | undefined;
}

export interface PhoneView {
  /** Undefined where a press would reach nobody. */
  readonly href: string | undefined;
  readonly number: string;
  readonly free: boolean;
  /** Which number this is, and «solo funciona en Brasil» for one that cannot be reached from Peru. */
  readonly label: string | undefined;
}

export interface ViewContext {
  readonly today: Day;
  readonly phrases: DirectoryPhrases;
  readonly languageTag: string;
  readonly regions: ReadonlyMap<string, Pick<Region, 'name'>>;
  /** All publishable services, to follow `accessVia`. */
  readonly services: ReadonlyMap<string, Service>;
}

/** Kinds whose rows repeat the programme's general description (directory-notes.md, «generic values»). */
const PROGRAMMES: ReadonlySet<Kind> = new Set(['cem', 'sar', 'sau', 'upe', 'hogar', 'acogida', 'alegra', 'fiscalia', 'udavit']);

/** «998800813» → «998 800 813»: easier to read aloud and to dial. Other numbers stay as printed. */
export function spacedNumber(printed: string): string {
  return /^\d{9}$/.test(printed) ? printed.replace(/(\d{3})(?=\d)/g, '$1 ') : printed;
}

/** `only`: what to say of a number that works in its country alone; 100 in Brazil is another line than 100 in Peru. */
function phoneView({ printed, dial, e164, tollFree, label }: Phone, only: string | undefined): PhoneView {
  const said = [label, e164 === undefined ? only : undefined].filter((each) => each !== undefined).join('; ');
  return { href: `tel:${encodeURIComponent(e164 ?? dial).replace('%2B', '+')}`, number: spacedNumber(printed), free: tollFree === true, label: said === '' ? undefined : said };
}

function whatsappView(phone: Phone): PhoneView {
  return { ...phoneView(phone, undefined), href: phone.e164 === undefined ? undefined : `https://wa.me/${phone.e164.slice(1)}` };
}

/** The town in words, from small to large; for the whole country and abroad, that. Never more than the region for a shelter. */
export function placeOf(service: Service, { phrases, regions }: Pick<ViewContext, 'phrases' | 'regions'>): string {
  const { coverage, addressVisibility } = service;
  const region = coverage === 'national' ? phrases.placeNational : typeof coverage === 'string' ? phrases.countries[coverage] : coverage.length > 3 ? '' : coverage.map((id) => regions.get(id)?.name ?? id).join(` ${phrases.and} `);
  if (addressVisibility === 'by-referral' || addressVisibility === 'none') return region;
  const parts = [service.addressDistrict ?? service.district ?? service.city, service.province, coverage === 'national' && service.city !== undefined ? undefined : region];
  return [...new Set(parts.filter((part): part is string => part !== undefined && part !== ''))].join(', ');
}

function linkText(href: string): string {
  return new URL(href).hostname.replace(/^www\./, '');
}

/** A service with every sentence that a page prints. */
export function serviceView(service: Service, context: ViewContext): ServiceView {
  const { phrases, today, languageTag, services } = context;
  const kind = phrases.kinds[service.kind];
  const only = typeof service.coverage === 'string' && service.coverage !== 'national' ? fill(phrases.onlyFrom, { country: phrases.countries[service.coverage] }) : undefined;
  const programmes: Readonly<Partial<Record<Kind, { readonly text: string; readonly href: string }>>> = phrases.papers;
  const papers = programmes[service.kind];
  const names = service.languages.map((code) => phrases.languageNames[code as keyof typeof phrases.languageNames] ?? code);
  return {
    id: service.id,
    href: `/ayuda/${service.id}/`,
    name: service.name,
    kind: service.kind,
    kindLabel: kind.one,
    about: kind.about,
    organization: service.organization,
    ofTheState: service.organizationType === 'state',
    place: placeOf(service, context),
    byReferral: service.addressVisibility === 'by-referral',
    phones: service.phones.map((phone) => phoneView(phone, only)),
    whatsapp: service.whatsapp.map(whatsappView),
    via: service.accessVia.map((id) => {
      const way = services.get(id);
      if (way === undefined) throw new Error(`content/services: «${service.id}» is reached via «${id}», which is not published; name another way in.`);
      return { href: `/ayuda/${id}/`, name: way.name, phones: way.phones.map((phone) => phoneView(phone, undefined)) };
    }),
    address: service.addressVisibility === 'public' ? service.address : undefined,
    hours: service.hours,
    opens: service.opens,
    languages: languagesInWords(names, phrases),
    cost: service.cost,
    notes: service.notes,
    sharedPhone: service.sharedPhone,
    withoutPapers: service.withoutPapers ?? papers?.text,
    chat: service.chat,
    email: service.email,
    web: service.web.map((href) => ({ href, text: linkText(href) })),
    services: service.services,
    servicesAreGeneral: PROGRAMMES.has(service.kind),
    serves: service.serves,
    sureness: sureness(service, today, phrases, languageTag),
    verified: service.verifiedOn !== null,
    basis: { 'existence-only': phrases.sureness.existence, 'copy-of-official-list': phrases.sureness.copy, 'contact-in-sources': undefined }[service.confidenceBasis],
    sourceDate: fill(phrases.sourceDates, { dates: service.sourceDate.replace(/\.$/, '') }),
    sources: [...service.sources, ...(papers === undefined ? [] : [papers.href])].map((href) => ({ href, text: linkText(href) })),
    citation: service.publicCitation,
  };
}

function languagesInWords(names: readonly string[], phrases: DirectoryPhrases): string {
  const [first, ...rest] = names;
  if (first === undefined) return phrases.languagesUnknown;
  const start = first.charAt(0).toUpperCase() + first.slice(1);
  const last = rest.at(-1);
  if (last === undefined) return fill(phrases.languagesOnly, { languages: start });
  return `${[start, ...rest.slice(0, -1)].join(', ')} ${phrases.and} ${last}.`;
}
