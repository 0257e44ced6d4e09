import type { APIRoute } from 'astro';
import { csv } from '#domain/csv.ts';
import { figureRecords } from '#domain/figure/open-data.ts';
import { getFigures } from '#queries/figures.ts';

/** Every published number as one row. */
export const GET: APIRoute = async () => new Response(csv(figureRecords(await getFigures('es'))));
