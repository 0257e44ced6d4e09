import { fill } from '#domain/phrases.ts';
import { all, one } from './dom.ts';

/** Walks one person through the questions of a set. The answers live in the radios only, until they are handed over. */
export class AnswerWalk {
  #form: HTMLFormElement;
  #questions: HTMLElement[];
  #length = 0;
  #at = 0;

  /** `done` gets one option per question, once all are answered. */
  constructor(form: HTMLFormElement, done: (answers: number[]) => void) {
    this.#form = form;
    this.#questions = all(form, '[data-question]');
    one(form, '[data-walk-back]').addEventListener('click', () => this.#show(this.#at - 1));
    form.addEventListener('change', () => this.#say(''));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#chosen(this.#at) === undefined) return this.#say(one(form, '[data-choose]').dataset['sentence'] ?? '');
      if (this.#at + 1 < this.#length) return this.#show(this.#at + 1);
      const answers = Array.from({ length: this.#length }, (_, i) => this.#chosen(i) ?? 0);
      this.end();
      done(answers);
    });
  }

  /** Begins with nothing chosen, over the first `length` questions. */
  begin(length: number): void {
    this.end();
    this.#length = length;
    this.#form.hidden = false;
    this.#show(0);
  }

  /** Takes everything away that was chosen. */
  end(): void {
    this.#form.reset();
    this.#form.hidden = true;
  }

  #chosen(question: number): number | undefined {
    const value = new FormData(this.#form).get(`i${question}`);
    return value === null ? undefined : Number(value);
  }

  #show(at: number): void {
    this.#at = at;
    const progress = one(this.#form, '[data-progress]');
    progress.textContent = fill(progress.dataset['pattern'] ?? '', { n: at + 1, total: this.#length });
    for (const [i, question] of this.#questions.entries()) question.hidden = i !== at;
    one(this.#form, '[data-walk-back]').hidden = at === 0;
    const go = one(this.#form, '[type=submit]');
    go.textContent = (at + 1 === this.#length ? go.dataset['last'] : go.dataset['more']) ?? '';
    this.#say('');
    this.#questions[at]?.querySelector('legend')?.focus();
    scrollTo(0, 0);
  }

  #say(sentence: string): void {
    one(this.#form, '[data-choose]').textContent = sentence;
  }
}
