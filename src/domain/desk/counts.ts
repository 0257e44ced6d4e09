import { toHex } from '#domain/tip/bytes.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { monthInPeru, openedInTime } from './clock.ts';
import type { Log } from './log.ts';
import { showAlone, showParts, type Shown } from './suppress.ts';

/** One tip as it counts, whether it still exists or only the log remembers it. */
interface Counted {
  received: number;
  opened: number | null;
  answered: boolean;
  region: string | null;
  how: string | null;
}

export interface MonthCounts {
  readonly received: number;
  readonly openedInTime: number;
  readonly answered: number;
  readonly byHow: ReadonlyMap<string, number>;
  readonly byRegion: ReadonlyMap<string, number>;
}

export interface PublicMonth {
  readonly received: Shown;
  readonly openedInTime: Shown;
  readonly answered: Shown;
  readonly byHow: readonly { readonly name: string; readonly count: Shown }[];
  readonly byRegion: readonly { readonly name: string; readonly count: Shown }[];
}

/** A tip that nobody opened has neither kind nor region that anyone knows. */
export const NOT_OPENED = 'not-opened';

/**
 * A month of one desk (all desks for the national one), from the letterbox's list and the desk's own log.
 * @param month YYYY-MM, Peru's calendar @param practice whether this is a rehearsal: rehearsed tips count only there
 */
export function monthCounts(entries: readonly TipEntry[], log: Log, month: string, practice: boolean): MonthCounts {
  const tips = new Map<string, Counted>();
  const rehearsed = new Set<string>();
  for (const entry of entries) {
    tips.set(toHex(entry.id), { received: entry.receivedHour, opened: entry.openedHour, answered: entry.repliedHour !== null, region: null, how: null });
  }
  for (const { line } of log.lines) {
    for (const { id, received } of line.tips) {
      const tip = tips.get(id) ?? { received, opened: null, answered: false, region: null, how: null };
      tips.set(id, tip);
      if (line.act === 'open' && line.facts !== null) {
        const hour = Math.floor(Date.parse(line.at) / 3_600_000);
        tip.opened = Math.min(tip.opened ?? hour, hour);
        [tip.region, tip.how] = [line.facts.region, line.facts.how];
        if (line.facts.practice) rehearsed.add(id);
      }
      if (line.act === 'reply' || line.act === 'answered') tip.answered = true;
    }
  }
  const counted = [...tips].filter(([id, { received }]) => monthInPeru(received) === month && (practice || !rehearsed.has(id))).map(([, tip]) => tip);
  return {
    received: counted.length,
    openedInTime: counted.filter(({ received, opened }) => opened !== null && openedInTime(received, opened)).length,
    answered: counted.filter(({ answered }) => answered).length,
    byHow: tally(counted.map(({ how }) => how ?? NOT_OPENED)),
    byRegion: tally(counted.map(({ region }) => region ?? NOT_OPENED)),
  };
}

/** The same month as it may be printed. */
export function publicMonth(counts: MonthCounts): PublicMonth {
  const shown = (cells: ReadonlyMap<string, number>) => {
    const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = showParts(sorted.map(([, count]) => count));
    return sorted.map(([name], i) => ({ name, count: parts[i] ?? null }));
  };
  // «Opened in time» and «the rest» are parts of what was received; so are «answered» and the rest.
  const part = (count: number): Shown => (showAlone(counts.received) === null ? null : (showParts([count, counts.received - count])[0] ?? null));
  return {
    received: showAlone(counts.received),
    openedInTime: counts.openedInTime === counts.received ? showAlone(counts.received) : part(counts.openedInTime),
    answered: part(counts.answered),
    byHow: shown(counts.byHow),
    byRegion: shown(counts.byRegion),
  };
}

function tally(words: readonly string[]): Map<string, number> {
  const counted = new Map<string, number>();
  for (const word of words) counted.set(word, (counted.get(word) ?? 0) + 1);
  return counted;
}
