import { describe, expect, it } from 'vitest';
import { isHoliday, isOpenAt, type Opening } from '#domain/service/hours.ts';

const office: Opening[] = [{ days: ['lu', 'ma', 'mi', 'ju', 'vi'], from: '08:00', to: '17:00' }];

describe('someone asks what is open now', () => {
  it('in Lima’s time, whatever the phone says', () => {
    // Tuesday 24 November 2026, 12:59 and 13:00 UTC: 07:59 and 08:00 in Lima.
    expect(isOpenAt(office, new Date('2026-11-24T12:59:00Z'))).toBe(false);
    expect(isOpenAt(office, new Date('2026-11-24T13:00:00Z'))).toBe(true);
    expect(isOpenAt(office, new Date('2026-11-24T22:00:00Z'))).toBe(false);
    // Saturday 02:00 UTC is still Friday evening in Lima.
    expect(isOpenAt([{ days: ['vi'], from: '20:00', to: '24:00' }], new Date('2026-11-28T02:00:00Z'))).toBe(true);
  });

  it('a service without known hours is neither open nor closed', () => {
    expect(isOpenAt([], new Date('2026-11-24T15:00:00Z'))).toBeUndefined();
  });

  it('on a holiday nobody knows, unless a source says so', () => {
    const christmas = new Date('2026-12-25T15:00:00Z');
    expect(isOpenAt(office, christmas)).toBeUndefined();
    expect(isOpenAt(office.map((each) => ({ ...each, holidays: false })), christmas)).toBe(false);
    expect(isOpenAt([{ days: ['lu', 'ma', 'mi', 'ju', 'vi', 'sa', 'do'], from: '00:00', to: '24:00', holidays: true }], christmas)).toBe(true);
  });

  it('knows Peru’s holidays, also those that move', () => {
    for (const day of ['2026-04-02', '2026-04-03', '2027-03-25', '2027-03-26', '2026-06-07', '2026-07-23', '2026-07-28', '2026-08-06', '2026-12-09']) expect([day, isHoliday(day)]).toEqual([day, true]);
    for (const day of ['2026-04-04', '2026-04-05', '2026-07-27', '2026-11-24', '2026-02-14']) expect([day, isHoliday(day)]).toEqual([day, false]);
  });
});
