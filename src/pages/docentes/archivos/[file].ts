import type { APIRoute, GetStaticPaths } from 'astro';
import { zipTexts } from '#build/zip.ts';
import tellPlatform from '#components/quiz/tell-platform.js?raw';
import { gift } from '#domain/quiz/gift.ts';
import { moodleXml } from '#domain/quiz/moodle-xml.ts';
import { scormFiles } from '#domain/quiz/scorm.ts';
import { singleFile } from '#domain/quiz/single-file.ts';
import { quizTable } from '#domain/quiz/table.ts';
import { getPhrases } from '#queries/phrases.ts';
import { getQuizzes } from '#queries/quizzes.ts';

/** Each set in the forms in which a teacher takes it along. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { page, table } = getPhrases('es', 'take-along');
  return (await getQuizzes('es')).flatMap((quiz) => {
    const files: readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[] = [
      ['html', singleFile(quiz, page)],
      ['gift', gift(quiz)],
      ['xml', moodleXml(quiz)],
      ['csv', quizTable(quiz, table)],
      ['zip', zipTexts(scormFiles(quiz.id, quiz, page, tellPlatform))],
    ];
    return files.map(([ending, body]) => ({ params: { file: `${quiz.id}.${ending}` }, props: { body } }));
  });
};

export const GET: APIRoute<{ body: string | Uint8Array<ArrayBuffer> }> = ({ props }) => new Response(props.body);
