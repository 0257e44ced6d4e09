import type { APIRoute } from 'astro';
import { getDirectoryData } from '#queries/services.ts';
import { today } from '#queries/today.ts';

/** What the search loads when a reader touches its box: see domain/service/directory-data.ts. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await getDirectoryData(today())), { headers: { 'content-type': 'application/json' } });
