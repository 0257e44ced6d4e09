import type { APIRoute, GetStaticPaths } from 'astro';
import { sessionDocx } from '#build/session-docx.ts';
import { dayInWords } from '#domain/phrases.ts';
import { getClassSessions, type ReadySession } from '#queries/class-sessions.ts';
import { getPhrases } from '#queries/phrases.ts';

/** Each lesson plan as an editable document. */
export const getStaticPaths: GetStaticPaths = async () => (await getClassSessions('es')).map((session) => ({ params: { file: session.id }, props: { session } }));

export const GET: APIRoute<{ session: ReadySession }> = async ({ props: { session } }) =>
  new Response(await sessionDocx(session, getPhrases('es', 'class-session'), dayInWords(new Date(session.checkedOn), 'es-PE')));
