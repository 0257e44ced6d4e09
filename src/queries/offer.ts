import { getCollection } from 'astro:content';
import { parse } from 'yaml';
import { bindBook, type SignBook } from '#domain/offer/book.ts';
import { kindsSchema, paySchema, questionsSchema, SEVERITIES, weightsSchema, wordsSchema, type ReassuringSign, type WarningSign } from '#domain/offer/sign.ts';
import type { Source } from '#domain/source.ts';
import { getPhrases } from '#queries/phrases.ts';
import { resolveSources } from '#queries/sources.ts';
import weights from '../../content/offer/weights.json' with { type: 'json' };

const files = import.meta.glob<string>('../../content/offer/*.yaml', { eager: true, query: '?raw', import: 'default' });

function read<T>(name: string, schema: { parse(data: unknown): T }): T {
  const text = files[`../../content/offer/${name}.yaml`];
  if (text === undefined) throw new Error(`content/offer/${name}.yaml is missing: the offer checker can't be built without it.`);
  try {
    return schema.parse(parse(text));
  } catch (error) {
    throw new Error(`content/offer/${name}.yaml: ${(error as Error).message}`);
  }
}

/** The warning signs, heaviest first, then by name; their sources and questions resolved, or the build stops. */
export async function getWarningSigns(): Promise<(WarningSign & { id: string })[]> {
  const questions = new Set(getQuestions().map(({ id }) => id));
  const entries = await getCollection('warningSigns');
  for (const { id, data } of entries) {
    const file = `content/warning-signs/${id}.yaml`;
    await resolveSources(data.sources, file);
    for (const ask of data.asks) if (!questions.has(ask)) throw new Error(`${file}: the question «${ask}» is not in content/offer/questions.yaml; add it there, or correct the id.`);
  }
  return entries
    .map(({ id, data }) => ({ ...data, id }))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.name.localeCompare(b.name, 'es'));
}

/** What speaks for an offer, by name. */
export async function getReassuringSigns(): Promise<(ReassuringSign & { id: string })[]> {
  const entries = await getCollection('reassuringSigns');
  return entries.map(({ id, data }) => ({ ...data, id })).sort((a, b) => a.name.localeCompare(b.name, 'es'));
}

/** The six questions to copy to whoever offers the job. */
export const getQuestions = (): { id: string; text: string; short: string }[] => read('questions', questionsSchema);

/** The publications behind the advice of the page itself: for helping somebody, and for the plan card. */
export async function getAdviceSources(): Promise<{ help: Source[]; plan: Source[] }> {
  const file = 'content/interface/es/offer.json';
  const { forOther, planSourceIds } = getPhrases('es', 'offer');
  return { help: await resolveSources(forOther.sources, file), plan: await resolveSources(planSourceIds, file) };
}

/** What a reader may do with a text that is no offer, by kind. */
export function getKindHints(): Record<string, string> {
  return Object.fromEntries(Object.entries(read('kinds', kindsSchema)).map(([kind, { hint }]) => [kind, hint]));
}

/** Everything the engine on the phone is compiled from; no words for readers. */
export async function getSignBook(): Promise<SignBook> {
  const byId = <T extends { id: string }>(entries: T[]): Record<string, Omit<T, 'id'>> => Object.fromEntries(entries.map(({ id, ...rest }) => [id, rest]));
  return bindBook({
    signs: byId(await getWarningSigns()),
    reassuring: byId(await getReassuringSigns()),
    words: { es: read('words-es', wordsSchema), pt: read('words-pt', wordsSchema), en: read('words-en', wordsSchema) },
    kinds: read('kinds', kindsSchema),
    tooMuch: read('pay', paySchema).tooMuch,
    weights: weightsSchema.parse(weights),
    questions: getQuestions(),
  });
}
