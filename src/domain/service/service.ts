import * as z from 'zod';
import { countryCodes, regionIdSchema, regionIds, unknownRegion } from '#domain/region.ts';
import { digitFault, phoneSchema } from '#domain/service/phone.ts';
import { datesIn, earliestDay, type Day } from '#domain/service/source-date.ts';
import { openingSchema } from '#domain/service/opening.ts';
import { placeIn } from '#domain/service/hidden-place.ts';
import { audiences, helps, kinds } from '#domain/service/kinds.ts';

export { audiences, helps, kinds, type Audience, type Help, type Kind } from '#domain/service/kinds.ts';

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is small letters, digits and hyphens; it is also the file name and the address.');
const text = z.string().trim().min(1, 'Leave the line out instead of leaving it empty.');
const url = z.url({ protocol: /^https?$/, error: 'A source or page address starts with https:// or http://.' });
/** YAML reads an unquoted 2026-11-24 as a date and 2024 as a number; an editor need not know. */
const datesAsText = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'number' ? String(value) : value);
const day = z.preprocess(datesAsText, z.iso.date('Write the day as 2026-11-24.').nullable());
const coverage = z
  .union([z.literal('national'), z.enum(countryCodes), z.array(regionIdSchema).min(1)], {
    error: ({ input }) => {
      const wrong = Array.isArray(input) ? input.find((each) => !(regionIds as readonly unknown[]).includes(each)) : input;
      return `coverage: ${unknownRegion(wrong)} For all of Peru write «national»; abroad, one of ${countryCodes.join(', ')}.`;
    },
  })
  .describe('Where it serves: a list of regions, «national», or a country abroad.');

const fields = z.strictObject({
  id: idSchema,
  name: text,
  organization: text.describe('Who runs it.'),
  organizationType: z.enum(['state', 'ngo', 'international']),
  kind: z.enum(kinds).describe('The sort of place; content/interface/es/directory.json explains each to readers.'),
  subtype: text.describe('The exact type, as the source names it.'),
  category: z.enum(helps).describe('Its main kind of help.'),
  categories: z.array(z.enum(helps)).min(1),
  status: z.enum(['active', 'not-confirmed', 'outdated']).describe('active: a source shows that it exists; not that the phone answers.'),
  advice: z.enum(['publish', 'publish-with-warning', 'publish-without-location', 'do-not-publish', 'optional']).describe('do-not-publish rows stay here so that nobody adds them again; they reach no page.'),
  services: z.array(text).min(1).describe('What it does.'),
  serves: z.array(text).min(1).describe('Whom it serves, in the words of the source.'),
  audiences: z.array(z.enum(audiences)).min(1).describe('Whom it serves, for the filter.'),
  phones: z.array(phoneSchema).default([]),
  whatsapp: z.array(phoneSchema).default([]).describe('Only when a source says that it is WhatsApp.'),
  sms: z.array(phoneSchema).default([]),
  chat: text.optional(),
  email: z.array(z.email('An e-mail address has one @ and a dot.')).default([]),
  web: z.array(url).default([]),
  hours: text.optional().describe('In plain words; leave out when no source gives them.'),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'ISO 639 code: es, qu, ay, shp …')).default([]),
  coverage,
  province: text.optional(),
  district: text.optional(),
  city: text.optional(),
  addressVisibility: z.enum(['public', 'area-only', 'by-referral', 'none']).describe('public: its place may be shown. area-only: only the town. by-referral: a shelter, never a place. none: it has no place to go to, such as a phone line.'),
  address: text.optional(),
  addressDistrict: text.optional().describe('The district that the printed address names, where it is not the listed one; shown and searched instead of it. Say so under conflicts.'),
  sharedPhone: text.optional().describe('Why another row prints the same number, to the reader. Without it two rows with one number stop the build.'),
  withoutPapers: text.optional().describe('What a source says about attending people without papers; leave out when none does.'),
  opens: z.array(openingSchema).default([]).describe('The hours again, for «abierto ahora»; only where a source gives them.'),
  accessVia: z.array(idSchema).default([]).describe('Ids of the services to call to reach this one.'),
  cost: text.optional().describe('Only what a source says; leave out when none does.'),
  notes: text.optional().describe('What a reader should know, to the reader.'),
  sourceName: text.optional().describe('How a sentence names the source: «el directorio del MIMP».'),
  sourceDate: z.preprocess(datesAsText, text).describe('The date of each source, as text: 2025-06-30, 2025-06, 2025, «sin fecha visible».'),
  sources: z.array(url).default([]).describe('Pages that a reader may open. Never a raw list: such files also hold shelters.'),
  publicCitation: text.optional().describe('What to print where there is no page to link.'),
  confidence: z.enum(['high', 'medium', 'low']),
  confidenceBasis: z.enum(['contact-in-sources', 'copy-of-official-list', 'existence-only']).describe('What the confidence is about.'),
  conflicts: z.array(text).default([]).describe('Where sources disagree, in words for the reader.'),
  verification: z.array(text).default([]).describe('What was compared at a desk, for editors. No call.'),
  verifiedOn: day.default(null).describe('The day a person called and it was right. Empty until then.'),
  verifiedBy: text.nullable().default(null).describe('The organisation or role that called, never a private name.'),
});
export type Service = z.infer<typeof fields>;

/**
 * The schema of content/services/<region>/<id>.yaml. `today` (YYYY-MM-DD) refuses dates that have not come yet;
 * it comes in as an argument so that this file needs no clock.
 */
export function serviceSchema(today: Day) {
  return fields.superRefine((service, context) => {
    const refuse = (path: keyof Service, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    checkSource(service, today, refuse);
    checkPlace(service, refuse);
    const country = typeof service.coverage === 'string' && service.coverage !== 'national' ? service.coverage : 'PE';
    for (const field of ['phones', 'whatsapp', 'sms'] as const)
      for (const [at, phone] of service[field].entries()) {
        const fault = digitFault(phone, country);
        if (fault !== undefined) context.addIssue({ code: 'custom', path: [field, at], message: fault });
      }
    if (!service.categories.includes(service.category)) refuse('categories', `Add «${service.category}», its main category, to the list.`);
    if (service.verifiedOn !== null && service.verifiedOn > today) refuse('verifiedOn', `${service.verifiedOn} is in the future; write the day of the call.`);
    if ((service.verifiedOn === null) !== (service.verifiedBy === null)) refuse('verifiedBy', 'Fill in both the day and who called, or neither.');
  });
}

type Refuse = (path: keyof Service, message: string) => void;

function checkSource(service: Service, today: Day, refuse: Refuse): void {
  if (service.advice !== 'do-not-publish' && service.sources.length === 0 && service.publicCitation === undefined)
    refuse('sources', 'A service needs a page that says so, or a publicCitation; add one, or set advice: do-not-publish.');
  const dates = datesIn(service.sourceDate);
  if (dates.length === 0 && !/sin fecha/i.test(service.sourceDate)) refuse('sourceDate', 'Write the year of the source, or «sin fecha visible».');
  for (const date of dates) if (earliestDay(date) > today) refuse('sourceDate', `${date} is in the future; correct it.`);
}

function checkPlace(service: Service, refuse: Refuse): void {
  const { addressVisibility: visibility } = service;
  if (service.category === 'shelter-referral' && visibility !== 'by-referral') refuse('addressVisibility', 'A shelter is «by-referral»: people are led to it, its place is never written.');
  if (visibility === 'public') return;
  if (service.address !== undefined) refuse('address', visibility === 'by-referral' ? 'The address of a shelter is never written, not even here; take the line out.' : `With addressVisibility «${visibility}» no address may stand here; take it out, or make it public.`);
  if (visibility !== 'by-referral') return;
  for (const field of ['province', 'district', 'city', 'chat'] as const) if (service[field] !== undefined) refuse(field, `A by-referral service has no ${field}; take the line out.`);
  for (const field of ['phones', 'whatsapp', 'sms', 'email', 'web'] as const) if (service[field].length > 0) refuse(field, `A by-referral service has no ${field} of its own; write in accessVia whom to call.`);
  if (service.accessVia.length === 0) refuse('accessVia', 'Say whom to call to get in: ids such as linea-100.');
  const words = [service.name, service.notes, service.hours, service.cost, service.publicCitation, ...service.services, ...service.serves, ...service.conflicts];
  for (const each of words) {
    const place = placeIn(each ?? '');
    if (place !== undefined) refuse('notes', `«${place}» in the text of a by-referral service looks like a place or a phone; take it out.`);
  }
}
