import * as z from 'zod';
import { audiences, questions } from '#domain/article.ts';
import { refusals } from './wording.ts';

/** A text that a reader sees: within a length, and free of verdicts, scores, fear and blame. */
const words = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, `Too short to help: write at least ${min} characters.`)
    .max(max, `Too long for a phone card: at most ${max} characters.`)
    .superRefine((text, context) => {
      for (const message of refusals(text)) context.addIssue({ code: 'custom', message });
    });

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is small letters, digits and hyphens.');

const help = z
  .string()
  .regex(/^(\/([a-z0-9-]+\/)*|[a-z0-9]+(-[a-z0-9]+)*)$/, 'Help is a service id (linea-1818), a person (persona-de-confianza) or a page of this site that starts and ends with a slash (/ayuda/).')
  .describe('A service id of the directory, a person of content/interface/es/self-check.json, or a page of this site.');

const sources = z.array(kebab).default([]).describe('Ids of content/sources.yaml on which the facts of this feedback rest.');

/** Facts give themselves away: a figure, a law, an office. Advice and comfort need no source. */
const fact = /\d|\b(ley|leyes|delitos?|fiscal[ií]a|ministerio|sunafil|sunat|seg[uú]n)\b/iu;
const isFact = (text: string) => fact.test(text.replaceAll(/\b18 años|\b(105|1818|1810|100|114)\b/g, ''));

export const optionSchema = z
  .strictObject({
    feedback: words(40, 420).describe('What this answer may mean and what your rights say. Two to five short sentences, warm, no fear, no blame.'),
    step: words(15, 200).describe('One step without danger that the person can take today, as an order with tú.'),
    ask: words(8, 160).regex(/^¿.+\?$/u, 'A question starts with ¿ and ends with ?.').optional().describe('What to ask the other side, ready to be sent as it stands.'),
    help: z.array(help).min(1).max(4, 'Name at most four: a long list helps nobody.').optional().describe('Who helps with this answer, the nearest first.'),
    sources,
  })
  .superRefine((option, context) => {
    if (option.sources.length === 0 && isFact(`${option.feedback} ${option.step}`)) {
      context.addIssue({ code: 'custom', path: ['sources'], message: 'This feedback states a fact: name its source in «sources», or say it as advice.' });
    }
  });

export const itemSchema = z.strictObject({
  id: kebab.describe('Name of the question inside this self-check; never shown.'),
  topic: z.string().regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/).describe('Id of a warning sign (deuda_adelanto) where one fits, else an id of its own with hyphens.'),
  label: words(4, 45).describe('Neutral name of the topic for the end («Guardar el secreto»): never what it would say about the person.'),
  question: words(15, 140).regex(/^[^?]*¿.+\?$/u, 'Ask it: with ¿ and ?.').describe('One thing only, answered with Sí, No or No sé.'),
  marks: z.enum(['si', 'no']).describe('The answer that puts the topic on the person’s own list. Keep the quotes: "no".'),
  options: z.strictObject({ si: optionSchema, no: optionSchema, 'no-se': optionSchema }).describe('A feedback for each answer; «Saltar» has none.'),
});

const repeated = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) !== index);

/** One self-check: content/self-checks/<language>/<id>.yaml. Private: no score, no level, nothing stored, never used in class. */
export const selfCheckSchema = z
  .strictObject({
    kind: z.literal('self-check').describe('What this file is; a quiz for a class stands in content/quizzes.'),
    order: z.int().min(1).describe('Place in the list of /test/.'),
    title: words(8, 65).describe('The question that the self-check answers, as a person would put it.'),
    neutralTitle: words(4, 30).describe('Title of the browser tab: tells nothing to someone who looks over the shoulder.'),
    description: words(30, 160).describe('For lists and search results.'),
    audience: z.array(z.enum(audiences)).min(1),
    shelf: z.enum(questions).optional().describe('The reader’s question in the library under which it is offered too.'),
    intro: words(40, 420).describe('What it is for and that any question may be skipped.'),
    checkedOn: z
      .preprocess((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value), z.iso.date('Write the day as 2026-11-24.'))
      .describe('The day on which a person last compared the facts with their sources.'),
    help: z.array(help).min(2, 'Nobody leaves without a person to go to: name at least two.').max(6),
    items: z.array(itemSchema).min(8, 'A self-check has 8 to 11 questions.').max(11, 'A self-check has 8 to 11 questions.'),
  })
  .superRefine(({ items, help: closing }, context) => {
    for (const [field, ids] of [['id', items.map(({ id }) => id)], ['topic', items.map(({ topic }) => topic)], ['label', items.map(({ label }) => label)]] as const) {
      const twice = repeated(ids);
      if (twice !== undefined) context.addIssue({ code: 'custom', path: ['items'], message: `The ${field} «${twice}» stands twice: rename one.` });
    }
    if (closing.every((each) => each.startsWith('/'))) {
      context.addIssue({ code: 'custom', path: ['help'], message: 'The closing help names only pages: add a line or a person to call.' });
    }
  });

export type SelfCheck = z.infer<typeof selfCheckSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Option = z.infer<typeof optionSchema>;

/** Every source id that a self-check cites, once, in the order of its questions. */
export function citedSources(selfCheck: SelfCheck): string[] {
  return [...new Set(selfCheck.items.flatMap(({ options }) => Object.values(options).flatMap((option) => option.sources)))];
}

/** Every help id that a self-check names, once: for the check that none dangles. */
export function namedHelp(selfCheck: SelfCheck): string[] {
  return [...new Set([...selfCheck.items.flatMap(({ options }) => Object.values(options).flatMap((option) => option.help ?? [])), ...selfCheck.help])];
}

/** Every text of a self-check that a reader sees, for checks on wording and plainness. */
export function textsOf(selfCheck: SelfCheck): string[] {
  const { title, neutralTitle, description, intro, items } = selfCheck;
  return [
    title,
    neutralTitle,
    description,
    intro,
    ...items.flatMap(({ label, question, options }) => [
      label,
      question,
      ...Object.values(options).flatMap(({ feedback, step, ask }) => (ask === undefined ? [feedback, step] : [feedback, step, ask])),
    ]),
  ];
}
