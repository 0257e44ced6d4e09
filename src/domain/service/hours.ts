/** Days of the week, Monday first. */
export const days = ['lu', 'ma', 'mi', 'ju', 'vi', 'sa', 'do'] as const;
export type WeekDay = (typeof days)[number];

export interface Opening {
  readonly days: readonly WeekDay[];
  /** «08:30», in local time. */
  readonly from: string;
  readonly to: string;
  readonly holidays?: boolean | undefined;
}

/** Peru keeps one time all year: five hours behind UTC, no summer time since 1994 (IANA tz database, America/Lima). */
const LIMA_OFFSET_HOURS = -5;

/**
 * Peru's national holidays with a fixed date, as month-day. Source: D.Leg. 713 and its later changes, as listed for 2026 by
 * http://www.pascolibre.com/2026/01/estos-son-los-feriados-nacionales.html (17 holidays). A new law adds a line here.
 */
const FIXED = ['01-01', '05-01', '06-07', '06-29', '07-23', '07-28', '07-29', '08-06', '08-30', '10-08', '11-01', '12-08', '12-09', '12-25'];

/** Easter Sunday of a year as days since 1970 (Meeus/Jones/Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / 86_400_000;
}

/** Whether a day (YYYY-MM-DD) is a national holiday of Peru: the fixed ones, Holy Thursday and Good Friday. */
export function isHoliday(day: string): boolean {
  if (FIXED.includes(day.slice(5))) return true;
  const before = easter(Number(day.slice(0, 4))) - Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return before === 2 || before === 3;
}

/**
 * Whether a service is open at an instant, in Peru: true, false, or undefined when nobody knows (no hours, or a
 * holiday of which no source says anything).
 */
export function isOpenAt(openings: readonly Opening[], instant: Date): boolean | undefined {
  if (openings.length === 0) return undefined;
  const local = new Date(instant.getTime() + LIMA_OFFSET_HOURS * 3_600_000).toISOString();
  const day = local.slice(0, 10);
  const clock = local.slice(11, 16);
  const weekDay = days[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as WeekDay;
  const now = openings.filter((each) => each.days.includes(weekDay) && each.from <= clock && clock < each.to);
  if (now.length === 0) return false;
  if (!isHoliday(day)) return true;
  if (now.some(({ holidays }) => holidays === true)) return true;
  return now.some(({ holidays }) => holidays === undefined) ? undefined : false;
}
