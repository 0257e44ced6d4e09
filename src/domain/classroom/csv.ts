import { BYTE_ORDER_MARK, csv, noFormula } from '#domain/csv.ts';
import { shownBars } from './shown-bars.ts';
import { total, type Tally } from './tally.ts';

/** The words of the table: eight heads, and what stands for a right option and for a number kept back. */
export interface CsvWords {
  readonly csvHead: readonly string[];
  readonly yes: string;
  readonly hidden: string;
  readonly csvFew: string;
}

/** One class as a table prints it. */
export interface CountedItems {
  readonly name: string;
  readonly tally: Tally;
  readonly items: readonly { readonly question: string; readonly options: readonly string[]; readonly right?: number | undefined }[];
}

/** The counts as Excel in Spanish opens them. What the page keeps back stays back here. */
export function classCsv(classes: readonly CountedItems[], words: CsvWords): string {
  const rows = classes.flatMap(({ name, tally, items }) =>
    tally.flatMap((bars, i) => {
      const shown = shownBars(bars);
      const { question = '', options = [], right } = items[i] ?? {};
      const answered = shown === undefined ? words.csvFew : total(bars);
      return options.map((option, o) => {
        const answers = shown === undefined ? words.csvFew : (shown[o] ?? words.hidden);
        return [name, i + 1, noFormula(question), 'ABCD'[o], noFormula(option), o === right ? words.yes : '', answers, answered];
      });
    }),
  );
  return BYTE_ORDER_MARK + csv(rows.map((row) => Object.fromEntries(row.map((value, i) => [words.csvHead[i] ?? String(i), value]))), ';');
}
