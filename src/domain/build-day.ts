/**
 * The day a build counts from, as YYYY-MM-DD: `BUILD_DAY` when it is set, so that an old build can be
 * made again byte for byte (`npm run verify` says with which day), else the day of `now` in UTC.
 * Throws a sentence when `BUILD_DAY` is no day.
 */
export function buildDay(environment: Readonly<Record<string, string | undefined>>, now: Date): string {
  const day = environment['BUILD_DAY'];
  if (day === undefined || day === '') return now.toISOString().slice(0, 10);
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : undefined;
  if (read === undefined || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day) throw new Error(`BUILD_DAY is «${day}»: write a day as 2026-11-28, or leave it out for today.`);
  return day;
}
