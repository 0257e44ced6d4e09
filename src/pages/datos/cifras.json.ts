import type { APIRoute } from 'astro';
import { getFigures } from '#queries/figures.ts';

/** The series as they were published, with their sources. */
export const GET: APIRoute = async () => new Response(JSON.stringify(await getFigures('es')));
