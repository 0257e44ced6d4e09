import type { APIRoute } from 'astro';
import { signSvg } from '#domain/poster/cover.ts';
import { getSite } from '#queries/site.ts';

/** The name in poster letters: one file that every page shares. */
export const GET: APIRoute = async () => new Response(signSvg((await getSite()).name), { headers: { 'Content-Type': 'image/svg+xml' } });
