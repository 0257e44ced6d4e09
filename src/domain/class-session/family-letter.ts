import * as z from 'zod';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);

/** A school's letter to a pupil's family, on one A4: content/family-letter/<language>.yaml. */
export const familyLetterSchema = z.strictObject({
  title: text(8, 60),
  description: text(40, 160),
  how: text(20, 260).describe('Said on the page above the letter, not printed.'),
  school: text(4, 40),
  date: text(4, 20),
  greeting: text(8, 60),
  opening: text(60, 420),
  talkedTitle: text(8, 60),
  talked: z.array(text(15, 120)).min(3).max(5).describe('Printed with a box to mark; an empty line follows.'),
  more: text(4, 40),
  questionsTitle: text(8, 60),
  questions: z.array(z.string().regex(/^¿[^?]+\?$/u, 'Ask it: with ¿ and ?.')).length(3),
  calm: text(60, 320),
  callTitle: text(8, 60),
  callHead: z.array(text(4, 30)).length(3),
  /** The numbers themselves come from the directory. */
  call: z.array(z.strictObject({ id: z.string(), when: text(4, 60), say: text(4, 110).optional() })).min(3).max(5),
  dated: z.string().includes('{day}', { message: 'Say of which {day} the numbers are.' }),
  reach: text(20, 200).describe('How to reach the school; lines to write follow.'),
  person: text(4, 40),
  hours: text(4, 40),
  origin: text(20, 200),
  sources: z.array(z.string()).min(1),
});
export type FamilyLetter = z.infer<typeof familyLetterSchema>;

/** A line of the letter's list of numbers, as it prints. */
export interface CallLine {
  readonly when: string;
  readonly number: string;
  readonly say: string | undefined;
}
