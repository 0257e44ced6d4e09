import { classCsv, type CountedItems } from '#domain/classroom/csv.ts';
import { rightShare, shownBars, type Bar } from '#domain/classroom/shown-bars.ts';
import { total, type Tally } from '#domain/classroom/tally.ts';
import { letterOf, type ClassroomPhrases, type PlayedSet } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { one, part, write } from './dom.ts';
import { saveFile } from './save-file.ts';

export type ResultWords = ClassroomPhrases['results'];

/** Makes a bar as long as its part of the whole. The policy forbids style attributes in the page, not the script's own hand. */
export function drawBar(bar: HTMLElement, n: Bar, of: number): void {
  bar.classList.toggle('none', n === undefined);
  bar.classList.toggle('zero', n === 0);
  one(bar, 'span').style.inlineSize = `${n === undefined || of === 0 ? 0 : Math.max((100 * n) / of, 1)}%`;
}

/** The classes counted, as the results and the table print them. */
export const counted = (name: string, tally: Tally, { texts }: Pick<PlayedSet, 'texts'>): CountedItems => ({ name, tally, items: texts });

/** The part of a page where a class sees its results. Nothing stays in it after `forget`. */
export class ResultsView {
  #root: HTMLElement;
  #words: ResultWords;
  #classes: readonly CountedItems[] = [];

  constructor(root: HTMLElement, words: ResultWords, file: string, back: () => void) {
    this.#root = root;
    this.#words = words;
    root.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'print') print();
      if (what === 'csv') saveFile(classCsv(this.#classes, words), file, 'text/csv');
      if (what === 'back') back();
    });
  }

  /** Prints the classes, with the comparison when there are two, and takes the focus there. */
  show(classes: readonly CountedItems[]): void {
    this.#classes = classes;
    const blocks = classes.flatMap((each) => [...(classes.length > 1 ? [this.#name(each.name)] : []), ...this.#items(each)]);
    const [first, second] = classes;
    one(this.#root, '[data-list]').replaceChildren(...(first !== undefined && second !== undefined ? [this.#compare(first, second)] : []), ...blocks);
    one(this.#root, '[data-hidden-note]').hidden = !classes.some(({ tally }) => tally.some((bars) => shownBars(bars)?.includes(undefined)));
    this.#root.hidden = false;
    one(this.#root, 'h2').focus();
  }

  hide(): void {
    this.#root.hidden = true;
  }

  forget(): void {
    this.#classes = [];
    one(this.#root, '[data-list]').replaceChildren();
    this.hide();
  }

  #name(name: string): HTMLElement {
    const heading = part(this.#root, 'class');
    heading.textContent = name;
    return heading;
  }

  #items({ tally, items }: CountedItems): HTMLElement[] {
    return tally.map((bars, i) => {
      const made = part(this.#root, 'item');
      const shown = shownBars(bars);
      const { question = '', options = [], right } = items[i] ?? {};
      const share = rightShare(bars, right);
      write(made, {
        question: `${i + 1}. ${question}`,
        answers: shown === undefined ? this.#words.few : fill(this.#words.answers, { n: total(bars) }),
        share: share === undefined ? '' : fill(this.#words.share, { n: share }),
      });
      if (shown !== undefined) one(made, 'ul').append(...options.map((text, o) => this.#bar(text, o, o === right, shown[o], total(bars))));
      return made;
    });
  }

  #bar(text: string, option: number, right: boolean, n: Bar, of: number): HTMLElement {
    const made = part(this.#root, 'bar');
    write(made, { letter: letterOf(option), text, right: right ? `✓ ${this.#words.right}` : '', n: n === undefined ? this.#words.hidden : String(n) });
    drawBar(one(made, '.bar'), n, of);
    return made;
  }

  #compare(first: CountedItems, second: CountedItems): HTMLElement {
    const made = part(this.#root, 'compare');
    const share = ({ tally, items }: CountedItems, i: number): string => {
      const percent = rightShare(tally[i] ?? [], items[i]?.right);
      return percent === undefined ? this.#words.noShare : fill(this.#words.share, { n: percent });
    };
    const rows = first.items.flatMap(({ question, right }, i) => (right === undefined || first.tally[i] === undefined ? [] : [[`${i + 1}. ${question}`, share(first, i), share(second, i)]]));
    one(made, 'tbody').append(...rows.map(row));
    return made;
  }
}

function row(cells: readonly string[]): HTMLElement {
  const made = document.createElement('tr');
  for (const text of cells) made.insertCell().textContent = text;
  return made;
}
