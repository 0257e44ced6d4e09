import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST, rightShare, shownBars } from '../../../src/domain/classroom/shown-bars.ts';
import { total } from '../../../src/domain/classroom/tally.ts';

/** Every way in which `n` people can answer an item of `options` options. */
function* ways(n: number, options: number): Generator<number[]> {
  if (options === 1) return yield [n];
  for (let first = 0; first <= n; first += 1) for (const rest of ways(n - first, options - 1)) yield [first, ...rest];
}

describe('what a class sees of its answers', () => {
  it('is nothing below five', () => {
    for (const bars of [[0, 0, 0], [4, 0, 0, 0], [1, 1, 1, 1]]) expect(shownBars(bars)).toBeUndefined();
    expect(shownBars([5, 0, 0])).toEqual([5, 0, 0]);
  });

  it('never holds a bar from 1 to 4', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 4 }), (bars) => {
      for (const bar of shownBars(bars) ?? []) expect(bar === undefined || bar === 0 || bar >= FEWEST).toBe(true);
    }));
  });

  it('shows true counts or none', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { minLength: 2, maxLength: 4 }), (bars) => {
      shownBars(bars)?.forEach((bar, i) => expect(bar === undefined || bar === bars[i]).toBe(true));
    }));
  });

  // Somebody who knows the rule, the total and the shown bars, and tries every class that looks the same.
  it.each([2, 3, 4])('lets nobody work out a hidden bar, with %i options and 5 to 45 pupils: every class is tried', (options) => {
    for (let n = FEWEST; n <= 45; n += 1) {
      const alike = new Map<string, Set<number>[]>();
      for (const bars of ways(n, options)) {
        const shown = shownBars(bars) ?? [];
        const look = shown.map((bar) => bar ?? '?').join();
        const values = alike.get(look) ?? bars.map(() => new Set<number>());
        bars.forEach((bar, i) => values[i]?.add(bar));
        alike.set(look, values);
      }
      for (const [look, values] of alike) look.split(',').forEach((bar, i) => expect(bar !== '?' || (values[i]?.size ?? 0) > 1 || `${n}: ${look}`).toBe(true));
    }
  });

  it('still tells a usual class how it did', () => {
    expect(shownBars([1, 0, 33, 1])).toEqual([undefined, undefined, 33, undefined]);
    expect(shownBars([3, 12, 20])).toEqual([undefined, undefined, 20]);
    expect(rightShare([1, 0, 33, 1], 2)).toBe(94);
    expect(rightShare([3, 12, 20], 0)).toBeUndefined();
    expect(rightShare([3, 12, 20], undefined)).toBeUndefined();
    expect(total([1, 0, 33, 1])).toBe(35);
  });
});
