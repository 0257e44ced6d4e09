import { getCollection } from 'astro:content';
import type { ClassSession } from '#domain/class-session/class-session.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import type { Source } from '#domain/source.ts';
import { resolveSources } from './sources.ts';

/** A lesson plan as pages print it: with its id, and its sources in full. */
export type ReadySession = Omit<ClassSession, 'sources'> & { readonly id: string; readonly sources: readonly Source[] };

/** The lesson plans of a language in the order of their levels; stops the build when a source is missing. */
export async function getClassSessions(locale: Locale): Promise<ReadySession[]> {
  const entries = await getCollection('classSessions', (entry) => localeOf(entry.id).locale === locale);
  const ready = entries.map(async ({ id, data }) => ({ ...data, id: localeOf(id).id, sources: await resolveSources(data.sources, `content/class-sessions/${id}.yaml`) }));
  return (await Promise.all(ready)).sort((a, b) => a.order - b.order);
}
