import type { APIRoute, GetStaticPaths } from 'astro';
import { sessionDocx } from '#build/docx/session.ts';
import { keyDocx, worksheetDocx } from '#build/docx/worksheet.ts';
import { dayInWords } from '#domain/phrases.ts';
import { getWorksheets } from '#queries/class-pack.ts';
import { getClassSessions } from '#queries/class-sessions.ts';
import { getPhrases } from '#queries/phrases.ts';

interface Props {
  make: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Each lesson plan, its worksheet and its key as editable documents. */
export const getStaticPaths: GetStaticPaths = async () => {
  const words = getPhrases('es', 'class-session');
  const pack = getPhrases('es', 'class-pack');
  const sheets = await getWorksheets('es');
  return (await getClassSessions('es')).flatMap((session) => {
    const { id, checkedOn } = session;
    const path = (file: string, make: Props['make']) => ({ params: { file }, props: { make } });
    const plan = path(id, () => sessionDocx(session, words, dayInWords(new Date(checkedOn), 'es-PE')));
    return [plan, ...sheets.filter((sheet) => sheet.id === id).flatMap((sheet) => [path(`${id}-ficha`, () => worksheetDocx(sheet, pack, checkedOn)), path(`${id}-clave`, () => keyDocx(sheet, pack, checkedOn))])];
  });
};

export const GET: APIRoute<Props> = async ({ props: { make } }) => new Response(await make());
