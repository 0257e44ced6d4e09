import { buildDay } from '#domain/build-day.ts';

/** The day this build counts from, as YYYY-MM-DD. Pages ask here and not the clock, so that a build can be repeated. */
export const today = (): string => buildDay(process.env, new Date());
