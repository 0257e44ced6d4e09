import * as z from 'zod';
import { levels } from '../quiz/quiz.ts';

/** The three moments of a session, in the order and with the names that Peruvian tutors know. */
export const moments = ['inicio', 'desarrollo', 'cierre'] as const;
/** How long a session may be, in minutes: one or two pedagogical hours. */
export const lengths = [45, 90] as const;

const text = (min: number, max: number) => z.string().trim().min(min).max(max);

const stepSchema = z.strictObject({
  moment: z.enum(moments),
  minutes: z
    .tuple([z.int().min(0), z.int().min(1)])
    .describe('Minutes in the session of 45 and in that of 90; 0 where the short session leaves the step out.'),
  title: text(4, 60),
  does: text(40, 520).describe('What the teacher does and says.'),
});

/** A lesson plan for one level: content/class-sessions/<language>/<id>.yaml; its id is the id of its quiz. */
export const classSessionSchema = z
  .strictObject({
    level: z.enum(levels),
    order: z.int().min(1),
    title: text(8, 70),
    group: text(8, 120).describe('Who it is for: grade, or kind of group.'),
    purpose: text(40, 320),
    relate: text(30, 320).describe('What to relate it to. No competence is quoted as belonging to this subject: no official document says so.'),
    approach: text(20, 240),
    materials: z.array(text(4, 140)).min(2).max(7),
    steps: z.array(stepSchema).min(5).max(10),
    evidence: text(30, 260),
    checklist: z.array(text(15, 140)).min(3).max(5),
    metacognition: z.array(z.string().regex(/^¿[^?]+\?$/u, 'Ask it: with ¿ and ?.')).min(2).max(4),
    family: text(40, 400),
    checkedOn: z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date()),
    sources: z.array(z.string()).min(2, 'Name the sources of the facts and of the phones.'),
  })
  .superRefine(({ steps }, context) => {
    lengths.forEach((length, i) => {
      const sum = steps.reduce((all, { minutes }) => all + (minutes[i] ?? 0), 0);
      if (sum !== length) context.addIssue({ code: 'custom', path: ['steps'], message: `The steps of the session of ${length} minutes add up to ${sum}: correct the minutes.` });
      for (const moment of moments)
        if (!steps.some((step) => step.moment === moment && (step.minutes[i] ?? 0) > 0)) context.addIssue({ code: 'custom', path: ['steps'], message: `The session of ${length} minutes has no ${moment}.` });
    });
    const places = steps.map(({ moment }) => moments.indexOf(moment));
    if (places.some((place, i) => place < (places[i - 1] ?? 0))) context.addIssue({ code: 'custom', path: ['steps'], message: 'Write the steps in this order: inicio, desarrollo, cierre.' });
  });
export type ClassSession = z.infer<typeof classSessionSchema>;
