import type { BeforeAfter, Item, Quiz } from '../quiz/quiz.ts';
import { ANSWERS } from './result-code.ts';
import { setIds } from './set-ids.ts';

/** An item as a class meets it. A question about confidence or plans has no right option and no feedback. */
export type ClassItem = Pick<Item, 'id' | 'question'> & Partial<Pick<Item, 'scene' | 'talk' | 'right'>> & { readonly options: readonly { readonly text: string; readonly feedback?: string }[] };

/** What the counting needs of a set: no words. */
export interface ClassSet {
  /** Place in `setIds`. */
  readonly number: number;
  readonly version: number;
  readonly items: readonly { readonly options: number; readonly right: number | undefined }[];
}

/** The items of one half of the short test: four parallel items, then confidence and plan. */
export function halfOf({ pairs, confidence, plan }: BeforeAfter, half: 'before' | 'after'): ClassItem[] {
  const opinion = (id: string, { question, options }: BeforeAfter['plan']): ClassItem => ({ id, question, options: options.map((text) => ({ text })) });
  return [...pairs.map((pair) => pair[half]), opinion('confianza', confidence), opinion('plan', plan)];
}

export const itemsOfQuiz = ({ items }: Quiz): ClassItem[] => items;

/** A fingerprint from 0 to 1023 of the items that a code carries (FNV-1a): another wording or order gives another number. */
export function versionOf(items: readonly ClassItem[]): number {
  const text = JSON.stringify(items.slice(0, ANSWERS).map(({ id, question, options, right }) => [id, question, right, options.map((option) => option.text)]));
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 10) ^ (hash >>> 20)) >>> 0) % 1024;
}

/** A set for counting. Throws on an id that no class code can name. */
export function classSet(id: string, items: readonly ClassItem[]): ClassSet {
  const number = setIds.findIndex((known) => known === id);
  if (number === -1) throw new Error(`«${id}» has no number for class codes: add it at the end of setIds in src/domain/classroom/set-ids.ts.`);
  return { number, version: versionOf(items), items: items.map(({ options, right }) => ({ options: options.length, right })) };
}
