import { expect, it } from 'vitest';
import { buildDay } from '#domain/build-day.ts';

const now = new Date('2026-11-28T04:00:00Z');

it('counts from today, or from the day that an old build is made again for', () => {
  expect(buildDay({}, now)).toBe('2026-11-28');
  expect(buildDay({ BUILD_DAY: '' }, now)).toBe('2026-11-28');
  expect(buildDay({ BUILD_DAY: '2026-09-01' }, now)).toBe('2026-09-01');
});

it.each(['ayer', '2026-02-30', '2026-13-01', '28/11/2026', '2026-1-2'])('refuses «%s» in a sentence', (day) => {
  expect(() => buildDay({ BUILD_DAY: day }, now)).toThrow(/write a day as/);
});
