import { getCollection } from 'astro:content';
import { lessonFaults } from '#domain/lesson.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import { resolveSources } from '#queries/sources.ts';

/** The lessons of a language in their order, sources resolved. Throws, naming the file, when a text breaks its rules. */
export async function getLessons(locale: Locale) {
  const entries = await getCollection('lessons', (entry) => localeOf(entry.id).locale === locale);
  const lessons = await Promise.all(entries.map(async (entry) => {
    const file = `content/lessons/${entry.id}.mdx`;
    const [fault] = lessonFaults(entry.body ?? '', entry.data.sources.length);
    if (fault !== undefined) throw new Error(`${file}: ${fault}`);
    return { ...entry.data, id: localeOf(entry.id).id, sources: await resolveSources(entry.data.sources, file), entry };
  }));
  return lessons.sort((a, b) => a.order - b.order);
}
