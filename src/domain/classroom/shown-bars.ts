import { total } from './tally.ts';

/**
 * Below this many answers nothing is shown, and no bar from 1 to below it: a class knows who sits in
 * it (the usual floor of school reports: shared/research/educators-directory-offline.md 1.6).
 */
export const FEWEST = 5;

/** A bar: its count, or undefined when it is kept back. */
export type Bar = number | undefined;

/**
 * The bars of one item as a class may see them; undefined when fewer than five answered.
 *
 * A bar from 1 to 4 is kept back, and with it the zeros beside it, else it would stand alone. If that
 * leaves one hidden bar, or only fours (the one sum that tells its parts), the next smallest go too.
 * What is hidden depends on the values alone, never on their places; so every order of the hidden
 * values looks the same, and nobody can work one out from the others and the total.
 */
export function shownBars(bars: readonly number[]): Bar[] | undefined {
  if (total(bars) < FEWEST) return undefined;
  let limit = bars.some((n) => n > 0 && n < FEWEST) ? FEWEST - 1 : -1;
  const hidden = () => bars.filter((n) => n <= limit);
  const tells = () => hidden().length === 1 || (hidden().length > 0 && hidden().every((n) => n === FEWEST - 1));
  while (tells() && hidden().length < bars.length) limit = Math.min(...bars.filter((n) => n > limit));
  return bars.map((n) => (n <= limit ? undefined : n));
}

/** Share of right answers in whole percent; undefined when the bar is kept back or nothing is shown. */
export function rightShare(bars: readonly number[], right: number | undefined): number | undefined {
  const shown = right === undefined ? undefined : shownBars(bars)?.[right];
  return shown === undefined ? undefined : Math.round((100 * shown) / total(bars));
}
