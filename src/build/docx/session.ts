import { lengths, type ClassSession } from '#domain/class-session/class-session.ts';
import { fill, type ClassSessionPhrases } from '#domain/phrases.ts';
import { docxFile } from './file.ts';
import { blanks, box, gap, heading, named, plain, points, small, sourceLines, table, title } from './parts.ts';

type Printed = Omit<ClassSession, 'sources'> & { readonly sources: readonly { about: string; publisher: string; date: string }[] };

/** A lesson plan as an editable document on A4. `day` is the day of the last check, in words. */
export function sessionDocx(session: Printed, words: ClassSessionPhrases, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const minutes = (n: number | undefined) => (n === 0 || n === undefined ? words.skipped : fill(words.minutes, { n }));
  const { institution, teacher, section, date } = words.blanks;
  return docxFile(session.title, session.checkedOn, [
    title(session.title),
    blanks([institution, teacher], [13, 40, 15, 32]),
    blanks([section, date], [19, 34, 10, 37]),
    gap(),
    ...(['group', 'purpose', 'relate', 'approach'] as const).map((name) => named(`${words[name]}:`, session[name])),
    heading(words.materials),
    ...points(session.materials),
    heading(words.steps),
    table([14, 10, 10, 66], [[words.moment, ...lengths.map((n) => fill(words.minutes, { n })), words.stepHead], ...session.steps.map((step) => [words.moments[step.moment], minutes(step.minutes[0]), minutes(step.minutes[1]), `${step.title}\n${step.does}`])]),
    heading(words.evidence),
    plain(session.evidence),
    heading(words.checklist),
    table([70, 15, 15], [[words.criterion, words.yes, words.notYet], ...session.checklist.map((text) => [text, '☐', '☐'])], true),
    heading(words.metacognition),
    ...points(session.metacognition),
    heading(words.family),
    plain(session.family),
    gap(),
    box([heading(words.careTitle), ...points(words.care)]),
    heading(words.sources),
    ...sourceLines(session.sources),
    small(fill(words.mark, { day })),
  ]);
}
