import * as z from 'zod';
import { countText, inflesz, plainText } from './readability.ts';

const optionSchema = z.strictObject({ text: z.string().min(2), right: z.boolean(), feedback: z.string().min(10) });

/** A question with its options; each option says why it helps or harms. */
export const checkSchema = z.strictObject({
  question: z.string().min(10),
  options: z.array(optionSchema).min(2).max(4).refine((options) => options.filter(({ right }) => right).length === 1, 'A check has exactly one right answer: mark it `right: true`.'),
});

/** Front matter of content/lessons/<language>/<id>.mdx, a lesson for officials and volunteers. */
export const lessonSchema = z.strictObject({
  title: z.string().min(8).max(65),
  description: z.string().min(30).max(160),
  order: z.int().min(1).max(6),
  checkedOn: z.coerce.date(),
  diagram: z.boolean().default(false).describe('Whether the route is drawn above the text.'),
  sources: z.array(z.string()).min(2, 'A lesson without two sources is an opinion.'),
  checks: z.array(checkSchema).length(3, 'A lesson has three checks.'),
});
export type Lesson = z.infer<typeof lessonSchema>;

const LEAST = 600;
const MOST = 1000;
const EASY = 60;

/** What is wrong with a lesson's text, as sentences for its editor; empty when nothing is. `sources`: how many it lists. */
export function lessonFaults(body: string, sources: number): string[] {
  const counts = countText(plainText(body));
  const ease = inflesz(counts);
  const used = new Set([...body.matchAll(/<Fuente n=\{(\d+)\}/g)].map((match) => Number(match[1])));
  const faults: string[] = [];
  if (counts.words < LEAST || counts.words > MOST) faults.push(`it has ${counts.words} words; write ${LEAST} to ${MOST}.`);
  if (ease < EASY) faults.push(`its INFLESZ is ${ease.toFixed(1)}; shorten sentences until it is ${EASY}.`);
  if (!body.includes('## Haz esto hoy')) faults.push('it lacks «## Haz esto hoy»; end with one act.');
  for (const n of used) if (n < 1 || n > sources) faults.push(`<Fuente n={${n}} /> points past its ${sources} sources.`);
  for (let n = 1; n <= sources; n += 1) if (!used.has(n)) faults.push(`source ${n} is listed but no sentence uses it; cite it or take it out.`);
  return faults;
}
