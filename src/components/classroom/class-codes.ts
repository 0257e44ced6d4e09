import { readPaste, type Outcome } from '#domain/classroom/paste.ts';
import { countAll } from '#domain/classroom/tally.ts';
import { tidy } from '#domain/classroom/code.ts';
import type { ClassroomPhrases, SetData } from '#domain/classroom/view.ts';
import { fill } from '#domain/phrases.ts';
import { drawGroup, keptGroup, MOST_GROUPS, type Group } from './class-group.ts';
import { CodeReport } from './code-report.ts';
import { dataOf, one, part, write } from './dom.ts';
import { forgetOnLeaving } from './leaving.ts';
import { qrPicture } from './qr.ts';
import { counted, ResultsView, type ResultWords } from './results.ts';

interface Data {
  /** The set of this page, then the one it is compared with: its twin half, or itself again. */
  readonly sets: readonly [SetData, SetData];
  readonly words: ClassroomPhrases['codes'];
  readonly results: ResultWords;
}

/** A teacher gathers the codes of one class, or of a class before and after the hour. Counts and seen codes live in memory alone. */
class ClassCodes extends HTMLElement {
  #data!: Data;
  #groups: Group[] = [];
  /** Only to know a code that comes twice. */
  #seen = new Set<string>();
  #report!: CodeReport;
  #results!: ResultsView;
  #closeCamera: (() => void) | undefined;
  #lastScanned = '';

  connectedCallback(): void {
    this.#data = dataOf<Data>(this);
    const { sets, words, results } = this.#data;
    this.#report = new CodeReport(this, words);
    this.#results = new ResultsView(one(this, '[data-results]'), results, fill(results.file, { set: sets[0].id }), () => this.#work());
    this.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-do]');
      if (button !== null) this.#press(button.dataset['do'] ?? '', button);
    });
    one<HTMLTextAreaElement>(this, 'textarea').addEventListener('paste', pasteAtOnce);
    forgetOnLeaving(() => this.#groups.some(({ people }) => people > 0), () => this.#forget());
    this.#forget();
  }

  #press(what: string, button: HTMLElement): void {
    if (what === 'create') this.#join(drawGroup(this.#data.sets[this.#groups.length === 0 ? 0 : 1], this.#groups));
    if (what === 'keep') this.#join(keptGroup(tidy(one<HTMLInputElement>(this, '#codigo-guardado').value), this.#data.sets, this.#groups));
    if (what === 'count') this.#countTyped();
    if (what === 'same') this.#report.answer(button);
    if (what === 'same-all') this.#report.answer();
    if (what === 'different') this.#count(this.#report.answer(button));
    if (what === 'camera') void this.#camera();
    if (what === 'results') this.#show();
  }

  #join(group: ReturnType<typeof keptGroup>): void {
    one(this, '[data-class-problem]').textContent = typeof group === 'string' ? this.#data.words[group] : '';
    if (typeof group === 'string') return;
    this.#groups.push(group);
    one<HTMLInputElement>(this, '#codigo-guardado').value = '';
    this.#paint();
  }

  #countTyped(): void {
    const field = one<HTMLTextAreaElement>(this, 'textarea');
    if (this.#take(field.value)) field.value = '';
  }

  /** Reads codes and counts them; false, with the reason said, when there is nothing to count or nothing to count for. */
  #take(text: string): boolean {
    const { words } = this.#data;
    const outcomes = readPaste(text, this.#groups, this.#seen);
    const problem = this.#groups.length === 0 ? words.needClass : outcomes.length === 0 ? words.empty : undefined;
    const good = outcomes.filter(({ what }) => what === 'counted');
    one(this, '[data-tally]').textContent = problem ?? fill(words.tally, { counted: good.length, not: outcomes.length - good.length });
    if (problem !== undefined) return false;
    this.#count(good);
    this.#report.add(outcomes);
    return true;
  }

  #count(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) {
      const group = 'into' in outcome ? this.#groups[outcome.into] : undefined;
      if (group === undefined || !('answers' in outcome)) continue;
      group.tally = countAll(group.tally, outcome.answers);
      group.people += 1;
      this.#seen.add(outcome.code);
    }
    this.#paint();
  }

  async #camera(): Promise<void> {
    const { words } = this.#data;
    const told = one(this, '[data-camera-told]');
    if (this.#closeCamera !== undefined) return this.#shutCamera();
    if (this.#groups.length === 0) return void (told.textContent = words.needClass);
    try {
      const { openCamera } = await import('./code-scan.ts');
      this.#closeCamera = await openCamera(one<HTMLVideoElement>(this, 'video'), (text) => this.#scanned(text));
      told.textContent = words.cameraOn;
    } catch (problem) {
      told.textContent = (problem as Error).name === 'NotAllowedError' || (problem as Error).name === 'NotReadableError' ? words.cameraDenied : words.cameraNone;
    }
    this.#nameCamera();
  }

  #shutCamera(): void {
    this.#closeCamera?.();
    this.#closeCamera = undefined;
    one(this, '[data-camera-told]').textContent = '';
    this.#nameCamera();
  }

  #nameCamera(): void {
    const button = one(this, '[data-do=camera]');
    button.textContent = (this.#closeCamera === undefined ? button.dataset['open'] : button.dataset['close']) ?? '';
  }

  /** The camera sees the same screen many times a second: what it just read, or counted before, is no second person. */
  #scanned(text: string): void {
    const code = tidy(text);
    if (code === this.#lastScanned || this.#seen.has(code)) return;
    this.#lastScanned = code;
    if (!this.#take(code)) return;
    one(this, '[data-camera-told]').textContent = fill(this.#data.words.cameraRead, { code });
  }

  #name(index: number): string {
    return index === 0 ? this.#data.words.first : this.#data.words.second;
  }

  #paint(): void {
    const { words } = this.#data;
    one(this, '[data-classes]').replaceChildren(...this.#groups.map((group, i) => this.#card(group, i)));
    const create = one(this, '[data-do=create]');
    create.hidden = this.#groups.length >= MOST_GROUPS;
    create.textContent = (this.#groups.length === 0 ? words.create : create.dataset['second']) ?? '';
  }

  #card({ code, people }: Group, index: number): HTMLElement {
    const { words } = this.#data;
    const card = part(this, 'group');
    const address = `${location.host}/docentes/codigo/`;
    write(card, { name: this.#name(index), go: fill(words.go, { address }), code, people: fill(words.people, { n: people }) });
    one(card, '[data-qr]').append(qrPicture(`${location.origin}/docentes/codigo/#${code}`, code));
    return card;
  }

  #show(): void {
    this.#shutCamera();
    one(this, '[data-work]').hidden = true;
    const groups = this.#groups.length === 0 ? [drawGroup(this.#data.sets[0], [])] : this.#groups;
    this.#results.show(groups.map(({ tally, set }, i) => counted(this.#name(i), tally.slice(0, 10), set)));
  }

  #work(): void {
    this.#results.hide();
    one(this, '[data-work]').hidden = false;
  }

  #forget(): void {
    this.#groups = [];
    this.#seen.clear();
    this.#shutCamera();
    this.#report.forget();
    this.#results.forget();
    one<HTMLTextAreaElement>(this, 'textarea').value = '';
    one(this, '[data-tally]').textContent = '';
    this.#paint();
    this.#work();
  }
}

/** Browsers lay out thousands of pasted lines one by one, for half a minute; set at once they take a moment. */
function pasteAtOnce(event: ClipboardEvent): void {
  const field = event.target as HTMLTextAreaElement;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text === '') return;
  event.preventDefault();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
}

customElements.define('class-codes', ClassCodes);
