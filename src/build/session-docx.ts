import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { lengths, type ClassSession } from '#domain/class-session/class-session.ts';
import { fill, type ClassSessionPhrases } from '#domain/phrases.ts';
import { zipTexts } from './zip.ts';

type Printed = Omit<ClassSession, 'sources'> & { readonly sources: readonly { about: string; publisher: string; date: string }[] };

const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 200, after: 60 } });
const plain = (text: string) => new Paragraph({ text, spacing: { after: 60 } });
const points = (texts: readonly string[]) => texts.map((text) => new Paragraph({ text, bullet: { level: 0 } }));

/** Full width, the columns in shares of a hundred; the first row is repeated on each page. */
function table(shares: readonly number[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, share: number, bold: boolean) =>
    new TableCell({ width: { size: share, type: WidthType.PERCENTAGE }, margins: { top: 50, bottom: 50, left: 90, right: 90 }, children: text.split('\n').map((line, i) => new Paragraph({ children: [new TextRun({ text: line, bold: bold || (i === 0 && text.includes('\n')) })] })) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => share * 96),
    rows: rows.map((row, r) => new TableRow({ tableHeader: r === 0, cantSplit: true, children: row.map((text, c) => cell(text, shares[c] ?? 10, r === 0)) })),
  });
}

/** The box for the moment in which somebody tells something: a frame that no teacher overlooks. */
function careBox(words: ClassSessionPhrases): Table {
  const line = { style: BorderStyle.SINGLE, size: 18, color: '000000' };
  const inside = [new Paragraph({ text: words.careTitle, heading: HeadingLevel.HEADING_2 }), ...points(words.care)];
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: [9600], rows: [new TableRow({ cantSplit: true, children: [new TableCell({ borders: { top: line, bottom: line, left: line, right: line }, margins: { top: 100, bottom: 100, left: 140, right: 140 }, children: inside })] })] });
}

/**
 * A lesson plan as an editable document on A4; the same plan makes the same bytes: the library writes
 * the moment of writing into docProps/core.xml and into the zip, and both are put back to a fixed day.
 * `day` is the day of the last check, in words.
 */
export async function sessionDocx(session: Printed, words: ClassSessionPhrases, day: string): Promise<Uint8Array<ArrayBuffer>> {
  const minutes = (n: number | undefined) => (n === 0 || n === undefined ? words.skipped : fill(words.minutes, { n }));
  const children = [
    new Paragraph({ text: session.title, heading: HeadingLevel.HEADING_1 }),
    ...(['group', 'purpose', 'relate', 'approach'] as const).map((name) => new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: `${words[name]}: `, bold: true }), new TextRun(session[name])] })),
    heading(words.materials),
    ...points(session.materials),
    heading(words.steps),
    table([14, 11, 11, 64], [[words.moment, ...lengths.map((n) => fill(words.minutes, { n })), words.stepHead], ...session.steps.map((step) => [words.moments[step.moment], minutes(step.minutes[0]), minutes(step.minutes[1]), `${step.title}\n${step.does}`])]),
    heading(words.evidence),
    plain(session.evidence),
    heading(words.checklist),
    table([70, 15, 15], [[words.criterion, words.yes, words.notYet], ...session.checklist.map((text) => [text, '☐', '☐'])]),
    heading(words.metacognition),
    ...points(session.metacognition),
    heading(words.family),
    plain(session.family),
    new Paragraph(''),
    careBox(words),
    heading(words.sources),
    ...points(session.sources.map(({ about, publisher, date }) => `${about}. ${publisher}, ${date}.`)),
    plain(fill(words.mark, { day })),
  ];
  const document = new Document({
    title: session.title,
    creator: 'Sin Trampa',
    lastModifiedBy: 'Sin Trampa',
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'es-PE' } } }, heading1: { run: { size: 36, bold: true } }, heading2: { run: { size: 25, bold: true } } } },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 } } }, children }],
  });
  const parts = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
  const fixed = (text: string) => text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${session.checkedOn}T00:00:00Z`);
  return zipTexts(Object.fromEntries(Object.entries(parts).filter(([path]) => !path.endsWith('/')).map(([path, bytes]) => [path, fixed(strFromU8(bytes))])));
}
