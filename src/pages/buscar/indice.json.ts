import type { APIRoute } from 'astro';
import { getInstantData } from '#queries/instant.ts';

/** Titles, needs, places and services: what the search answers from before the full text has come. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getInstantData()), { headers: { 'content-type': 'application/json' } });
