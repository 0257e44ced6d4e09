import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { monthCounts, publicMonth } from '#domain/desk/counts.ts';
import { showAlone, showParts, type Shown } from '#domain/desk/suppress.ts';
import { about, anEntry, facts, HOUR, merge, NOON, Operator } from './builders.ts';

const now = NOON / HOUR;

/** Every table that would be printed the same, tried out one by one: what a reader with pencil and rules can work out. */
function alike(shown: readonly Shown[], total: number, most: number): number[][] {
  const tables = (length: number, sum: number): number[][] =>
    length === 0 ? (sum === 0 ? [[]] : []) : Array.from({ length: Math.min(sum, most) + 1 }, (_, first) => tables(length - 1, sum - first).map((rest) => [first, ...rest])).flat();
  return tables(shown.length, total).filter((table) => JSON.stringify(showParts(table)) === JSON.stringify(shown));
}

describe('small numbers in public', () => {
  it('prints nothing and five, hides one to four', () => {
    expect([0, 1, 4, 5, 60].map(showAlone)).toEqual([0, null, null, 5, 60]);
  });

  it('hides another part too, so that nobody subtracts', () => {
    expect(showParts([20, 9, 3, 30])).toEqual([20, 9, null, null]);
    expect(showParts([20, 9, 3])).toEqual([null, 9, null]);
    expect(showParts([20, 30])).toEqual([20, 30]);
    expect(showParts([1, 1])).toEqual([null, null]);
  });

  it('never lets a reader who knows the rules work out one of the small ones', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }), (parts) => {
      const shown = showParts(parts);
      const total = parts.reduce((sum, part) => sum + part, 0);
      if (showAlone(total) === null) return;
      const possible = alike(shown, total, 40);
      parts.forEach((part, i) => {
        if (part >= 1 && part <= 4) expect(new Set(possible.map((table) => table[i])).size, `${parts.join(' ')} → ${shown.join(' ')}`).toBeGreaterThan(1);
      });
    }), { numRuns: 400 });
  });

  it('shows every part that is printed as it is', () => {
    fc.assert(fc.property(fc.array(fc.nat(50)), (parts) => {
      showParts(parts).forEach((shown, i) => shown !== null && expect(shown).toBe(parts[i]));
    }));
  });
});

describe('a month for the report', () => {
  const ana = new Operator('Ana');
  const papers = [
    ...ana.write({ act: 'open', ...about(1, now), facts: facts() }, NOON + 3 * HOUR),
    ...ana.write({ act: 'open', ...about(2, now), facts: facts({ region: 'piura', how: 'told' }) }, NOON + 30 * HOUR),
    ...ana.write({ act: 'reply', ...about(2, now) }, NOON + 30 * HOUR),
    ...ana.write({ act: 'discard', ...about(3, now), word: 'junk' }, NOON + 4 * HOUR),
    ...ana.write({ act: 'open', ...about(4, now), facts: facts({ practice: true }) }, NOON + HOUR),
  ];

  it('counts tips that are there, and those that only the log remembers', () => {
    const counts = monthCounts([anEntry(1, { openedHour: now + 3 }), anEntry(5)], merge(papers), '2026-11', false);
    expect(counts).toMatchObject({ received: 4, openedInTime: 1, answered: 1 });
    expect(Object.fromEntries(counts.byRegion)).toEqual({ tumbes: 1, piura: 1, 'not-opened': 2 });
    expect(Object.fromEntries(counts.byHow)).toEqual({ saw: 1, told: 1, 'not-opened': 2 });
  });

  it('counts no other month, and rehearsed tips only in rehearsals', () => {
    expect(monthCounts([], merge(papers), '2026-10', false).received).toBe(0);
    expect(monthCounts([], merge(papers), '2026-11', false).received).toBe(3);
    expect(monthCounts([], merge(papers), '2026-11', true).received).toBe(4);
  });

  it('prints nothing that tells of one person', () => {
    const shown = publicMonth({ received: 30, openedInTime: 28, answered: 14, byHow: new Map([['saw', 20], ['told', 28], ['lived', 2]]), byRegion: new Map([['tumbes', 30]]) });
    expect(shown).toEqual({
      received: 30, openedInTime: null, answered: 14,
      byHow: [{ name: 'lived', count: null }, { name: 'saw', count: null }, { name: 'told', count: 28 }],
      byRegion: [{ name: 'tumbes', count: 30 }],
    });
    expect(publicMonth({ received: 3, openedInTime: 3, answered: 0, byHow: new Map([['saw', 3]]), byRegion: new Map() })).toMatchObject({ received: null, openedInTime: null, answered: null, byHow: [{ count: null }] });
  });
});
