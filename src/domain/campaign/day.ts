import * as z from 'zod';
import { countText, inflesz } from '#domain/readability.ts';

/** A campaign text must be at least «bastante fácil» (INFLESZ 65). */
export const EASY = 65;

/** A date of the campaign's year. Lives in content/campaign/days/<language>/<id>.yaml. */
export const campaignDaySchema = z
  .strictObject({
    name: z.string().min(5).max(80),
    day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Write the month and the day as "07-30", in quotes.'),
    says: z.string().min(30).describe('Who set the day, as the sources say it.'),
    sources: z.array(z.string()).min(1, 'A date without a source is hearsay; name one of content/sources.yaml.'),
    act: z.string().min(20).describe('One thing that one person can do that day.'),
    article: z.string().optional().describe('Id of an article to read for it.'),
    piece: z.string().optional().describe('Id of a sheet of content/campaign/pieces to hang that day.'),
  })
  .superRefine((written, context) => {
    const ease = inflesz(countText(`${written.name}.\n\n${written.says}\n\n${written.act}`));
    if (ease < EASY) context.addIssue({ code: 'custom', path: ['says'], message: `Its INFLESZ is ${ease.toFixed(1)}; shorten sentences until it is ${EASY}.` });
  });
export type CampaignDay = z.infer<typeof campaignDaySchema>;

/** The days of a year in its order, January first; days on one date by name. */
export function inYearOrder<Day extends Pick<CampaignDay, 'day' | 'name'>>(days: readonly Day[]): Day[] {
  return [...days].sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name));
}

/** How many of a year's days, in its order, are over on a given day (YYYY-MM-DD): the next one stands at that index, or at 0 in a new year. */
export function nextDay(days: readonly Pick<CampaignDay, 'day'>[], today: string): number {
  const at = days.findIndex(({ day }) => day >= today.slice(5));
  return at === -1 ? 0 : at;
}
