import * as z from 'zod';
import { regionIdSchema } from '#domain/region.ts';
import { fingerprintOf, type PublicDesk } from './letterbox.ts';
import { suiteOf } from './seal.ts';

/** One organisation's desk: content/desks/<id>.yaml. The file's name is the desk's id. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Write the day like this: 2026-11-30 (in quotes).');

export const deskKeySchema = z
  .strictObject({
    recipient: z.string().refine((text) => suiteOf(text) !== null, 'This is no public age key (age1… or age1pq1…).'),
    fingerprint: z.string().describe('The fingerprint that `npm run desk -- keys new` prints; it stands on posters too.'),
    validFrom: day.describe('First day on which tips are sealed to this key.'),
    validTo: day.describe('Last day. Put the next key in before it: a key serves 90 days.'),
  })
  .refine((key) => key.fingerprint === fingerprintOf(key.recipient), 'The fingerprint is not this key’s: copy the two together.')
  .refine((key) => key.validFrom <= key.validTo, 'validFrom comes after validTo.');

export const deskSchema = z
  .strictObject({
    name: z.string().min(3).max(80).describe('The name that people see: «Mesa Frontera Norte».'),
    who: z.string().min(10).max(300).describe('Who reads, in one or two simple sentences.'),
    national: z.boolean().default(false).describe('true for one desk only: the national one, which gets a copy of everything.'),
    regions: z.array(regionIdSchema).default([]).describe('Regions whose tips it takes.'),
    everywhereElse: z.boolean().default(false).describe('true for one desk only: it takes what no other desk covers.'),
    demo: z.boolean().default(false).describe('true: a practice desk. Its keys are made at every start and nobody reads.'),
    keys: z.array(deskKeySchema).max(4).default([]).describe('Public keys. Never put a secret key here.'),
  })
  .refine((desk) => desk.demo === (desk.keys.length === 0), 'A real desk has a key at least; a practice desk has none.')
  .refine((desk) => !desk.national || (desk.regions.length === 0 && !desk.everywhereElse), 'The national desk has no regions.')
  .refine((desk) => desk.national || desk.everywhereElse || desk.regions.length > 0, 'This desk takes tips from nowhere: give it regions.');

export type DeskFile = z.infer<typeof deskSchema>;
export type Desk = DeskFile & { readonly id: string };

/**
 * What is wrong with a set of desks taken together, in sentences; empty when nothing is.
 * @param mode in `intake` mode practice desks are refused, and every desk needs a key valid on `today`
 * @param today YYYY-MM-DD
 */
export function deskProblems(desks: readonly Desk[], mode: 'practice' | 'intake', today: string): string[] {
  const problems: string[] = [];
  const count = (flag: 'national' | 'everywhereElse') => desks.filter((desk) => desk[flag]).length;
  if (count('national') !== 1) problems.push(`content/desks: ${count('national')} desks say national: true; one must.`);
  if (count('everywhereElse') !== 1) problems.push(`content/desks: ${count('everywhereElse')} desks say everywhereElse: true; one must.`);
  const taken = new Map<string, string>();
  for (const desk of desks) {
    for (const region of desk.regions) {
      const other = taken.get(region);
      if (other !== undefined) problems.push(`content/desks/${desk.id}.yaml: «${region}» belongs to ${other}.yaml already.`);
      taken.set(region, desk.id);
    }
    if (mode === 'intake' && desk.demo) problems.push(`content/desks/${desk.id}.yaml: a practice desk; a real letterbox takes none.`);
    if (mode === 'intake' && !desk.keys.some((key) => key.validFrom <= today && today <= key.validTo)) {
      problems.push(`content/desks/${desk.id}.yaml: no key is valid today (${today}).`);
    }
  }
  const suites = new Set(desks.flatMap((desk) => desk.keys.map((key) => suiteOf(key.recipient))));
  if (suites.size > 1) problems.push('content/desks: classic keys (age1…) and hybrid keys (age1pq1…) side by side; choose one kind.');
  return problems;
}

/** The part of a desk that goes into the page. */
export const publicDesk = ({ id, name, national, regions, everywhereElse, demo, keys }: Desk): PublicDesk => ({
  id, name, national, regions, everywhereElse, demo, keys,
});
