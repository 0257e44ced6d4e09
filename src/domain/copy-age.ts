import { confirmAfterDays } from '#domain/service/sureness.ts';
import { daysBetween, type Day } from '#domain/service/source-date.ts';

/** `clock`: the phone believes it is before the day the page was made, so nobody can say how old it is. */
export type CopyAge = 'fresh' | 'old' | 'clock';

/**
 * How old a page is that was built for `day` and is read at `now` by the phone's own clock. Old from the
 * same number of days as a service that asks to be confirmed. A clock that runs ahead makes a page
 * old too early, never fresh too long; one that runs behind is noticed. A day of grace: time zones.
 */
export function copyAge(day: Day, now: Date): CopyAge {
  const age = daysBetween(day, now.toISOString().slice(0, 10));
  if (age < -1) return 'clock';
  return age > confirmAfterDays ? 'old' : 'fresh';
}
