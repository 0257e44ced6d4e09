import type { TakenItem } from '#domain/quiz/quiz.ts';
import { all, one } from '#components/classroom/dom.ts';

/** Writes an item into a copy of the empty one (Frames.astro). Texts go in as text, never as HTML; what the item lacks is taken out. */
export function fillItem(made: HTMLElement, { scene, question, options, right, talk, mark }: TakenItem): void {
  for (const [place, text] of Object.entries({ scene, question, talk, mark })) {
    const at = made.querySelector(`[data-into=${place}]`);
    if (text === undefined) (at?.closest('[data-whole]') ?? at)?.remove();
    else if (at !== null) at.textContent = text;
  }
  const isRight = made.querySelector('[data-right]');
  // The options stand once to be chosen, and on the sheet once more with their why.
  for (const rows of [all(made, '[data-option]'), all(made, '[data-explained]')])
    rows.forEach((row, i) => {
      const option = options[i];
      if (option === undefined) return row.remove();
      one(row, '[data-into=text]').textContent = option.text;
      const why = row.querySelector('[data-into=feedback]');
      if (why !== null) why.textContent = option.feedback;
      if (i === right && isRight !== null && (row.matches('[data-explained]') || made.querySelector('[data-explained]') === null)) one(row, '[data-into=text]').after(' ', isRight);
    });
}

/** Puts a filled copy of the empty item in its place for each of the items; `more` may finish each. */
export function fillItems(frame: HTMLElement, selector: string, items: readonly TakenItem[], more: (made: HTMLElement, i: number) => void = () => {}): void {
  const empty = one(frame, selector);
  items.forEach((item, i) => {
    const made = empty.cloneNode(true) as HTMLElement;
    fillItem(made, item);
    more(made, i);
    empty.before(made);
  });
  empty.remove();
}
