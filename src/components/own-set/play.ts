import { playedSet } from '#domain/classroom/view.ts';
import type { TakenItem } from '#domain/quiz/quiz.ts';
import { fill } from '#domain/phrases.ts';
import { all, one, part } from '#components/classroom/dom.ts';
import type { OwnSetData } from './data.ts';
import { fillItems } from './fill-item.ts';
import '#components/classroom/class-cards.ts';
import '#components/classroom/class-kiosk.ts';

/** A class that runs: its element, which knows whether something is counted. */
export type RunningClass = HTMLElement & { readonly counting: boolean };

const FEW = 5;

/** A class with these items, as the pages of the ready sets have it; it starts when it is put into the page. `id` names the file of its results. */
export function classWith(within: ParentNode, mode: 'cards' | 'kiosk', id: string, items: readonly TakenItem[], words: OwnSetData['words']): RunningClass {
  const made = part(within, mode) as RunningClass;
  const data = one(made, 'script[type="application/json"]');
  data.textContent = JSON.stringify({ ...(JSON.parse(data.textContent ?? '') as object), set: playedSet(id, items), steps: items });
  fillItems(made, mode === 'cards' ? '[data-item]' : '[data-question]', items, (item, i) => {
    for (const [value, radio] of all(item, 'input').entries()) Object.assign(radio, { name: `i${i}`, value });
  });
  const choices = 2 * FEW <= items.length ? [[FEW, words.some] as const, [items.length, words.every] as const] : [[items.length, words.every] as const];
  one(made, 'select').replaceChildren(...choices.map(([n, text]) => new Option(fill(text, { n }), String(n), false, mode === 'kiosk' ? n === FEW : n === items.length)));
  return made;
}
