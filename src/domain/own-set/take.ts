import type { TakenItem } from '../quiz/quiz.ts';
import { isOwn, type OwnItem, type OwnSet, type ReadyItem } from './own-set.ts';

/** A set with every item in full, as the class, the sheet and the files to take along need it. Own items carry `mark`; ready ones are looked up, and one that is missing is left out. */
export function itemsOf({ entries }: OwnSet, ready: ReadonlyMap<string, ReadyItem>, mark: string): TakenItem[] {
  const own = ({ scene, question, options, right }: OwnItem, i: number): TakenItem => ({ id: `docente-${i + 1}`, scene, question, options: [...options], right, mark });
  return entries.flatMap((entry, i) => {
    if (isOwn(entry)) return [own(entry, i)];
    const item = ready.get(entry);
    return item === undefined ? [] : [{ ...item, id: item.id.replace('/', '-') }];
  });
}
