import { getCollection } from 'astro:content';
import type { FigureEntry } from '#domain/figure/open-data.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import { resolveSources } from '#queries/sources.ts';

/** The published series in the editors' order, sources resolved. Throws a sentence on a source or a pair that leads nowhere. */
export async function getFigures(locale: Locale): Promise<FigureEntry[]> {
  const entries = (await getCollection('figures', (entry) => localeOf(entry.id).locale === locale)).sort((a, b) => a.data.order - b.data.order);
  const ids = new Set(entries.map(({ id }) => localeOf(id).id));
  return Promise.all(
    entries.map(async ({ id, data }) => {
      const file = `content/figures/${id}.yaml`;
      if (data.pair !== undefined && !ids.has(data.pair)) throw new Error(`${file}: the pair «${data.pair}» is not in content/figures; write it, or take this one away too.`);
      const cited = [...new Set(data.rows.flatMap((row) => [...row.sources, ...(row.revised?.sources ?? [])]))];
      return { ...data, id: localeOf(id).id, sourceList: await resolveSources(cited, file) };
    }),
  );
}
