import type { APIRoute } from 'astro';
import { letterDocx } from '#build/docx/letter.ts';
import { dayInWords } from '#domain/phrases.ts';
import { getFamilyLetter } from '#queries/class-pack.ts';
import { today } from '#queries/today.ts';

/** The letter to families as an editable document, its numbers as of the day of the build. */
export const GET: APIRoute = async () => new Response(await letterDocx(await getFamilyLetter('es', today()), today(), dayInWords(new Date(`${today()}T00:00:00Z`), 'es-PE')));
