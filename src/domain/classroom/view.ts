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

/** What the scripts of a class get of a set, as data in the page: the counting, and the words of the results. */
export interface SetData extends ClassSet {
  readonly id: SetId;
  readonly texts: readonly { readonly question: string; readonly options: readonly string[]; readonly right: number | undefined }[];
}

/** The data of a set. */
export const setData = ({ id, counting, items }: ClassSetView): SetData => ({
  ...counting,
  id,
  texts: items.map(({ question, options, right }) => ({ question, options: options.map(({ text }) => text), right })),
});

/** The letters of the paper cards. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export const letterOf = (option: number): string => LETTERS[option] ?? '';
