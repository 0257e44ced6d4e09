import type { ClassItem } from './class-set.ts';

export type Phase = 'ask' | 'count' | 'bars' | 'why' | 'talk';

/** One press of the remote: an item and what the class does with it; `option` is whose feedback is read. */
export interface Step {
  readonly item: number;
  readonly phase: Phase;
  readonly option?: number;
}

/**
 * The steps of a class with cards: think, show the card, see the bars, read why (the right option first,
 * because the class waits for it), talk. A question without a right option ends with its bars.
 */
export function stepsOf(items: readonly Pick<ClassItem, 'right' | 'talk' | 'options'>[]): Step[] {
  return items.flatMap(({ right, talk, options }, item): Step[] => {
    const explained = options.flatMap(({ feedback }, option) => (feedback === undefined ? [] : [option])).sort((a, b) => Number(b === right) - Number(a === right) || a - b);
    return [
      { item, phase: 'ask' },
      { item, phase: 'count' },
      { item, phase: 'bars' },
      ...explained.map((option): Step => ({ item, phase: 'why', option })),
      ...(talk === undefined ? [] : [{ item, phase: 'talk' } as const]),
    ];
  });
}
