import { getEntry } from 'astro:content';
import type { Site } from '#domain/site.ts';

/** Who runs this copy (content/site.yaml). */
export async function getSite(): Promise<Site> {
  const entry = await getEntry('site', 'site');
  if (entry === undefined) throw new Error('content/site.yaml is missing: copy it from the repository and fill it in.');
  return entry.data;
}
