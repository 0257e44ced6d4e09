import { drawClassCode, readClassCode } from '#domain/classroom/class-code.ts';
import type { CountedClass } from '#domain/classroom/paste.ts';
import { emptyTally, type Tally } from '#domain/classroom/tally.ts';
import type { ClassroomPhrases, SetData } from '#domain/classroom/view.ts';
import { chance } from './chance.ts';

/** A class whose codes are being gathered. */
export interface Group extends CountedClass {
  readonly code: string;
  readonly set: SetData;
  tally: Tally;
  people: number;
}

/** Before and after: more than two are not compared. */
export const MOST_GROUPS = 2;

const groupOf = (code: string, tag: number, set: SetData): Group => ({ code, tag, set, tally: emptyTally(set), people: 0 });

/** A new class of this set; its tag differs from those of `others`. */
export function drawGroup(set: SetData, others: readonly Group[]): Group {
  const code = drawClassCode(set.number, set.version, chance, others.map(({ tag }) => tag));
  return groupOf(code, readClassCode(code)?.tag ?? 0, set);
}

/** The class of a code that a teacher kept, or the name of the sentence that says why not. */
export function keptGroup(typed: string, sets: readonly SetData[], others: readonly Group[]): Group | keyof Pick<ClassroomPhrases['codes'], 'wrongClass' | 'wrongSet' | 'wrongVersion' | 'sameClass' | 'twoClasses'> {
  const read = readClassCode(typed);
  if (read === undefined) return 'wrongClass';
  const set = sets.find(({ number }) => number === read.set);
  if (set === undefined) return 'wrongSet';
  if (set.version !== read.version) return 'wrongVersion';
  if (others.some(({ tag }) => tag === read.tag)) return 'sameClass';
  if (others.length >= MOST_GROUPS) return 'twoClasses';
  return groupOf(typed, read.tag, set);
}
