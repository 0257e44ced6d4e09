import type { Source } from '../source.ts';
import type { ClassItem, ClassSet } from './class-set.ts';
import type { SetId } from './set-ids.ts';

/** The words of everything for teachers: content/interface/<language>/classroom.json. */
export type { ClassroomPhrases } from '#domain/phrases.ts';

/** A set with everything that its pages print. */
export interface ClassSetView {
  readonly id: SetId;
  readonly title: string;
  readonly description: string;
  readonly intro: string;
  readonly checkedOn: string;
  readonly items: readonly ClassItem[];
  readonly sources: readonly Source[];
  readonly counting: ClassSet;
}

/** What cards and kiosk need of a set: the counting, and the words of the results. A teacher's own set has no number for codes. */
export interface PlayedSet extends Pick<ClassSet, 'items'> {
  /** Names the file of the results. */
  readonly id: string;
  readonly texts: readonly { readonly question: string; readonly options: readonly string[]; readonly right: number | undefined }[];
}

/** What the scripts of a class get of a set, as data in the page. */
export interface SetData extends ClassSet, PlayedSet {
  readonly id: SetId;
}

/** What cards and kiosk need of any items. */
export const playedSet = (id: string, items: readonly (Pick<ClassItem, 'question' | 'options'> & { readonly right?: number | undefined })[]): PlayedSet => ({
  id,
  items: items.map(({ options, right }) => ({ options: options.length, right })),
  texts: items.map(({ question, options, right }) => ({ question, options: options.map(({ text }) => text), right })),
});

/** The data of a set. */
export const setData = ({ id, counting, items }: ClassSetView): SetData => ({ ...playedSet(id, items), ...counting, id });

/** The letters of the paper cards. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export const letterOf = (option: number): string => LETTERS[option] ?? '';
