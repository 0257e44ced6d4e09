import { checkDraft, type Draft, type Fault } from '#domain/own-set/draft.ts';
import { LIMITS, type OwnItem } from '#domain/own-set/own-set.ts';
import { letterOf } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { all, one } from '#components/classroom/dom.ts';
import type { OwnSetData } from './data.ts';

type Box = HTMLInputElement | HTMLTextAreaElement;
const PLACES = Array.from({ length: LIMITS.options }, (_, i) => i);

/** The form for a question of the teacher's own. What was written stays until it is kept or thrown away. */
export class OwnForm {
  #form: HTMLFormElement;
  #words: OwnSetData['words'];
  /** The question that is being mended, and how the form stood when it was opened. */
  #old: OwnItem | undefined;
  #opened = '';

  /** `keep` gets the finished question, and the one it takes the place of. */
  constructor(form: HTMLFormElement, words: OwnSetData['words'], keep: (item: OwnItem, old: OwnItem | undefined) => void) {
    this.#form = form;
    this.#words = words;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const checked = checkDraft(this.#draft());
      if ('faults' in checked) return this.#show(checked.faults);
      const old = this.#old;
      this.close();
      keep(checked.item, old);
    });
  }

  /** Whether something stands in the form that is kept nowhere. */
  get holds(): boolean {
    return !this.#form.hidden && JSON.stringify(this.#draft()) !== this.#opened;
  }

  /** Opens the form, empty or with a question to mend. A question that is half written stays, and false is given. */
  open(item?: OwnItem): boolean {
    const busy = this.holds;
    if (!busy) {
      this.close();
      this.#old = item;
      this.#fill(item);
      this.#opened = JSON.stringify(this.#draft());
      const save = one(this.#form, '[data-save]');
      save.textContent = (item === undefined ? save.dataset['save'] : save.dataset['saveChange']) ?? '';
    }
    this.#form.hidden = false;
    this.#box('question').focus();
    return !busy;
  }

  close(): void {
    this.#form.reset();
    this.#form.hidden = true;
    this.#old = undefined;
    this.#show([]);
  }

  #box = (field: string): Box => one<HTMLInputElement>(this.#form, `#propia-${field}`);

  #fill(item: OwnItem | undefined): void {
    if (item === undefined) return;
    this.#box('scene').value = item.scene ?? '';
    this.#box('question').value = item.question;
    for (const [i, { text, feedback }] of item.options.entries()) {
      this.#box(`text-${i}`).value = text;
      this.#box(`feedback-${i}`).value = feedback;
    }
    (this.#box(`right-${item.right}`) as HTMLInputElement).checked = true;
  }

  #draft(): Draft {
    const right = PLACES.find((i) => (this.#box(`right-${i}`) as HTMLInputElement).checked);
    const options = PLACES.map((i) => ({ text: this.#box(`text-${i}`).value, feedback: this.#box(`feedback-${i}`).value }));
    return { scene: this.#box('scene').value, question: this.#box('question').value, options, right };
  }

  /** Says every fault twice: first in one list, linked to the place that mends it, then beside that place. */
  #show(faults: readonly Fault[]): void {
    const summary = one(this.#form, '[data-faults]');
    summary.hidden = faults.length === 0;
    for (const old of all(this.#form, '.fault')) old.remove();
    for (const box of all(this.#form, '[aria-invalid]')) {
      box.removeAttribute('aria-invalid');
      box.setAttribute('aria-describedby', (box.getAttribute('aria-describedby') ?? '').replace(/ ?\S+-mal$/, ''));
    }
    one(summary, 'ul').replaceChildren(...faults.map((fault) => this.#fault(fault)));
    if (faults.length > 0) summary.focus();
  }

  #fault({ part, option, what, over = 0, like = 0 }: Fault): HTMLElement {
    const sentence = fill(this.#words.faults[`${part}-${what}` as keyof OwnSetData['words']['faults']], { letter: letterOf(option ?? 0), like: letterOf(like), over });
    const box = this.#box(part === 'right' ? 'right-0' : option === undefined ? part : `${part}-${option}`);
    const field = box.closest('.field');
    if (field !== null && field.querySelector('.fault') === null) {
      const beside = Object.assign(document.createElement('span'), { className: 'fault', id: `${box.id}-mal`, textContent: sentence });
      box.before(beside);
      box.setAttribute('aria-invalid', 'true');
      box.setAttribute('aria-describedby', `${box.getAttribute('aria-describedby') ?? ''} ${beside.id}`.trim());
    }
    const line = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: `#${box.id}`, textContent: sentence });
    link.addEventListener('click', (event) => {
      // Focus without a place in the address: there a set may stand.
      event.preventDefault();
      box.focus();
    });
    line.append(link);
    return line;
  }
}
