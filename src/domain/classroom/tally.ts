import type { ClassSet } from './class-set.ts';

/** Answers per item and option: counts, and nothing about who gave them or when. */
export type Tally = readonly (readonly number[])[];

/** A tally with nothing in it, for the first `length` items of a set. */
export const emptyTally = ({ items }: Pick<ClassSet, 'items'>, length = items.length): Tally => items.slice(0, length).map(({ options }) => Array.from({ length: options }, () => 0));

/** One more answer for an option, or with `by` -1 one less; a count never falls below nothing. */
export const count = (tally: Tally, item: number, option: number, by = 1): Tally => tally.map((bars, i) => (i === item ? bars.map((n, o) => (o === option ? Math.max(0, n + by) : n)) : bars));

/** The answers of one pupil more, one option an item. */
export const countAll = (tally: Tally, answers: readonly number[]): Tally => tally.map((bars, i) => bars.map((n, o) => (answers[i] === o ? n + 1 : n)));

/** How many answered an item. */
export const total = (bars: readonly number[]): number => bars.reduce((sum, n) => sum + n, 0);

/** Whether anything was counted. */
export const isEmpty = (tally: Tally): boolean => tally.every((bars) => total(bars) === 0);
