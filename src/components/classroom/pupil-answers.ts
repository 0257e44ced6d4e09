import { readClassCode } from '#domain/classroom/class-code.ts';
import { inHalves, makeResultCode } from '#domain/classroom/result-code.ts';
import type { ClassroomPhrases } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { AnswerWalk } from './answer-walk.ts';
import { chance } from './chance.ts';
import { all, dataOf, one } from './dom.ts';
import { forgetOnLeaving } from './leaving.ts';
import { qrPicture } from './qr.ts';

interface Data {
  readonly number: number;
  readonly version: number;
  readonly length: number;
  readonly words: Pick<ClassroomPhrases['pupil'], 'wrong' | 'unknown' | 'version' | 'none'>;
}

/** A pupil's page. The class code comes after `#`; the answers leave it only as the code that the pupil hands over. */
class PupilAnswers extends HTMLElement {
  #data!: Data;
  #tag = 0;

  connectedCallback(): void {
    this.#data = dataOf<Data>(this);
    const walk = new AnswerWalk(one(this, '[data-walk]'), (answers) => this.#give(answers));
    this.addEventListener('click', ({ target }) => {
      const what = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
      if (what === 'wipe') this.#open(walk);
      if (what !== 'begin') return;
      this.#show('walk');
      walk.begin(this.#data.length);
    });
    // The code is out on paper or on the teacher's screen: nothing here to warn about.
    forgetOnLeaving(() => false, () => this.#open(walk));
    addEventListener('hashchange', () => this.#open(walk));
    this.#open(walk);
  }

  /** Empties the page and reads the class code anew. */
  #open(walk: AnswerWalk): void {
    walk.end();
    one(this, '[data-code]').textContent = '';
    one(this, '[data-qr]').replaceChildren();
    const problem = this.#problem();
    one(this, '[data-problem]').textContent = problem ?? '';
    this.#show(problem === undefined ? 'ready' : 'problem');
  }

  #problem(): string | undefined {
    const { words, number, version } = this.#data;
    const typed = location.hash.slice(1);
    if (typed === '') return words.none;
    const code = readClassCode(typed);
    if (code === undefined) return words.wrong;
    if (code.set !== number) return words.unknown;
    if (code.version !== version) return words.version;
    this.#tag = code.tag;
    return undefined;
  }

  #give(answers: readonly number[]): void {
    const code = makeResultCode(this.#tag, answers, chance);
    one(this, '[data-code]').textContent = inHalves(code);
    const place = one(this, '[data-qr]');
    place.replaceChildren(qrPicture(code, fill(place.dataset['label'] ?? '', { code: inHalves(code) })));
    this.#show('done');
    one(this, '[data-screen=done] h2').focus();
  }

  #show(screen: string): void {
    for (const each of all(this, '[data-screen]')) each.hidden = each.dataset['screen'] !== screen;
  }
}

customElements.define('pupil-answers', PupilAnswers);
