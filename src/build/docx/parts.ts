import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type FileChild } from 'docx';
import { WIDTH } from './file.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });

export const title = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
export const heading = (text: string, onNewPage = false): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2, keepNext: true, pageBreakBefore: onNewPage });
export const plain = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 80 } });
export const bold = (text: string): Paragraph => new Paragraph({ keepNext: true, spacing: { before: 140, after: 40 }, children: [new TextRun({ text, bold: true })] });
/** «Name: what it is», the name in bold. */
export const named = (name: string, text: string, keepNext = false): Paragraph => new Paragraph({ keepNext, spacing: { before: keepNext ? 160 : 0, after: 80 }, children: [new TextRun({ text: `${name} `, bold: true }), new TextRun(text)] });
export const points = (texts: readonly string[]): Paragraph[] => texts.map((text) => new Paragraph({ text, bullet: { level: 0 }, spacing: { after: 30 } }));
/** Small print: where a sheet comes from, and its sources. */
export const small = (text: string): Paragraph => new Paragraph({ spacing: { before: 60 }, children: [new TextRun({ text, size: 20 })] });
/** Lines to write on by hand, a centimetre apart. */
export const lines = (count: number): Paragraph[] =>
  Array.from({ length: count }, () => new Paragraph({ text: '', spacing: { before: 0, after: 0, line: 567, lineRule: 'exact' }, border: { bottom: rule(4), between: rule(4) } }));

/** Full width, the columns in shares of a hundred; the first row is repeated on each page. A text's first line of several is bold. `together`: not parted by a page. */
export function table(shares: readonly number[], rows: readonly (readonly string[])[], together = false): Table {
  const cell = (text: string, share: number, strong: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: share, type: WidthType.PERCENTAGE },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      children: text.split('\n').map((line, i) => new Paragraph({ keepNext, children: [new TextRun({ text: line, bold: strong || (i === 0 && text.includes('\n')) })] })),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => Math.round((share * WIDTH) / 100)),
    rows: rows.map((row, r) => new TableRow({ tableHeader: r === 0, cantSplit: true, children: row.map((text, c) => cell(text, shares[c] ?? 10, r === 0, together && r < rows.length - 1)) })),
  });
}

/** Names with room to write after each, side by side: «Fecha: ______». `shares` of a hundred for name and room in turns. */
export function blanks(names: readonly string[], shares: readonly number[]): Table {
  const cell = (text: string, share: number, line: boolean, first: boolean) =>
    new TableCell({
      width: { size: share, type: WidthType.PERCENTAGE },
      borders: { top: NONE, left: NONE, right: NONE, bottom: line ? rule(4) : NONE },
      margins: { top: 60, bottom: 0, left: first ? 0 : 180, right: 60 },
      children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: shares.map((share) => Math.round((share * WIDTH) / 100)),
    rows: [new TableRow({ children: names.flatMap((name, i) => [cell(name, shares[2 * i] ?? 10, false, i === 0), cell('', shares[2 * i + 1] ?? 10, true, false)]) })],
  });
}

/** One name with the rest of the line to write on; a longer one has its lines below, and one that is all in itself has none. */
export function blank(name: string, count = 1): FileChild[] {
  if (count === 0) return [plain(name)];
  const share = Math.ceil(name.length * 1.45) + 2;
  return count === 1 && share < 62 ? [blanks([name], [share, 100 - share])] : [bold(name), ...lines(count)];
}

/** A frame that no teacher overlooks. */
export function box(children: readonly Paragraph[]): Table {
  const line = rule(18);
  const cell = new TableCell({ borders: { top: line, bottom: line, left: line, right: line }, margins: { top: 60, bottom: 100, left: 140, right: 140 }, children });
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: [WIDTH], rows: [new TableRow({ cantSplit: true, children: [cell] })] });
}

/** Room between two tables, which Word would join. */
export const gap = (): FileChild => new Paragraph({ text: '', spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' } });

/** Sources as a line each. */
export const sourceLines = (sources: readonly { about: string; publisher: string; date: string }[]): Paragraph[] => points(sources.map(({ about, publisher, date }) => `${about}. ${publisher}, ${date}.`));
