import * as z from 'zod';

/** Who runs this copy. Comes from content/site.yaml; a demonstration copy names no organisation. */
export const siteSchema = z.strictObject({
  name: z.string().describe('The name on every page.'),
  address: z.url().describe('Where this copy lives, with https:// and no slash at the end. Share pictures and the sitemap need it.'),
  organization: z
    .strictObject({
      name: z.string(),
      contact: z.string().describe('How to reach the people who answer for this copy: an e-mail address or a phone.'),
    })
    .nullable()
    .describe('The organisation that answers for this copy, or null: then every page says that it is a demonstration.'),
  exit: z.url().describe('Where «Salir rápido» goes: a neutral page that many people open and that shows no recent activity.'),
  tips: z.strictObject({
    mode: z.enum(['practice', 'composer', 'intake']).describe('practice: a demo desk, nobody reads. composer: no server, the person hands the report over. intake: a real desk.'),
    intake: z.url().nullable().describe('The whole address of the letterbox in intake mode, as https://avisos.example.pe/buzon; null otherwise.'),
    salt: z.string().min(6).describe('Public text mixed into every receipt of this copy. Never change it once real receipts exist: they would stop working.'),
  }),
});
export type Site = z.infer<typeof siteSchema>;
