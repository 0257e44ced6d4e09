import type { Source } from '#domain/source.ts';
import { resolveSources } from '#queries/sources.ts';

/** The publication behind what the pages for teachers say about phones in class (content/interface/es/classroom.json, `law`). */
export async function getLawSource(): Promise<Source> {
  const [source] = await resolveSources(['swissinfo-2025-celulares-colegios'], 'content/interface/es/classroom.json');
  if (source === undefined) throw new Error('The law on phones in class has no source.');
  return source;
}
