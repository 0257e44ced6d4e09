import * as z from 'zod';

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
