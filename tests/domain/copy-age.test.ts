import { describe, expect, it } from 'vitest';
import { copyAge } from '../../src/domain/copy-age.ts';

describe('how old a kept page is', () => {
  it.each([
    ['2026-11-28', '2026-11-28', 'fresh'],
    ['2026-11-28', '2026-11-27', 'fresh'],
    ['2026-11-28', '2027-02-26', 'fresh'],
    ['2026-11-28', '2027-02-27', 'old'],
    ['2026-11-28', '2027-11-28', 'old'],
    ['2026-11-28', '2025-11-28', 'clock'],
  ] as const)('a page of %s read on %s is %s', (day, now, age) => {
    expect(copyAge(day, new Date(`${now}T12:00:00Z`))).toBe(age);
  });
});
