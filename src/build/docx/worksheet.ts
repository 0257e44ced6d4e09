import { Paragraph } from 'docx';
import type { ReadyWorksheet } from '#domain/class-session/worksheet.ts';
import { fill, type ClassPackPhrases } from '#domain/phrases.ts';
import type { Item } from '#domain/quiz/quiz.ts';
import { docxFile } from './file.ts';
import { blank, blanks, bold, gap, heading, named, plain, points, small, sourceLines, title } from './parts.ts';

/** The story with its number, then what is asked of it. */
const asked = ({ scene, question }: Item, i: number): Paragraph[] => [...(scene === undefined ? [bold(`${i + 1}. ${question}`)] : [named(`${i + 1}.`, scene, true), bold(question)])];

/** A session's worksheet as an editable document. `day` fixes its bytes, ISO. */
export function worksheetDocx(sheet: ReadyWorksheet, words: ClassPackPhrases, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const { group, date, letters } = words.worksheet;
  return docxFile(sheet.title, day, [
    title(sheet.title),
    blanks([group, date], [19, 46, 10, 25]),
    gap(),
    plain(sheet.how),
    ...sheet.items.flatMap((item, i) => [...asked(item, i), ...item.options.map(({ text }, o) => new Paragraph({ text: `☐ ${letters[o]}. ${text}`, keepNext: true, indent: { left: 240 } })), ...blank(sheet.why)]),
    ...sheet.tasks.flatMap((task, t) => [heading(task.title, t === 0), plain(task.says), ...task.blanks.flatMap(({ label, lines }) => [...blank(label, lines), gap()])]),
    gap(),
    plain(sheet.keep),
    small(words.origin),
  ]);
}

/** Its key: the right answer with why, why not the others, what to talk about, and what the tasks may hold. */
export function keyDocx(sheet: ReadyWorksheet, words: ClassPackPhrases, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const { keyTitle, keyLead, right, talk, taskKey, letters } = words.worksheet;
  const explained = (item: Item) => item.options.map(({ text, feedback }, o) => named(`${o === item.right ? '☑' : '☐'} ${letters[o]}. ${text}`, feedback));
  const name = fill(keyTitle, { title: sheet.title });
  return docxFile(name, day, [
    title(name),
    plain(keyLead),
    ...sheet.items.flatMap((item, i) => [bold(`${i + 1}. ${item.question} ${fill(right, { letter: letters[item.right] ?? '' })}.`), ...explained(item), named(`${talk}:`, item.talk)]),
    ...sheet.tasks.flatMap((task) => [heading(task.title), bold(`${taskKey}:`), ...points(task.key)]),
    heading(words.sources),
    ...sourceLines(sheet.sources),
    small(words.origin),
  ]);
}
