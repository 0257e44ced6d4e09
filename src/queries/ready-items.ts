import type { Locale } from '#domain/locale.ts';
import type { ReadyItem } from '#domain/own-set/own-set.ts';
import { getWarningSigns } from '#queries/offer.ts';
import { getQuizzes } from '#queries/quizzes.ts';

/** What a teacher can put a set together from: every item of every quiz by its address, the quizzes, and the warning signs that have items, by name. */
export async function getReadyItems(locale: Locale) {
  const quizzes = await getQuizzes(locale);
  const items: ReadyItem[] = quizzes.flatMap(({ id: quiz, items }) =>
    items.map(({ id, about, topic, scene, question, options, right, talk }) => ({ id: `${quiz}/${id}`, about, topic, scene, question, options, right, talk })),
  );
  const topics = new Set(items.map(({ topic }) => topic));
  const signs = (await getWarningSigns()).filter(({ id }) => topics.has(id)).map(({ id, name }) => ({ id, name }));
  return { items, sets: quizzes.map(({ id, title }) => ({ id, title })), signs: signs.sort((a, b) => a.name.localeCompare(b.name, locale)) };
}
