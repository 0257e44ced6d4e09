import type { APIRoute } from 'astro';
import { getSearchWords } from '#queries/services.ts';

/** Names of places and words for needs, loaded with directorio.json when a reader touches the search. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getSearchWords()), { headers: { 'content-type': 'application/json' } });
