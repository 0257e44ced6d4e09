import * as z from 'zod';
import { families } from '../poster/family.ts';
import { graphFaults } from './graph.ts';
import { refusals } from './wording.ts';

/** How a story may end. None is a punishment: whoever took a wrong step finds help or a way back. */
export const endings = ['buena', 'no', 'ayuda', 'volver'] as const;
export type Ending = (typeof endings)[number];

/** Whom the reader may turn to; words and numbers stand in content/interface. */
export const routes = ['confianza', '1818', '105', '100'] as const;
export type Route = (typeof routes)[number];

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A name in an address is small letters, digits and hyphens.');

const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, `Too short: write at least ${min} characters.`)
    .max(max, `Too long for a phone: at most ${max} characters; break it into two.`)
    .superRefine((text, context) => refusals(text).forEach((message) => context.addIssue({ code: 'custom', message })));

const at = words(4, 24).optional().describe('When, as a chat shows it: «7:42 p. m.».');

/** One line of a scene. `tell` is the narrator, `who` somebody, `me` the reader, `ready` words to say aloud, `fact` what really happens. */
export const lineSchema = z.union(
  [
    z.strictObject({ tell: words(4, 420) }),
    z.strictObject({ who: words(2, 40), says: words(1, 420), at, voice: z.boolean().optional() }),
    z.strictObject({ me: words(1, 420), at }),
    z.strictObject({ ready: words(8, 240) }),
    z.strictObject({ fact: words(20, 320), sources: z.array(kebab).min(1, 'A fact without a source is a rumour: name one.') }),
  ],
  { error: 'A line is one of: tell · who + says (+ at, voice) · me (+ at) · ready · fact + sources.' },
);
export type Line = z.infer<typeof lineSchema>;

export const choiceSchema = z.strictObject({ say: words(6, 110).describe('What the reader does, as a sentence with «tú».'), go: kebab });
export type Choice = z.infer<typeof choiceSchema>;

export const endSchema = z.strictObject({
  kind: z.enum(endings),
  why: words(30, 420).describe('What made the difference, without praise or blame.'),
  act: words(10, 140).describe('The one thing to do today.'),
  signs: z.array(z.string()).max(4).default([]).describe('Ids of content/warning-signs that this path showed.'),
  good: z.array(z.string()).max(4).default([]).describe('Ids of content/reassuring-signs that this path showed.'),
  articles: z.array(kebab).min(1, 'Name one to three articles to go on with.').max(3),
  routes: z.array(z.enum(routes)).min(1).refine((list) => list.includes('confianza'), 'Somebody trusted («confianza») stands in every end.'),
});
export type End = z.infer<typeof endSchema>;

export const sceneSchema = z.strictObject({
  title: words(4, 48),
  slip: z.boolean().default(false).describe('true where the reader has taken a step that costs: every such scene leads back.'),
  lines: z.array(lineSchema).min(2, 'A scene has at least two lines.').max(12, 'A scene over twelve lines is two scenes.'),
  choices: z.array(choiceSchema).min(2, 'A choice has two or three ways.').max(3, 'More than three ways is a menu.').optional(),
  end: endSchema.optional(),
});
export type Scene = z.infer<typeof sceneSchema>;

/** One branching story: content/stories/<language>/<id>.yaml. */
export const storySchema = z
  .strictObject({
    order: z.int().min(1),
    title: words(8, 60),
    description: words(30, 160),
    cover: z.string().max(26).regex(/^[A-ZÁÉÍÓÚÑÜ0-9¿?¡!.,:%\s-]+$/u, 'A cover is written in capitals.'),
    family: z.enum(families),
    you: words(30, 320).describe('Whom the reader is in this story, and what that person wants.'),
    checkedOn: z.coerce.date(),
    start: kebab,
    scenes: z.record(kebab, sceneSchema),
  })
  .superRefine(({ start, scenes }, context) => {
    for (const message of graphFaults({ start, scenes })) context.addIssue({ code: 'custom', path: ['scenes'], message });
    const count = Object.keys(scenes).length;
    if (count < 10 || count > 16) context.addIssue({ code: 'custom', path: ['scenes'], message: `A story has 10 to 16 scenes; this one has ${count}.` });
  });
export type Story = z.infer<typeof storySchema>;

/** Every source that a story cites, once, in the order of its scenes. */
export const citedSources = (scene: Pick<Scene, 'lines'>): string[] => [...new Set(scene.lines.flatMap((line) => ('fact' in line ? line.sources : [])))];

/** Every text that a reader of this scene sees, for tests of wording and ease. */
export function textsOf({ title, lines, choices = [], end }: Scene): string[] {
  const spoken = lines.map((line) => ('tell' in line ? line.tell : 'says' in line ? line.says : 'me' in line ? line.me : 'ready' in line ? line.ready : line.fact));
  return [title, ...spoken, ...choices.map(({ say }) => say), ...(end === undefined ? [] : [end.why, end.act])];
}
