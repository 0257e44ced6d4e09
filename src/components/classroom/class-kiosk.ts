import { countAll, emptyTally, isEmpty, type Tally } from '#domain/classroom/tally.ts';
import type { PlayedSet } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { AnswerWalk } from './answer-walk.ts';
import { all, dataOf, one } from './dom.ts';
import { IdleWatch } from './idle-watch.ts';
import { forgetOnLeaving } from './leaving.ts';
import { counted, ResultsView, type ResultWords } from './results.ts';

interface Data {
  readonly set: PlayedSet;
  readonly results: ResultWords;
}
type Screen = 'ready' | 'walk' | 'done' | undefined;

/** One device for a whole class. It keeps counts alone: nobody can go back to what a person chose. */
class ClassKiosk extends HTMLElement {
  #data!: Data;
  #walk!: AnswerWalk;
  #results!: ResultsView;
  #idle!: IdleWatch;
  #tally: Tally = [];
  #people = 0;
  #gone = new AbortController();

  /** Whether something is counted that would be lost. */
  get counting(): boolean {
    return !isEmpty(this.#tally);
  }

  connectedCallback(): void {
    this.#data = dataOf<Data>(this);
    this.#walk = new AnswerWalk(one(this, '[data-walk]'), (answers) => this.#take(answers));
    this.#results = new ResultsView(one(this, '[data-results]'), this.#data.results, fill(this.#data.results.file, { set: this.#data.set.id }), () => this.#ready());
    this.#idle = new IdleWatch((left) => this.#warn(left), () => this.#ready(true), this.#gone.signal);
    this.addEventListener('click', ({ target }) => this.#press((target as Element).closest<HTMLElement>('[data-do]')?.dataset['do']));
    forgetOnLeaving(() => this.counting, () => this.#forget(), this.#gone.signal);
    this.#forget();
  }

  disconnectedCallback(): void {
    this.#forget();
    this.#gone.abort();
  }

  #press(what: string | undefined): void {
    if (what === 'open') {
      this.#tally = emptyTally(this.#data.set, Number(one<HTMLSelectElement>(this, 'select').value));
      this.#ready();
    }
    if (what === 'ready') this.#ready();
    if (what === 'begin') {
      this.#show('walk');
      this.#walk.begin(this.#tally.length);
      this.#idle.start();
    }
    if (what === 'results') {
      this.#show(undefined);
      this.#results.show([counted('', this.#tally, this.#data.set)]);
    }
  }

  #take(answers: readonly number[]): void {
    this.#tally = countAll(this.#tally, answers);
    this.#people += 1;
    this.#show('done');
    // Whoever finished may forget to pass it on: the next person must not meet their thanks.
    this.#idle.start();
  }

  /** The screen for the next person. `left` says that somebody went away in the middle. */
  #ready(left = false): void {
    const halfway = left && !one(this, '[data-screen=walk]').hidden;
    this.#show('ready');
    const wiped = one(this, '[data-wiped]');
    wiped.textContent = halfway ? (wiped.dataset['sentence'] ?? '') : '';
    const people = one(this, '[data-people]');
    people.textContent = fill(people.dataset['pattern'] ?? '', { n: this.#people });
  }

  #show(screen: Screen): void {
    this.#idle.stop();
    this.#walk.end();
    this.#results.hide();
    one(this, '[data-setup]').hidden = true;
    document.documentElement.toggleAttribute('data-stage', screen !== undefined);
    for (const each of all(this, '[data-screen]')) each.hidden = each.dataset['screen'] !== screen;
    if (screen === 'ready' || screen === 'done') one(this, `[data-screen=${screen}] h2`).focus();
  }

  #warn(secondsLeft: number | undefined): void {
    const notice = one(this, '[data-idle]');
    const wasHidden = notice.hidden;
    notice.hidden = secondsLeft === undefined;
    if (secondsLeft === undefined) return;
    // Said once, and then only seen: a screen reader must not read every second.
    if (wasHidden || secondsLeft % 10 === 0) {
      const text = one(notice, 'p');
      text.textContent = fill(text.dataset['pattern'] ?? '', { n: secondsLeft });
    }
  }

  #forget(): void {
    this.#tally = [];
    this.#people = 0;
    this.#show(undefined);
    this.#results.forget();
    one(this, '[data-setup]').hidden = false;
  }
}

customElements.define('class-kiosk', ClassKiosk);
