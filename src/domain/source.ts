import * as z from 'zod';

/** One publication that a fact on the site rests on. Lives in content/sources.yaml, once. */
export const sourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A source id is publisher-year-topic in small letters and hyphens.'),
  about: z.string().min(8).describe('What it is, in our own words.'),
  publisher: z.string().min(2),
  date: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|sin fecha)$/, 'Write 2025, 2025-06, 2025-06-30 or «sin fecha».'),
  url: z.url('A source address starts with https:// or http://; leave the line out when there is none.').optional(),
  strength: z.enum(['A', 'B', 'W']).describe('A official or primary, B good press, NGO or academic, W weak.'),
  linkable: z.boolean().describe('false where the page names a victim, or is a copy of unsure origin: cited without a link.'),
});
export type Source = z.infer<typeof sourceSchema>;
