import { inHalves, RESULT_CODE_LENGTH } from '#domain/classroom/result-code.ts';
import type { Outcome } from '#domain/classroom/paste.ts';
import type { ClassroomPhrases } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { all, one, part, write } from './dom.ts';

type NotCounted = Exclude<Outcome, { readonly what: 'counted' }> | (Outcome & { readonly what: 'repeated' });

/** So many codes are listed one by one; nobody reads more. */
const LISTED = 20;

/** The list of codes that did not count, each with its reason and, for a repeated one, the question whose it is. */
export class CodeReport {
  #root: HTMLElement;
  #words: ClassroomPhrases['codes'];
  #waiting: NotCounted[] = [];

  constructor(root: HTMLElement, words: ClassroomPhrases['codes']) {
    this.#root = root;
    this.#words = words;
  }

  /** Adds what did not count; codes that came before stay until they are answered. */
  add(outcomes: readonly Outcome[]): void {
    const repeated = this.#waiting.filter(({ what }) => what === 'repeated');
    this.#waiting = [...repeated, ...outcomes.filter((each): each is NotCounted => each.what !== 'counted' && !(each.what === 'repeated' && repeated.some(({ code }) => code === each.code)))];
    this.#paint();
  }

  /** Takes out the repeated code whose button was pressed, or all of them with no button. Gives them back. */
  answer(button?: Element): NotCounted[] {
    const index = button === undefined ? -1 : all(this.#root, '[data-not-list] > li').indexOf(button.closest('li') as HTMLElement);
    const taken = this.#waiting.filter(({ what }, i) => what === 'repeated' && (index === -1 || i === index));
    this.#waiting = this.#waiting.filter((each) => !taken.includes(each));
    this.#paint();
    return taken;
  }

  forget(): void {
    this.#waiting = [];
    this.#paint();
  }

  #paint(): void {
    const waiting = this.#waiting;
    one(this.#root, '[data-not]').hidden = waiting.length === 0;
    one(this.#root, '[data-not-list]').replaceChildren(...waiting.slice(0, LISTED).map((each) => this.#line(each)));
    one(this.#root, '[data-more]').textContent = waiting.length > LISTED ? fill(this.#words.more, { n: waiting.length - LISTED }) : '';
    one(this.#root, '[data-do=same-all]').hidden = waiting.filter(({ what }) => what === 'repeated').length < 2;
  }

  #line({ code, what }: NotCounted): HTMLElement {
    const line = part(this.#root, 'not');
    write(line, { code: code.length === RESULT_CODE_LENGTH ? inHalves(code) : code.slice(0, 24), why: this.#words.reasons[what as keyof ClassroomPhrases['codes']['reasons']] });
    if (what === 'repeated') line.append(part(this.#root, 'ask'));
    return line;
  }
}
