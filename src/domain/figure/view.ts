import { numberInWords } from './figure.ts';
import type { FigureEntry } from './open-data.ts';

/** The number of one row, in words; throws a sentence when the series or the row is not there, so that a headline cannot outlive its figure. */
export function rowOf(figures: readonly FigureEntry[], id: string, from: string): string {
  const row = figures.find((figure) => figure.id === id)?.rows.find((each) => each.from === from);
  if (row === undefined) throw new Error(`content/interface/es/figures.json names the row ${from} of «${id}», which content/figures does not have: correct one of the two.`);
  return numberInWords(row.value);
}

/** Departments with their numbers, largest first, then by name. */
export function departmentList(values: Readonly<Record<string, number>>, regions: readonly { readonly id: string; readonly name: string }[]): { name: string; value: number }[] {
  return regions
    .map(({ id, name }) => ({ name, value: values[id] ?? 0 }))
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, 'es'));
}
