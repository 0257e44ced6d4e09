import { isOwn, type OwnSet, type ReadyItem } from '#domain/own-set/own-set.ts';
import { fill } from '#domain/phrases.ts';
import { all, one, part, write } from '#components/classroom/dom.ts';
import type { OwnSetData } from './data.ts';

export type Act = 'up' | 'down' | 'edit' | 'remove';

/** The set as it stands, a line for each question with what can be done to it. */
export class ChosenList {
  #root: HTMLElement;
  #ready: ReadonlyMap<string, ReadyItem>;
  #words: OwnSetData['words'];

  constructor(root: HTMLElement, ready: ReadonlyMap<string, ReadyItem>, words: OwnSetData['words'], act: (act: Act, at: number) => void) {
    this.#root = root;
    this.#ready = ready;
    this.#words = words;
    one(root, '[data-list]').addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-act]');
      const line = button?.closest('li');
      if (button && line) act(button.dataset['act'] as Act, all(root, '[data-list] > li').indexOf(line));
    });
  }

  paint(set: OwnSet): void {
    one(this.#root, '[data-list]').replaceChildren(...set.entries.map((_, at) => this.#line(set, at)));
    one(this.#root, '[data-empty]').hidden = set.entries.length > 0;
  }

  /** Takes the focus to what was pressed on the line at `at`, or to what can be pressed there. */
  focus(at: number, act: Act): void {
    const line = all(this.#root, '[data-list] > li')[at];
    const pressed = line?.querySelector<HTMLButtonElement>(`[data-act=${act}]:not(:disabled)`) ?? line?.querySelector<HTMLButtonElement>('[data-act]:not(:disabled)');
    (pressed ?? one(this.#root, 'h2')).focus();
  }

  #line({ entries }: OwnSet, at: number): HTMLElement {
    const made = part(this.#root, 'line');
    const entry = entries[at] ?? '';
    const own = isOwn(entry);
    const question = own ? entry.question : (this.#ready.get(entry)?.question ?? '');
    const { chosen } = this.#words;
    write(made, { n: String(at + 1), mark: own ? chosen.mark : '', question });
    for (const button of all(made, '[data-act]') as HTMLButtonElement[]) {
      const act = button.dataset['act'] as Act;
      button.setAttribute('aria-label', fill(chosen.actOn, { act: chosen[act], n: at + 1, question }));
      button.disabled = (act === 'up' && at === 0) || (act === 'down' && at === entries.length - 1);
      button.hidden = act === 'edit' && !own;
    }
    return made;
  }
}
