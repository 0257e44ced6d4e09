import { getCollection, getEntry } from 'astro:content';
import { localeOf, type Locale } from '#domain/locale.ts';
import type { BeforeAfter, Quiz } from '#domain/quiz/quiz.ts';

/** All quizzes of a language with their ids, in the order that the editors gave them. */
export async function getQuizzes(locale: Locale): Promise<(Quiz & { id: string })[]> {
  const entries = await getCollection('quizzes', (entry) => localeOf(entry.id).locale === locale);
  return entries.map(({ id, data }) => ({ ...data, id: localeOf(id).id })).sort((a, b) => a.order - b.order);
}

/** The short test before and after the hour, or undefined when a language has none yet. */
export async function getBeforeAfter(locale: Locale): Promise<BeforeAfter | undefined> {
  return (await getEntry('beforeAfter', locale))?.data;
}
