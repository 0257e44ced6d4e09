import * as z from 'zod';
import { days } from '#domain/service/hours.ts';

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, 'Write the hour as "08:30", in quotes; the end of the day is "24:00".');

/** One stretch of opening hours, in the service's own time (America/Lima in Peru). */
export const openingSchema = z
  .strictObject({
    days: z.array(z.enum(days)).min(1).describe('lu, ma, mi, ju, vi, sa, do.'),
    from: clock,
    to: clock,
    holidays: z.boolean().optional().describe('true when a source says that it opens on holidays too; false when it says that it does not; leave out when none says.'),
  })
  .refine(({ from, to }) => from < to, 'The end comes before the beginning; for a night write two stretches.');
