import { meaningOf } from '#domain/classroom/keys.ts';
import { shownBars } from '#domain/classroom/shown-bars.ts';
import { stepsOf, type Step } from '#domain/classroom/steps.ts';
import { count, emptyTally, isEmpty, total, type Tally } from '#domain/classroom/tally.ts';
import { letterOf, type ClassroomPhrases, type PlayedSet } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { all, dataOf, one } from './dom.ts';
import { forgetOnLeaving } from './leaving.ts';
import { counted, drawBar, ResultsView, type ResultWords } from './results.ts';
import { CalmClock } from './calm-clock.ts';

interface Data {
  readonly set: PlayedSet;
  readonly steps: Parameters<typeof stepsOf>[0];
  readonly words: ClassroomPhrases['cards'];
  readonly progress: string;
  readonly results: ResultWords;
}

/** A class with paper cards before a projector: one step at a time, counts in memory, keys and remotes. */
class ClassCards extends HTMLElement {
  #data!: Data;
  #items: HTMLElement[] = [];
  #steps: readonly Step[] = [];
  #at = 0;
  #tally: Tally = [];
  #results!: ResultsView;
  #clock!: CalmClock;
  #gone = new AbortController();

  /** Whether something is counted that would be lost. */
  get counting(): boolean {
    return !isEmpty(this.#tally);
  }

  connectedCallback(): void {
    this.#data = dataOf<Data>(this);
    this.#items = all(this, '[data-item]');
    this.#clock = new CalmClock(one(this, '[data-clock]'), one(this, '[data-clock-toggle]'));
    const file = fill(this.#data.results.file, { set: this.#data.set.id });
    this.#results = new ResultsView(one(this, '[data-results]'), this.#data.results, file, () => this.#stage(true));
    this.addEventListener('click', (event) => this.#press(event.target as Element));
    document.addEventListener('keydown', (event) => this.#key(event), { signal: this.#gone.signal });
    forgetOnLeaving(() => this.counting, () => this.#forget(), this.#gone.signal);
    this.#forget();
  }

  disconnectedCallback(): void {
    this.#forget();
    this.#gone.abort();
  }

  #step(): Step {
    return this.#steps[this.#at] ?? { item: 0, phase: 'ask' };
  }

  #press(target: Element): void {
    const button = target.closest('button');
    if (button === null) return;
    const { go, add } = button.dataset;
    if ('start' in button.dataset) this.#start();
    if (go !== undefined) this.#go(Number(go));
    if (add !== undefined) this.#add(Number(button.closest<HTMLElement>('[data-option]')?.dataset['option']), Number(add));
    if ('full' in button.dataset) void (document.fullscreenElement === null ? document.documentElement.requestFullscreen?.() : document.exitFullscreen());
    if ('finish' in button.dataset) this.#finish();
  }

  #key(event: KeyboardEvent): void {
    const meaning = meaningOf(event.key, event.shiftKey);
    if (one(this, '[data-on-stage]').hidden || meaning === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    // Space on a button presses that button.
    if (event.key === ' ' && (event.target as Element).closest('button, a') !== null) return;
    event.preventDefault();
    if (meaning === 'clock') this.#clock.toggle();
    else if ('go' in meaning) this.#go(meaning.go);
    else if (this.#step().phase === 'count') this.#add(meaning.option, meaning.by);
  }

  #start(): void {
    const length = Number(one<HTMLSelectElement>(this, 'select').value);
    this.#tally = emptyTally(this.#data.set, length);
    this.#steps = stepsOf(this.#data.steps.slice(0, length));
    this.#at = 0;
    this.#stage(true);
  }

  #stage(on: boolean): void {
    document.documentElement.toggleAttribute('data-stage', on);
    one(this, '[data-on-stage]').hidden = !on;
    one(this, '[data-setup]').hidden = on;
    if (!on) return;
    this.#results.hide();
    this.#paint();
    one(this, '[data-go="1"]').focus();
  }

  #go(by: number): void {
    const next = this.#at + by;
    if (next < 0) return;
    if (next >= this.#steps.length) return this.#finish();
    this.#at = next;
    this.#paint();
    scrollTo(0, 0);
  }

  #add(option: number, by: number): void {
    const { item } = this.#step();
    const before = total(this.#tally[item] ?? []);
    this.#tally = count(this.#tally, item, option, by);
    const now = total(this.#tally[item] ?? []);
    if (now !== before) this.#tell(fill(by > 0 ? this.#data.words.added : this.#data.words.removed, { letter: letterOf(option), n: now }));
    this.#paint();
  }

  #tell(sentence: string): void {
    one(this, '[data-told]').textContent = sentence;
  }

  #paint(): void {
    const step = this.#step();
    const { words, progress } = this.#data;
    one(this, '[data-progress]').textContent = fill(progress, { n: step.item + 1, total: this.#tally.length });
    one(this, '[data-phase-name]').textContent = words.phases[step.phase];
    for (const [i, item] of this.#items.entries()) item.hidden = i !== step.item;
    const item = this.#items[step.item];
    if (item === undefined) return;
    for (const each of all(item, '[data-in]')) each.hidden = !each.dataset['in']?.split(' ').includes(step.phase);
    this.#paintCounts(item, this.#tally[step.item] ?? [], step);
  }

  /** Numbers from 1 to 4 are told as «menos de 5» while counting, and kept back in the bars. */
  #paintCounts(item: HTMLElement, bars: readonly number[], { phase, option: explained }: Step): void {
    const { words, results } = this.#data;
    const shown = shownBars(bars);
    for (const [o, row] of all(item, '[data-option]').entries()) {
      const n = bars[o] ?? 0;
      row.hidden = (phase === 'why' && o !== explained) || phase === 'talk';
      one(row, '[data-count]').textContent = n > 0 && n < 5 ? words.below : String(n);
      one(row, '[data-n]').textContent = shown?.[o] === undefined ? results.hidden : String(shown[o]);
      drawBar(one(row, '.bar'), shown?.[o], total(bars));
      if (shown === undefined) for (const result of all(row, '.share')) result.hidden = true;
    }
    one(item, '[data-few]').hidden = phase !== 'bars' || shown !== undefined;
    one(item, '[data-total]').textContent = fill(words.counted, { n: total(bars) });
  }

  #finish(): void {
    this.#stage(false);
    one(this, '[data-setup]').hidden = true;
    this.#results.show([counted('', this.#tally, this.#data.set)]);
  }

  #forget(): void {
    this.#tally = [];
    this.#clock.stop();
    this.#results.forget();
    this.#tell('');
    this.#stage(false);
  }
}

customElements.define('class-cards', ClassCards);
