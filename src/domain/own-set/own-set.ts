import type { Item } from '../quiz/quiz.ts';

/** A question that a teacher wrote: what a ready item has, but for its sources and its talk. */
export interface OwnItem {
  readonly scene?: string;
  readonly question: string;
  readonly options: readonly { readonly text: string; readonly feedback: string }[];
  /** Place of the one right option, from 0. */
  readonly right: number;
}

/** A place in a set: the address of a ready item (`quiz/item`), or a question of the teacher's own in full. */
export type Entry = string | OwnItem;

/** What a teacher put together, in order. Without a title it is ''. */
export interface OwnSet {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** A ready item as the teacher's tool offers it. */
export interface ReadyItem extends Pick<Item, 'about' | 'topic' | 'question' | 'options' | 'right' | 'talk'> {
  /** `quiz/item`. */
  readonly id: string;
  readonly scene?: string | undefined;
}

/**
 * How long each text may be, in characters: as for the items of the house (domain/quiz/quiz.ts), because
 * they are read from across the same room. `entries` is how many questions a set takes: three long classes.
 */
export const LIMITS = { title: 65, scene: 420, question: 160, option: 110, feedback: 320, fewest: 2, options: 4, entries: 40 } as const;

export const isOwn = (entry: Entry): entry is OwnItem => typeof entry !== 'string';

export const emptySet: OwnSet = { title: '', entries: [] };

/**
 * Minutes that so many questions take with cards, at least and at most. Source: our own lesson plans
 * (content/class-sessions), where ten questions take 30 minutes and five take 20.
 */
export const minutesFor = (questions: number): { readonly least: number; readonly most: number } => ({ least: 3 * questions, most: 4 * questions });

/** The entries with the one at `from` moved by one place; unchanged at either end. */
export function moved(entries: readonly Entry[], from: number, by: 1 | -1): readonly Entry[] {
  const one = entries[from];
  const other = entries[from + by];
  if (one === undefined || other === undefined) return entries;
  return entries.map((entry, i) => (i === from ? other : i === from + by ? one : entry));
}
