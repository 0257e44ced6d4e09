import { getCollection } from 'astro:content';
import type { Source } from '#domain/source.ts';

let byId: Promise<Map<string, Source>> | undefined;

/** The publications behind a list of ids, in that order. Throws a sentence naming the file when one is missing. */
export async function resolveSources(ids: readonly string[], file: string): Promise<Source[]> {
  byId ??= getCollection('sources').then((entries) => new Map(entries.map(({ data }) => [data.id, data])));
  const known = await byId;
  return ids.map((id) => {
    const source = known.get(id);
    if (source === undefined) throw new Error(`${file}: the source «${id}» is not in content/sources.yaml; add it there, or correct the id.`);
    return source;
  });
}
