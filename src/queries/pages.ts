import { getCollection, type CollectionEntry } from 'astro:content';
import { localeOf, type Locale } from '#domain/locale.ts';
import type { Source } from '#domain/source.ts';
import { resolveSources } from '#queries/sources.ts';

export interface EditedPage {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sources: readonly Source[];
  readonly entry: CollectionEntry<'pages'>;
}

/** The pages that an editor writes (about, privacy, report…), sources resolved, by id. */
export async function getPages(locale: Locale): Promise<EditedPage[]> {
  const entries = await getCollection('pages', (entry) => localeOf(entry.id).locale === locale);
  const pages = entries.map(async (entry) => ({
    id: localeOf(entry.id).id,
    title: entry.data.title,
    description: entry.data.description,
    sources: await resolveSources(entry.data.sources, `content/pages/${entry.id}.mdx`),
    entry,
  }));
  return (await Promise.all(pages)).sort((a, b) => a.id.localeCompare(b.id));
}
