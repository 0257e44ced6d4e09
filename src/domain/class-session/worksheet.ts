import * as z from 'zod';
import { levels, type Item, type Quiz } from '../quiz/quiz.ts';
import type { Source } from '../source.ts';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);

const taskSchema = z.strictObject({
  title: text(4, 60),
  says: text(20, 420).describe('What to do, and the invented situation it is about.'),
  blanks: z.array(z.strictObject({ label: text(2, 140), lines: z.int().min(0).max(4) })).min(1).max(6),
  key: z.array(text(15, 220)).min(2).max(5).describe('What a good answer may hold; never the only right words.'),
});

/** A sheet to write on in the session of its level: content/worksheets/<language>/<level>.yaml; the questions are the quiz's. */
export const worksheetSchema = z.strictObject({
  level: z.enum(levels),
  title: text(8, 70),
  how: text(20, 240),
  items: z.array(z.string()).min(4).max(5).describe('Ids of questions of the level’s quiz, in order.'),
  why: text(8, 60).describe('The line under each question.'),
  tasks: z.array(taskSchema).min(1).max(2),
  keep: text(20, 200).describe('Whose the sheet is: what is collected and what is not.'),
  sources: z.array(z.string()).min(1).describe('What the keys of the tasks rest on; the questions bring their own.'),
});
export type Worksheet = z.infer<typeof worksheetSchema>;

/** A worksheet with its questions in full. */
export type ReadyWorksheet = Omit<Worksheet, 'items' | 'sources'> & { readonly id: string; readonly items: readonly Item[]; readonly sources: readonly Source[] };

/**
 * The questions that a worksheet names, in its order. Throws a sentence for an editor when one is not in
 * the quiz, stands twice, or when no honest offer is among them.
 */
export function pickItems({ items: ids }: Pick<Worksheet, 'items'>, quiz: Pick<Quiz, 'items'>, file: string): Item[] {
  const picked = ids.map((id) => {
    const found = quiz.items.find((item) => item.id === id);
    if (found === undefined) throw new Error(`${file}: the quiz has no question «${id}»; correct the id.`);
    return found;
  });
  if (new Set(ids).size < ids.length) throw new Error(`${file}: a question stands twice; take one away.`);
  if (!picked.some(({ about }) => about === 'oferta-honesta')) throw new Error(`${file}: put an honest offer among the questions, so that a class does not learn to doubt everything.`);
  return picked;
}
