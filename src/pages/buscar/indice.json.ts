import type { APIRoute } from 'astro';
import { getInstantPlaces } from '#queries/instant.ts';

/** Places and services, which join what /buscar/ brings inside itself: what the search answers from before the full text has come. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getInstantPlaces()), { headers: { 'content-type': 'application/json' } });
