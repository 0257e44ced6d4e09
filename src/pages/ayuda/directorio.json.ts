import type { APIRoute } from 'astro';
import { getDirectoryData } from '#queries/services.ts';

/** What the search loads when a reader touches its box: see domain/service/directory-data.ts. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await getDirectoryData(new Date().toISOString().slice(0, 10))), { headers: { 'content-type': 'application/json' } });
