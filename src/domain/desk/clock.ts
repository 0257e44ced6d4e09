import { HOURS_TO_OPEN } from '#domain/tip/limits.ts';

const HOUR = 3_600_000;
/** Peru's clock is UTC−5 all year: no daylight saving since 1994. */
const LIMA = -5 * HOUR;

/** Whole hours since 1970, as the letterbox writes them. @param now milliseconds since 1970 */
export const hourOf = (now: number): number => Math.floor(now / HOUR);

/** How a tip stands against the promise to open it within 24 hours. */
export interface Due {
  readonly dueHour: number;
  /** Whole hours left (0: less than one), or null once the term has passed. */
  readonly left: number | null;
  /** Whole hours since the term passed (0: less than one), or null before. */
  readonly past: number | null;
  /** The last four hours before the term, and everything after it. */
  readonly urgent: boolean;
}

/**
 * The term counts from the beginning of the hour in which the tip came, because nobody keeps
 * minutes: the desk may be an hour early and never late.
 * @param receivedHour hours since 1970 @param now milliseconds since 1970
 */
export function dueOf(receivedHour: number, now: number): Due {
  const dueHour = receivedHour + HOURS_TO_OPEN;
  const rest = dueHour * HOUR - now;
  return rest > 0
    ? { dueHour, left: Math.floor(rest / HOUR), past: null, urgent: rest <= 4 * HOUR }
    : { dueHour, left: null, past: Math.floor((now - dueHour * HOUR) / HOUR), urgent: true };
}

/** Whether the first opening kept the promise. */
export const openedInTime = (receivedHour: number, openedHour: number): boolean => openedHour <= receivedHour + HOURS_TO_OPEN;

/** The calendar day in Peru, YYYY-MM-DD. @param now milliseconds since 1970 */
export const dayInPeru = (now: number): string => new Date(now + LIMA).toISOString().slice(0, 10);

/** The month in Peru of an hour since 1970, YYYY-MM. */
export const monthInPeru = (hour: number): string => dayInPeru(hour * HOUR).slice(0, 7);

/** An instant as the log keeps it: to the minute, UTC («2026-11-24T15:04Z»). */
export const minuteOf = (now: number): string => `${new Date(now).toISOString().slice(0, 16)}Z`;

/** The same instant in Peru, for reading: «24/11/2026 10:04». */
export function minuteInPeru(minute: string): string {
  const local = new Date(Date.parse(minute) + LIMA).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)} ${local.slice(11, 16)}`;
}

/** An hour since 1970 in Peru, for reading: «24/11/2026, 10 h». */
export function hourInPeru(hour: number): string {
  const local = new Date(hour * HOUR + LIMA).toISOString();
  return `${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}, ${Number(local.slice(11, 13))} h`;
}
