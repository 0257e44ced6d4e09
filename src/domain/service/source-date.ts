/** A day as `YYYY-MM-DD`. Compared as text, so that no clock and no time zone comes in. */
export type Day = string;

/** From the earliest to the latest date that a text names; each is the text's own token («2025», «2025-06», «2025-06-30»). */
export interface SourceSpan {
  readonly first: string;
  readonly last: string;
}

const DATE = /\b(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?!\d)/g;
/** Parts that only say that the service existed then: no phone, no address, no hours rest on them. */
const EXISTENCE = /\bexistencia\b/i;

/** The day from which a token's age is counted: its earliest reading, so that a row never looks younger than it is. */
export function earliestDay(token: string): Day {
  return `${token}-01-01`.slice(0, 10);
}

/** The latest day that a token can mean; used only to see dates that lie in the future. */
function latestToken(a: string, b: string): string {
  return earliestDay(a) >= earliestDay(b) ? a : b;
}

/**
 * Reads the date text of a row («2025-11-17; 2020-12-01 (horario)»). Returns undefined when it names no date.
 * A vague token that a precise one spells out («2026 … copia de 2026-08-07») counts once, as the precise one.
 * Parts marked «(existencia)» are passed over unless there is nothing else.
 */
export function readSourceDate(text: string): SourceSpan | undefined {
  const parts = text.split(';');
  const telling = parts.filter((part) => !EXISTENCE.test(part));
  const tokens = tokensOf(telling.join(';'));
  const found = tokens.length > 0 ? tokens : tokensOf(text);
  const [head, ...rest] = found;
  if (head === undefined) return undefined;
  return {
    first: rest.reduce((a, b) => (earliestDay(b) < earliestDay(a) ? b : a), head),
    last: rest.reduce(latestToken, head),
  };
}

function tokensOf(text: string): string[] {
  const all = [...new Set(text.match(DATE) ?? [])];
  return all.filter((token) => !all.some((other) => other !== token && other.startsWith(`${token}-`)));
}

/** Every date token of a text, to refuse those after today. */
export function datesIn(text: string): string[] {
  return text.match(DATE) ?? [];
}

/** Whole days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
