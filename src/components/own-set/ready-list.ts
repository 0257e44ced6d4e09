import type { OwnSet, ReadyItem } from '#domain/own-set/own-set.ts';
import { letterOf } from '#domain/classroom/view.ts';
import { all, one, part, write } from '#components/classroom/dom.ts';
import type { OwnSetData } from './data.ts';

type Choose = (id: string, on: boolean) => void;

/** The ready items that fit the chosen sets and topic, each with a box to tick. A set's lines are made when it is first looked at: a cheap phone has no time for all. */
export class ReadyList {
  #root: HTMLElement;
  #data: OwnSetData;
  #choose: Choose;
  #lines = new Map<ReadyItem, HTMLElement>();
  #groups = new Map<string, HTMLElement>();
  #set: OwnSet | undefined;

  /** `choose` is told each ticked or unticked item. */
  constructor(root: HTMLElement, data: OwnSetData, choose: Choose) {
    this.#root = root;
    this.#data = data;
    this.#choose = choose;
    root.addEventListener('change', ({ target }) => {
      if ((target as Element).matches('[data-set], [data-topic]')) this.#sieve();
    });
    this.#sieve();
  }

  /** Ticks what stands in the set. */
  paint(set: OwnSet): void {
    this.#set = set;
    for (const [{ id }, made] of this.#lines) one<HTMLInputElement>(made, 'input').checked = set.entries.includes(id);
  }

  /** The addresses of what is shown now. */
  shown(): string[] {
    return this.#data.items.filter((item) => this.#fits(item)).map(({ id }) => id);
  }

  #fits(item: ReadyItem): boolean {
    const box = all(this.#root, '[data-set]').find((each) => (each as HTMLInputElement).value === setOf(item)) as HTMLInputElement | undefined;
    return box?.checked === true && ['', item.about, item.topic].includes(one<HTMLSelectElement>(this.#root, '[data-topic]').value);
  }

  #sieve(): void {
    const shown = new Set(this.shown());
    for (const { id, title } of this.#data.sets) {
      const items = this.#data.items.filter((item) => setOf(item) === id);
      const wanted = items.some((item) => shown.has(item.id));
      if (wanted && !this.#groups.has(id)) this.#make(id, title, items);
      const group = this.#groups.get(id);
      if (group !== undefined) group.hidden = !wanted;
    }
    for (const [{ id }, made] of this.#lines) made.hidden = !shown.has(id);
    if (this.#set !== undefined) this.paint(this.#set);
  }

  /** A set's part of the list, in its place among the others. */
  #make(id: string, title: string, items: readonly ReadyItem[]): void {
    const made = part(this.#root, 'ready-set');
    write(made, { title });
    for (const item of items) this.#lines.set(item, line(this.#root, item, this.#data.words.right, this.#choose));
    one(made, 'ul').append(...items.flatMap((item) => this.#lines.get(item) ?? []));
    this.#groups.set(id, made);
    const inOrder = this.#data.sets.flatMap((set) => this.#groups.get(set.id) ?? []);
    const next = inOrder[inOrder.indexOf(made) + 1];
    one(this.#root, '[data-ready]').insertBefore(made, next ?? null);
  }
}

/** The quiz that an item comes from. */
const setOf = ({ id }: ReadyItem): string => id.split('/')[0] ?? '';

function line(root: HTMLElement, item: ReadyItem, right: string, choose: Choose): HTMLElement {
  const made = part(root, 'ready');
  write(made, { question: item.question, what: `: ${item.question}` });
  const box = one<HTMLInputElement>(made, 'input');
  box.addEventListener('change', () => choose(item.id, box.checked));
  const whole = one(made, '[data-whole]');
  one(made, 'details').addEventListener('toggle', () => {
    if (whole.childElementCount === 0) whole.append(...wholeItem(item, right));
  });
  return made;
}

function paragraph(...parts: (Node | string)[]): HTMLElement {
  const made = document.createElement('p');
  made.append(...parts);
  return made;
}

/** The scene and the options, with each one's why. */
function wholeItem({ scene, options, right }: ReadyItem, rightWord: string): HTMLElement[] {
  const mark = Object.assign(document.createElement('strong'), { textContent: ` ✓ ${rightWord}.` });
  const lines = options.map(({ text, feedback }, i) => paragraph(`${letterOf(i)}. ${text}`, ...(i === right ? [mark] : []), ` — ${feedback}`));
  return scene === undefined ? lines : [Object.assign(paragraph(scene), { className: 'scene' }), ...lines];
}
