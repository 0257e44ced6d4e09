import { dayFormat } from '#domain/day-format.ts';
import type { DirectoryPhrases } from '#domain/phrases.ts';
import { fill } from '#domain/phrases.ts';
import type { Service } from '#domain/service/service.ts';
import { daysBetween, earliestDay, readSourceDate, type Day } from '#domain/service/source-date.ts';

/** Room of content/interface/<language>/directory.json. */
export type { DirectoryPhrases };

/** From this age (days, counted from the call or else from the earliest source) a row says that it may have changed. */
export const oldAfterDays = 365;
/** From this age a row asks to be confirmed before going there. */
export const confirmAfterDays = 90;

export interface Sureness {
  /** One sentence for a list: where the row comes from and from when. */
  readonly short: string;
  /** What a reader must know before trusting the row; empty when nothing stands against it. */
  readonly cautions: readonly string[];
  /** Days since the call or the earliest source; undefined when no source has a date. */
  readonly age: number | undefined;
  readonly old: boolean;
}

/** Whole days since the call, or else since the earliest source; undefined when no source has a date. */
export function ageOf(service: Pick<Service, 'verifiedOn' | 'sourceDate'>, today: Day): number | undefined {
  const first = readSourceDate(service.sourceDate)?.first;
  const counted = service.verifiedOn ?? (first === undefined ? undefined : earliestDay(first));
  return counted === undefined ? undefined : daysBetween(counted, today);
}

/** A date token in words: «2026-08-07» and «2026-08» → «agosto de 2026»; «2025» → «2025». */
export function monthInWords(token: string, languageTag: string): string {
  if (token.length === 4) return token;
  return dayFormat(languageTag, { month: 'long', year: 'numeric' }).format(new Date(`${earliestDay(token)}T00:00:00Z`));
}

/**
 * How sure a row is on a given day, in words. Nothing here says «seguro»: a source shows that a service
 * exists, only a call shows that the phone answers.
 */
export function sureness(service: Service, today: Day, phrases: DirectoryPhrases, languageTag: string): Sureness {
  const words = phrases.sureness;
  const span = readSourceDate(service.sourceDate);
  const age = ageOf(service, today);
  const old = age === undefined || age > oldAfterDays;
  const cautions: string[] = [];
  if (age !== undefined && age > 2 * oldAfterDays) cautions.push(fill(words.older, { years: Math.floor(age / 365.25) }));
  else if (age !== undefined && old) cautions.push(words.old);
  else if (age !== undefined && age > confirmAfterDays) cautions.push(words.confirm);
  if (service.status !== 'active') cautions.push(words.notConfirmed);
  if (service.confidence === 'low') cautions.push(words.low);
  return { short: shortOf(service, span, words, languageTag), cautions: [...cautions, ...service.conflicts], age, old };
}

function shortOf(service: Service, span: ReturnType<typeof readSourceDate>, words: DirectoryPhrases['sureness'], languageTag: string): string {
  if (service.verifiedOn !== null && service.verifiedBy !== null) {
    const day = dayFormat(languageTag, { dateStyle: 'long' }).format(new Date(`${service.verifiedOn}T00:00:00Z`));
    return fill(words.verified, { who: service.verifiedBy, day });
  }
  if (span === undefined) return words.undated;
  const call = service.phones.length > 0 || service.addressVisibility === 'by-referral' || service.addressVisibility === 'none';
  const first = monthInWords(span.first, languageTag);
  const last = monthInWords(span.last, languageTag);
  if (service.sourceName !== undefined) return fill(call ? words.named : words.namedVisit, { source: service.sourceName, month: first });
  if (first === last) return fill(call ? words.one : words.oneVisit, { month: first });
  return fill(call ? words.span : words.spanVisit, { first, last });
}
