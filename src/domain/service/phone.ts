import * as z from 'zod';
import type { CountryCode } from '#domain/region.ts';

/** The digits of a number without the trunk zeros in front («(01) 311-0300», «(00) 58 414 …»), to compare two ways of writing it. */
const digits = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');

/** How many digits a Peruvian number has: a mobile, Lima's landlines, another region's landline. */
const PERUVIAN = /^\+51(?:9\d{8}|1\d{7}|[4-8]\d{7})$/;

/** One number, as printed and as dialled. Short codes have no `e164`: they do not work from abroad. */
export const phoneSchema = z
  .strictObject({
    printed: z.string().min(3).describe('As the source prints it; this is what the reader sees.'),
    e164: z
      .string()
      .regex(/^\+[1-9]\d{7,14}$/, 'Write the international form: + and 8 to 15 digits; for a short code leave the line out.')
      .optional(),
    dial: z
      .string()
      .regex(/^[+*]?\d{3,15}$/, 'Write only what a finger dials: digits, with + or * in front where it belongs.')
      .describe('Becomes the tel: link.'),
    tollFree: z.boolean().optional().describe('true when a source says that calling is free, false when it is an ordinary number; leave out when unknown.'),
    label: z.string().min(2).optional().describe('Which of several numbers, or what to press: «central», «marca la opción 5».'),
  })
  .superRefine((phone, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    const printed = digits(phone.printed);
    const dialled = digits(phone.dial);
    if (!printed.endsWith(dialled) && !dialled.endsWith(printed))
      refuse(`«${phone.printed}» and the dialled «${phone.dial}» are different numbers; copy the printed one again.`);
    if (phone.e164 !== undefined && !digits(phone.e164).endsWith(dialled))
      refuse(`«${phone.e164}» and the dialled «${phone.dial}» are different numbers; copy the printed one again.`);
    if (phone.e164?.startsWith('+51') === true && !PERUVIAN.test(phone.e164))
      refuse(`«${phone.printed}» has the wrong number of digits for Peru: 9 for a mobile (it starts with 9), 8 for a landline with its area code.`);
  });
export type Phone = z.infer<typeof phoneSchema>;

/** Numbers that are dialled only inside their country: short codes and toll-free ones, by the numbering plan of each (ITU-T E.164 national annexes). */
const INSIDE: Readonly<Record<'PE' | CountryCode, readonly [RegExp, string]>> = {
  PE: [/^(?:\d{3,4}|0800\d{5})$/, 'a short code has 3 or 4 digits, a 0800 number 9; a mobile or a landline needs its e164 line'],
  EC: [/^(?:\d{3}|1800\d{6})$/, 'a short code has 3 digits, a 1800 number 10'],
  CO: [/^(?:\d{3}|01800\d{7})$/, 'a short code has 3 digits, a 01 8000 number 12'],
  VE: [/^(?:\d{3}|0\d{10})$/, 'a short code has 3 digits, any other 11 with its zero'],
  BO: [/^(?:\d{3}|800\d{6})$/, 'a short code has 3 digits, an 800 number 9'],
  BR: [/^(?:\d{3}|0800\d{7})$/, 'a short code has 3 digits, a 0800 number 11'],
  CL: [/^(?:\*?\d{3,4}|800\d{6})$/, 'a short code has 3 or 4 digits, an 800 number 9'],
  AR: [/^(?:\d{3}|0?800\d{7}|\d{10})$/, 'a short code has 3 digits, any other 10'],
};
/** International numbers: country code, then as many digits as the country has. */
const OUTSIDE: readonly [string, RegExp][] = [
  ['Ecuador', /^\+593(?:9\d{8}|[2-7]\d{7})$/], ['Colombia', /^\+57\d{10}$/], ['Venezuela', /^\+58\d{10}$/], ['Bolivia', /^\+591\d{8}$/],
  ['Brazil', /^\+55\d{10,11}$/], ['Chile', /^\+56\d{9}$/], ['Argentina', /^\+54\d{10,11}$/], ['Peru', PERUVIAN],
];

/** What is wrong with the number of digits for a number of its kind in that country; undefined when it fits. */
export function digitFault({ e164, dial, printed }: Phone, country: 'PE' | CountryCode): string | undefined {
  if (e164 === undefined) {
    const [fits, kinds] = INSIDE[country];
    return fits.test(dial) ? undefined : `«${printed}» has the wrong number of digits for ${country}: ${kinds}.`;
  }
  return OUTSIDE.some(([, fits]) => fits.test(e164)) ? undefined : `«${printed}» (${e164}) has the wrong number of digits, or a country code that the site does not cover.`;
}
