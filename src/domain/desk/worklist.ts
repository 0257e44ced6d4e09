import { toHex } from '#domain/tip/bytes.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { caseFile, type CaseFile, type State } from './case.ts';
import { dueOf, type Due } from './clock.ts';
import type { Log } from './log.ts';

/** The list that a desk works through: what is new first, by the hour at which its term ends. */
export interface WorkItem {
  readonly id: string;
  /** Eight signs to name a tip on the telephone: «3f2a 91c0». */
  readonly code: string;
  readonly entry: TipEntry;
  readonly file: CaseFile;
  readonly due: Due;
  readonly size: 'text' | 'long' | 'photo' | 'photos';
}

export interface Worklist {
  readonly toOpen: readonly WorkItem[];
  readonly inHand: readonly WorkItem[];
  readonly done: readonly WorkItem[];
  readonly quarantined: readonly WorkItem[];
  /** Unopened tips whose term has passed, quarantine apart. */
  readonly late: number;
}

const RANK: Readonly<Record<State, number>> = { new: 0, 'cannot-open': 0, 'wrote-again': 1, opened: 2, answered: 3, closed: 4 };

export const codeOf = (id: string): string => `${id.slice(0, 4)} ${id.slice(4, 8)}`;

/** What a sealed tip's size class tells: whether there may be photos, and nothing more. Between the classes of either key kind. */
export const sizeOf = (bytes: number): WorkItem['size'] => (bytes < 20_000 ? 'text' : bytes < 120_000 ? 'long' : bytes < 700_000 ? 'photo' : 'photos');

/** @param now milliseconds since 1970 */
export function worklist(entries: readonly TipEntry[], log: Log, now: number): Worklist {
  const items = entries
    .map((entry): WorkItem => {
      const id = toHex(entry.id);
      return { id, code: codeOf(id), entry, file: caseFile(log, id, entry), due: dueOf(entry.receivedHour, now), size: sizeOf(entry.size) };
    })
    .sort((a, b) => RANK[a.file.state] - RANK[b.file.state] || a.due.dueHour - b.due.dueHour || (a.id < b.id ? -1 : 1));
  const apart = (item: WorkItem): boolean => item.entry.quarantined && item.file.state === 'new';
  const ranked = (from: number, to: number) => items.filter((item) => !apart(item) && RANK[item.file.state] >= from && RANK[item.file.state] <= to);
  const toOpen = ranked(0, 0);
  return { toOpen, inHand: ranked(1, 2), done: ranked(3, 4), quarantined: items.filter(apart), late: toOpen.filter(({ due }) => due.past !== null).length };
}
