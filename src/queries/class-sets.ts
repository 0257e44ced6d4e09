import { classSet, halfOf, type ClassItem } from '#domain/classroom/class-set.ts';
import type { SetId } from '#domain/classroom/set-ids.ts';
import type { ClassSetView } from '#domain/classroom/view.ts';
import type { Locale } from '#domain/locale.ts';
import { citedSources, type Item } from '#domain/quiz/quiz.ts';
import { getPhrases } from '#queries/phrases.ts';
import { getBeforeAfter, getQuizzes } from '#queries/quizzes.ts';
import { resolveSources } from '#queries/sources.ts';

/** Everything a class can answer in a language: the quizzes in their order, then the halves of the short test. Throws a sentence on a source that is missing or an id without a number. */
export async function getClassSets(locale: Locale): Promise<ClassSetView[]> {
  const quizzes = await Promise.all(
    (await getQuizzes(locale)).map(async ({ id, items, title, description, intro, checkedOn }): Promise<ClassSetView> => {
      const sources = await resolveSources(citedSources({ items }), `content/quizzes/${locale}/${id}.yaml`);
      return { id: id as SetId, title, description, intro, checkedOn, items, sources, counting: classSet(id, items) };
    }),
  );
  return [...quizzes, ...(await halves(locale))];
}

async function halves(locale: Locale): Promise<ClassSetView[]> {
  const test = await getBeforeAfter(locale);
  if (test === undefined) return [];
  const { before, after, beforeAfterText } = getPhrases(locale, 'classroom').door;
  const half = async (id: SetId, which: 'before' | 'after', title: string): Promise<ClassSetView> => {
    const items: ClassItem[] = halfOf(test, which);
    const cited: Item[] = test.pairs.map((pair) => pair[which]);
    const sources = await resolveSources(citedSources({ items: cited }), `content/before-after/${locale}.yaml`);
    return { id, title, description: beforeAfterText, intro: test.intro, checkedOn: test.checkedOn, items, sources, counting: classSet(id, items) };
  };
  return [await half('antes', 'before', before), await half('despues', 'after', after)];
}

/** The set that a set is compared with after the hour: the twin half, or itself once more. */
export function twinOf(set: ClassSetView, sets: readonly ClassSetView[]): ClassSetView {
  const twin = ({ antes: 'despues', despues: 'antes' } as Partial<Record<SetId, SetId>>)[set.id];
  return sets.find(({ id }) => id === twin) ?? set;
}
