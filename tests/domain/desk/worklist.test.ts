import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { dayInPeru, dueOf, hourInPeru, minuteInPeru, monthInPeru, openedInTime } from '#domain/desk/clock.ts';
import { worklist } from '#domain/desk/worklist.ts';
import { about, anEntry, facts, HOUR, merge, NOON, Operator, tipId } from './builders.ts';

const now = NOON / HOUR;

describe('the 24-hour clock', () => {
  it.each([
    [0, { left: 24, past: null, urgent: false }],
    [19.5, { left: 4, past: null, urgent: false }],
    [20, { left: 4, past: null, urgent: true }],
    [23.5, { left: 0, past: null, urgent: true }],
    [24, { left: null, past: 0, urgent: true }],
    [26.2, { left: null, past: 2, urgent: true }],
  ])('%s hours after a tip came', (hours, due) => {
    expect(dueOf(now, NOON + hours * HOUR)).toMatchObject(due);
  });

  it('is kept by an opening in the 24th hour and broken by the 25th', () => {
    expect(openedInTime(now, now + 24)).toBe(true);
    expect(openedInTime(now, now + 25)).toBe(false);
  });

  it('speaks Peru’s time, five hours behind', () => {
    expect(hourInPeru(Date.parse('2026-12-01T03:00Z') / HOUR)).toBe('30/11/2026, 22 h');
    expect(monthInPeru(Date.parse('2026-12-01T03:00Z') / HOUR)).toBe('2026-11');
    expect(dayInPeru(Date.parse('2026-12-01T04:59Z'))).toBe('2026-11-30');
    expect(minuteInPeru('2026-11-24T12:05Z')).toBe('24/11/2026 07:05');
  });
});

describe('the worklist', () => {
  it('puts what nobody opened first, the nearest term on top', () => {
    const ana = new Operator('Ana');
    const log = merge([...ana.write({ act: 'open', ...about(1), facts: facts() }), ...ana.write({ act: 'close', ...about(5) })]);
    const entries = [anEntry(1, { receivedHour: now - 30 }), anEntry(2, { receivedHour: now - 1 }), anEntry(3, { receivedHour: now - 25 }), anEntry(4, { receivedHour: now - 20 }), anEntry(5, { receivedHour: now - 40 })];
    const list = worklist(entries, log, NOON);
    expect(list.toOpen.map(({ id }) => id)).toEqual([tipId(3), tipId(4), tipId(2)]);
    expect(list.inHand.map(({ id }) => id)).toEqual([tipId(1)]);
    expect(list.done.map(({ id }) => id)).toEqual([tipId(5)]);
    expect(list.late).toBe(1);
  });

  it('keeps the quarantine apart until someone opens one of them', () => {
    const entries = [anEntry(1, { quarantined: true }), anEntry(2, { quarantined: true }), anEntry(3)];
    const log = merge(new Operator('Ana').write({ act: 'open', ...about(2), facts: facts() }));
    const list = worklist(entries, log, NOON);
    expect(list.quarantined.map(({ id }) => id)).toEqual([tipId(1)]);
    expect(list.inHand.map(({ id }) => id)).toEqual([tipId(2)]);
  });

  it('leaves a tip that cannot be opened among those that wait, with its clock running', () => {
    const log = merge(new Operator('Ana').write({ act: 'cannot-open', ...about(1), word: 'no-key' }));
    const [item] = worklist([anEntry(1, { receivedHour: now - 25 })], log, NOON).toOpen;
    expect(item).toMatchObject({ file: { state: 'cannot-open', fault: 'no-key' }, due: { past: 1 } });
  });

  it('shows each tip exactly once', () => {
    fc.assert(fc.property(fc.array(fc.record({ quarantined: fc.boolean(), receivedHour: fc.integer({ min: now - 100, max: now }), openedHour: fc.option(fc.constant(now)), repliedHour: fc.option(fc.constant(now)) })), (some) => {
      const list = worklist(some.map((more, n) => anEntry(n + 1, more)), merge([]), NOON);
      const shown = [list.toOpen, list.inHand, list.done, list.quarantined].flat().map(({ id }) => id);
      expect(shown.sort()).toEqual(some.map((_, n) => tipId(n + 1)).sort());
    }));
  });
});
