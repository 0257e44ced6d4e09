import type { Analysis, SignBook } from '#domain/offer/offer.ts';
import type { OfferPhrases } from '#domain/phrases.ts';
import { fill } from '#domain/phrases.ts';
import { checkRuc } from '#domain/offer/ruc.ts';
import { element, type ReassuringWords } from './dom.ts';
import { callNow, markedText, missingQuestions, reassuringList, signList, verdict } from './result.ts';

type RucWords = OfferPhrases['ruc'];

/** What /revisa/revisor.json carries: the engine's cues, and the words of an answer. */
interface Kit {
  readonly book: SignBook;
  readonly words: OfferPhrases;
  readonly hints: Readonly<Record<string, string>>;
  readonly reassuring: readonly ReassuringWords[];
}

interface Checker extends Kit {
  analyse(text: string): Analysis;
}

/**
 * The offer checker. The text stays in the field: nothing is sent and nothing stored. The engine and
 * its kit, the same for everyone, come when the reader reaches the field.
 */
class OfferChecker extends HTMLElement {
  #loading: Promise<Checker> | undefined;

  connectedCallback(): void {
    const field = this.#part<HTMLTextAreaElement>('textarea');
    this.#part('[data-buttons]').hidden = false;
    field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.#part('form[data-offer]').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check();
    });
    this.#part('[data-example]').addEventListener('click', () => void this.#check(true));
    this.#part('[data-clear]').addEventListener('click', () => {
      this.#wipe();
      field.focus();
    });
    addEventListener('quick-exit', () => this.#wipe());
    this.#offerCopy();
    this.#offerRuc();
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (found === null) throw new Error(`offer-checker has no ${selector}`);
    return found;
  }

  #load(): Promise<Checker> {
    const kit = async (): Promise<Kit> => {
      const answer = await fetch('/revisa/revisor.json');
      if (!answer.ok) throw new Error(`revisor.json: ${answer.status}`);
      return (await answer.json()) as Kit;
    };
    this.#loading ??= Promise.all([import('#domain/offer/offer.ts'), kit()])
      .then(([{ analyse, compileSigns }, loaded]) => {
        const engine = compileSigns(loaded.book);
        return { ...loaded, analyse: (text: string) => analyse(text, engine) };
      })
      .catch((error: unknown) => {
        // So that the next press tries again.
        this.#loading = undefined;
        throw error;
      });
    return this.#loading;
  }

  #wipe(): void {
    this.#part<HTMLTextAreaElement>('textarea').value = '';
    this.#part('[data-result]').replaceChildren();
    this.#part('[data-result]').hidden = true;
    this.#part('[data-status]').textContent = '';
    this.#part('[data-clear]').hidden = true;
  }

  async #check(example = false): Promise<void> {
    const status = this.#part('[data-status]');
    status.textContent = this.dataset['loading'] ?? '';
    const field = this.#part<HTMLTextAreaElement>('textarea');
    try {
      const checker = await this.#load();
      if (example) field.value = checker.words.exampleText;
      this.#show(field.value, checker);
    } catch {
      status.textContent = this.dataset['broken'] ?? '';
    }
  }

  #show(text: string, checker: Checker): void {
    const { words } = checker;
    const analysis = checker.analyse(text);
    const status = this.#part('[data-status]');
    const result = this.#part('[data-result]');
    this.#part('[data-clear]').hidden = text === '';
    result.hidden = true;
    result.replaceChildren();
    if (analysis.reason !== null) {
      status.textContent = words.reasons[analysis.reason];
      return;
    }
    const { length } = analysis.signs;
    status.textContent = length === 0 ? words.answerCount.none : length === 1 ? words.answerCount.one : fill(words.answerCount.many, { n: length });
    result.append(...this.#answer(text, analysis, checker));
    result.hidden = false;
    result.focus();
    result.scrollIntoView({ block: 'start' });
  }

  #answer(text: string, analysis: Analysis, { words, hints, reassuring }: Checker): HTMLElement[] {
    const questions = [...this.querySelectorAll<HTMLElement>('[data-question]')].map((item) => ({ id: item.dataset['question'] ?? '', text: item.textContent ?? '' }));
    const cardOf = (id: string): HTMLElement | null => this.querySelector(`#senal-${id}`);
    const offer = analysis.level !== 'no-es-oferta';
    const signs = offer ? analysis.signs : analysis.mentioned;
    const parts = [verdict(analysis, words, hints)];
    if (analysis.level === 'alto') parts.push(callNow(words));
    if (signs.length > 0) parts.push(markedText(text, signs, words), signList(signs, offer ? words.signsTitle : words.mentionedTitle, words, cardOf));
    if (analysis.reassuring.length > 0) parts.push(reassuringList(analysis.reassuring, reassuring, words));
    if (offer && analysis.unknown.length > 0) parts.push(missingQuestions(analysis.unknown, questions, words));
    if (analysis.level === 'varias-senales') parts.push(callNow(words));
    parts.push(element('p', { className: 'quiet' }, words.limits));
    return parts;
  }

  #offerCopy(): void {
    const button = this.#part<HTMLButtonElement>('[data-copy]');
    button.hidden = false;
    button.addEventListener('click', () => {
      const lines = [...this.querySelectorAll('[data-question]')].map((item, index) => `${index + 1}. ${item.textContent ?? ''}`);
      const said = this.#part('[data-said]');
      navigator.clipboard.writeText(lines.join('\n')).then(
        () => (said.textContent = button.dataset['copied'] ?? ''),
        () => (said.textContent = button.dataset['failed'] ?? ''),
      );
    });
  }

  #offerRuc(): void {
    const form = this.#part<HTMLFormElement>('[data-ruc]');
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const words = JSON.parse(form.dataset['words'] ?? '{}') as RucWords;
      const check = checkRuc(this.#part<HTMLInputElement>('#ruc').value);
      const sentence = check.reason !== null ? words.reasons[check.reason] : check.holder === 'person' ? words.person : words.ok;
      this.#part('[data-ruc-answer]').textContent = fill(sentence, { ruc: check.digits, n: check.digits.length });
    });
  }
}

customElements.define('offer-checker', OfferChecker);
