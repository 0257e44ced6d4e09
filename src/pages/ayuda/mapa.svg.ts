import type { APIRoute } from 'astro';
import { departmentSvg } from '#domain/service/department-svg.ts';
import { getDepartmentShapes, getDirectoryPhrases } from '#queries/services.ts';

/** The map as a file of its own: its links work when it is opened, and it can be put on another page. */
export const GET: APIRoute = async () => new Response(departmentSvg(await getDepartmentShapes(), getDirectoryPhrases().mapLabel), { headers: { 'content-type': 'image/svg+xml' } });
