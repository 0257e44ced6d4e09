import type { TakenItem } from '#domain/quiz/quiz.ts';
import { fill } from '#domain/phrases.ts';
import { one, part } from '#components/classroom/dom.ts';
import { fillItem } from './fill-item.ts';

/** The whole set to read and to print. Its items are made when somebody looks or prints: not at every tick of a box. */
export class Sheet {
  #root: HTMLElement;
  #number: string;
  #items: () => readonly TakenItem[];
  #stale = true;

  /** `number` is the pattern of «Pregunta 1 de 5»; `root` holds the sheet and its empty item. */
  constructor(root: HTMLElement, number: string, items: () => readonly TakenItem[]) {
    this.#root = root;
    this.#number = number;
    this.#items = items;
    addEventListener('beforeprint', () => this.#make());
  }

  /** The set is another now, or has another name. */
  paint(title: string): void {
    one(this.#root, '[data-sheet-title]').textContent = title;
    this.#stale = true;
    if (one(this.#root, '[data-sheet]').hasAttribute('data-shown')) this.#make();
  }

  #make(): void {
    if (!this.#stale) return;
    const items = this.#items();
    one(this.#root, '[data-sheet-items]').replaceChildren(...items.map((item, i) => this.#item(item, i, items.length)));
    this.#stale = false;
  }

  /** Shows or folds it away; `button` says which it will do next. */
  toggle(button: HTMLElement): void {
    const sheet = one(this.#root, '[data-sheet]');
    const shown = sheet.toggleAttribute('data-shown');
    button.setAttribute('aria-expanded', String(shown));
    button.textContent = (shown ? button.dataset['hide'] : button.dataset['show']) ?? '';
    if (!shown) return;
    this.#make();
    one(sheet, 'h2').focus();
  }

  #item(item: TakenItem, i: number, total: number): HTMLElement {
    const made = part(this.#root, 'sheet-item');
    fillItem(made, item);
    made.id = `hoja-${i}`;
    one(made, 'h3').id = `hoja-pregunta-${i}`;
    made.setAttribute('aria-labelledby', `hoja-pregunta-${i}`);
    one(made, '[data-into=number]').textContent = fill(this.#number, { n: i + 1, total });
    return made;
  }
}
