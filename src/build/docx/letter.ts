import type { CallLine, FamilyLetter } from '#domain/class-session/family-letter.ts';
import { fill } from '#domain/phrases.ts';
import { docxFile } from './file.ts';
import { blank, blanks, gap, heading, plain, points, small, table, title } from './parts.ts';

/** The letter to families as an editable document of one page. `day` is the day of the numbers, ISO; `inWords` the same for readers. */
export function letterDocx(letter: Omit<FamilyLetter, 'call' | 'sources'> & { readonly call: readonly CallLine[] }, day: string, inWords: string): Promise<Uint8Array<ArrayBuffer>> {
  return docxFile(letter.title, day, [
    title(letter.title),
    blanks([letter.school, letter.date], [27, 39, 13, 21]),
    gap(),
    plain(letter.greeting),
    plain(letter.opening),
    heading(letter.talkedTitle),
    ...letter.talked.map((text) => plain(`☐ ${text}`)),
    ...blank(letter.more),
    heading(letter.questionsTitle),
    ...points(letter.questions),
    plain(letter.calm),
    heading(letter.callTitle),
    table([44, 16, 40], [letter.callHead, ...letter.call.map(({ when, number, say }) => [when, number, say ?? ''])]),
    small(fill(letter.dated, { day: inWords })),
    gap(),
    plain(letter.reach),
    blanks([letter.person, letter.hours], [13, 37, 20, 30]),
    small(letter.origin),
  ], 24);
}
