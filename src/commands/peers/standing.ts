/** A measure of the table: less is better. */
export interface Column {
  readonly what: string;
  readonly head: string;
  readonly unit: string;
  readonly digits?: number;
}

/** A site with its medians; a measure it does not have is left out. */
export interface Row {
  readonly name: string;
  readonly values: Readonly<Record<string, number | undefined>>;
}

/** The middle one of each measure over several runs. */
export function mediansOf(runs: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
  return Object.fromEntries(Object.keys(runs[0] ?? {}).map((what) => [what, middle(runs.map((run) => run[what] ?? Number.NaN))]));
}

const said = ({ unit, digits = 0 }: Column, value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(digits)}${unit}`);

/** The sites as a table for the terminal, one line each. */
export function table(columns: readonly Column[], rows: readonly Row[]): string[] {
  const cells = [['', ...columns.map(({ head }) => head)], ...rows.map(({ name, values }) => [name, ...columns.map((column) => said(column, values[column.what]))])];
  const wide = cells[0]?.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0))) ?? [];
  return cells.map((line) => line.map((cell, index) => (index === 0 ? cell.padEnd(wide[0] ?? 0) : cell.padStart(wide[index] ?? 0))).join('  '));
}

/**
 * Where `ours` stands in one column: who is before it, best first, judged by what the table shows (nobody is first by
 * a thousandth of a millisecond), and whether someone is level with it.
 */
export function standing(column: Column, ours: Row, peers: readonly Row[]): { readonly before: readonly string[]; readonly level: readonly string[]; readonly said: string } {
  const shown = ({ values }: Row): number => Number((values[column.what] ?? Number.NaN).toFixed(column.digits ?? 0));
  const own = shown(ours);
  const before = peers.filter((peer) => shown(peer) < own || Number.isNaN(own)).sort((a, b) => shown(a) - shown(b)).map(({ name, values }) => `${name} ${said(column, values[column.what])}`);
  const level = peers.filter((peer) => shown(peer) === own).map(({ name }) => name);
  const place = before.length > 0 ? `behind ${before.join(', ')}` : level.length > 0 ? `first, level with ${level.join(', ')}` : 'first';
  return { before, level, said: `${column.head}: ${place}` };
}
