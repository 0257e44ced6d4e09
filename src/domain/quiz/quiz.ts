import * as z from 'zod';

/** For whom a set is made: each level has one set of its own. */
export const levels = ['secundaria-1-2', 'secundaria-3-5', 'superior', 'migrantes', 'familias', 'operadores'] as const;
export type Level = (typeof levels)[number];

/**
 * What an item is about. Every technique of recruitment has items of its own, because learning one
 * hardly protects against another (inoculation studies: shared/research/educators-directory-offline.md
 * 1.4); honest offers stand among the false ones, so that suspicion of everything scores badly too.
 */
export const abouts = ['tecnica', 'oferta-honesta', 'saber', 'actuar'] as const;

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is small letters, digits and hyphens.');

const refused: readonly (readonly [RegExp, string])[] = [
  [/\bprostitu/iu, 'say «explotación sexual»: nobody who is trafficked prostitutes herself'],
  [/\b(no )?eres (una )?v[ií]ctima/iu, 'no page says what a person is'],
  [/oferta (es )?segura/iu, 'no offer is called «segura»; say what was checked'],
  [/(?<!no es )(?<!no fue )\btu culpa\b|\bingenu[oa]|\btont[oa]/iu, 'no blame'],
  [/\b(esclav\w*|cadenas|tortura\w*)\b/iu, 'fear does not teach'],
  [/todas las (anteriores|opciones)|ninguna de las anteriores/iu, 'options that talk about other options teach how to guess'],
];

const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, `Too short to help: write at least ${min} characters.`)
    .max(max, `Too long to be read aloud or from across a room: at most ${max} characters.`)
    .superRefine((text, context) => {
      for (const [pattern, why] of refused) {
        const found = pattern.exec(text)?.[0];
        if (found !== undefined) context.addIssue({ code: 'custom', message: `Do not write «${found}»: ${why}.` });
      }
    });

export const optionSchema = z.strictObject({
  text: words(2, 110).describe('What a pupil may answer. Short: it is read from across a room.'),
  feedback: words(25, 320).describe('Why this option is right or not, said kindly; every option has its own.'),
});

export const itemSchema = z.strictObject({
  id: kebab.describe('Name of the item inside its set; exports carry it.'),
  about: z.enum(abouts),
  topic: z.string().regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/).describe('Id of a warning sign (deuda_adelanto) where one fits, else an id of its own with hyphens.'),
  scene: words(20, 420).optional().describe('The message, offer or situation that the class reads first; invented, no real firm or phone.'),
  question: words(12, 160).regex(/¿[^?]+\?$/u, 'Ask it: with ¿ and ?.'),
  options: z.array(optionSchema).min(3).max(4).describe('Three or four: the paper cards say A, B, C, D.'),
  right: z.int().min(0).max(3).describe('Place of the right option, counted from 0. Spread them: not always the same letter, not always the longest.'),
  talk: words(25, 360).describe('What the teacher may ask or tell the class after the answer.'),
  sources: z.array(kebab).min(1, 'Name the source on which the right answer rests.'),
});
export type Item = z.infer<typeof itemSchema>;

/** What the forms to take along need of an item. A teacher's own has no talk, and a `mark` that says whose it is. */
export type TakenItem = Pick<Item, 'id' | 'question' | 'options' | 'right'> & { readonly scene?: string | undefined; readonly talk?: string | undefined; readonly mark?: string | undefined };
export interface TakenSet {
  readonly title: string;
  readonly intro: string;
  readonly items: readonly TakenItem[];
}

const repeated = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index);

/** One set of items for a class: content/quizzes/<language>/<id>.yaml. Knowledge and scenes; never a pupil's own experience. */
export const quizSchema = z
  .strictObject({
    level: z.enum(levels),
    order: z.int().min(1),
    title: words(8, 65),
    description: words(30, 160),
    intro: words(40, 420).describe('What the teacher says before the first item.'),
    checkedOn: z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date('Write the day as 2026-11-28.')),
    items: z.array(itemSchema).min(10, 'A set has 10 to 14 items: the result code of a pupil holds the first ten.').max(14),
  })
  .superRefine(({ items }, context) => {
    const twice = repeated(items.map(({ id }) => id));
    if (twice !== undefined) context.addIssue({ code: 'custom', path: ['items'], message: `The id «${twice}» stands twice: rename one.` });
    items.forEach(({ id, options, right }, i) => {
      if (right >= options.length) context.addIssue({ code: 'custom', path: ['items', i, 'right'], message: `Item «${id}» has no right answer: option ${right} does not exist.` });
      const same = repeated(options.map(({ text }) => text.toLowerCase()));
      if (same !== undefined) context.addIssue({ code: 'custom', path: ['items', i, 'options'], message: `Item «${id}» says «${same}» twice.` });
    });
  });
export type Quiz = z.infer<typeof quizSchema>;

/** Every source that a set cites, once. */
export const citedSources = (quiz: Pick<Quiz, 'items'>): string[] => [...new Set(quiz.items.flatMap(({ sources }) => sources))];

/**
 * The short test before and after the hour: content/before-after/<language>.yaml. Four pairs of
 * parallel items (one asked before, its twin after), one question about confidence and one about a plan.
 */
export const beforeAfterSchema = z.strictObject({
  title: words(8, 65),
  intro: words(40, 420),
  checkedOn: z.preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date()),
  pairs: z.array(z.strictObject({ before: itemSchema, after: itemSchema })).length(4),
  confidence: z.strictObject({ question: words(12, 160), options: z.array(words(2, 60)).length(4) }),
  plan: z.strictObject({ question: words(12, 200), options: z.array(words(2, 110)).length(4) }),
});
export type BeforeAfter = z.infer<typeof beforeAfterSchema>;
