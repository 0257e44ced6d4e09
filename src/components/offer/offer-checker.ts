import type { OfferPhrases } from '#domain/phrases.ts';
import { fill } from '#domain/phrases.ts';
import { checkRuc } from '#domain/offer/ruc.ts';
import type { PlanCard } from './plan-card.ts';
import type { Answer, ResultKit } from './result.ts';
import type { Host, ToolKit } from './tool.ts';

interface Checker {
  readonly exampleText: string;
  answer(text: string): Answer;
}

/**
 * The offer checker. The text stays in the field: nothing is sent and nothing stored. The engine and
 * its kit, the same for everyone, come when the reader reaches the field; each tool when it is opened.
 *
 * It reads nothing from the page's address. A text that comes from elsewhere (a photo, the guided
 * questions, later a Web Share Target) enters through `take`.
 */
class OfferChecker extends HTMLElement implements Host {
  #loading: Promise<Checker> | undefined;
  #tools: Promise<ToolKit> | undefined;
  #plan: Promise<PlanCard> | undefined;
  #walk: Promise<() => void> | undefined;
  #gone = new AbortController();

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  connectedCallback(): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
    // Firefox ticks again, on a reload, what was ticked before.
    this.#clearWalk();
    this.#field.addEventListener('focus', () => void this.#load().catch(() => undefined), { once: true });
    this.#part('form[data-offer]').addEventListener('submit', (event) => {
      event.preventDefault();
      this.check();
    });
    this.#part('[data-example]').addEventListener('click', () => void this.#check(true));
    // Whether for somebody else: said again at once, if something was said already.
    this.#part('[data-other]').addEventListener('change', () => {
      if (!this.#part('[data-result]').hidden) this.check();
    });
    this.addEventListener('input', () => this.#offerClear(true));
    for (const button of this.querySelectorAll('[data-clear]')) {
      button.addEventListener('click', () => {
        this.#wipe();
        this.#part('[data-status]').textContent = this.dataset['cleared'] ?? '';
        this.#field.focus();
      });
    }
    addEventListener('quick-exit', () => this.#wipe());
    this.#offerCopy();
    this.#offerRuc();
    this.#offerTools();
  }

  take(text: string, said: string, instead = ''): void {
    const { value } = this.#field;
    this.#field.value = value.trim() === '' || value === instead ? text : `${value.trimEnd()}\n\n${text}`;
    this.#part('[data-taken]').textContent = said;
    this.#offerClear(true);
    this.#field.focus();
  }

  check(): void {
    void this.#check();
  }

  get #field(): HTMLTextAreaElement {
    return this.#part<HTMLTextAreaElement>('textarea');
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (found === null) throw new Error(`offer-checker has no ${selector}`);
    return found;
  }

  #load(): Promise<Checker> {
    this.#loading ??= Promise.all([import('#domain/offer/offer.ts'), import('./result.ts'), fetchJson<ResultKit>('/revisa/revisor.json')])
      .then(([{ analyse, compileSigns }, { answerOf }, kit]) => {
        const engine = compileSigns(kit.book);
        const answer = (text: string): Answer => answerOf(text, analyse(text, engine), kit, this, this.#part<HTMLInputElement>('[data-other]').checked);
        return { exampleText: kit.words.exampleText, answer };
      })
      .catch((error: unknown) => {
        // So that the next press tries again.
        this.#loading = undefined;
        throw error;
      });
    return this.#loading;
  }

  #toolKit(): Promise<ToolKit> {
    this.#tools ??= fetchJson<ToolKit>('/revisa/herramientas.json').catch((error: unknown) => {
      this.#tools = undefined;
      throw error;
    });
    return this.#tools;
  }

  #offerClear(offered: boolean): void {
    for (const button of this.querySelectorAll<HTMLElement>('[data-clear]')) button.hidden = !offered;
  }

  /** Forgets everything, in every part of the page, and stops what is under way. */
  #wipe(): void {
    this.#gone.abort();
    this.#gone = new AbortController();
    for (const form of this.querySelectorAll('form')) form.reset();
    for (const tool of this.querySelectorAll<HTMLDetailsElement>('[data-tool]')) {
      tool.open = false;
      tool.querySelector('[data-slot]')?.replaceChildren();
    }
    for (const said of ['[data-status]', '[data-taken]', '[data-said]', '[data-ruc-answer]']) this.#part(said).textContent = '';
    this.#part('[data-result]').replaceChildren();
    this.#part('[data-result]').hidden = true;
    this.#clearWalk();
    void this.#plan?.then(({ wipe }) => wipe());
    void this.#walk?.then((wipe) => wipe());
    this.#offerClear(false);
  }

  #clearWalk(): void {
    for (const input of this.querySelectorAll<HTMLInputElement>('[data-walk] input')) {
      if (input.type === 'checkbox') input.checked = false;
      else input.value = '';
    }
  }

  async #check(example = false): Promise<void> {
    const status = this.#part('[data-status]');
    const { gone } = this;
    status.textContent = this.dataset['loading'] ?? '';
    try {
      const checker = await this.#load();
      if (gone.aborted) return;
      if (example) this.#field.value = checker.exampleText;
      this.#show(checker.answer(this.#field.value));
    } catch {
      if (!gone.aborted) status.textContent = this.dataset['broken'] ?? '';
    }
  }

  #show({ status, parts }: Answer): void {
    const result = this.#part('[data-result]');
    if (this.#field.value !== '') this.#offerClear(true);
    this.#part('[data-status]').textContent = status;
    result.replaceChildren(...parts);
    result.hidden = parts.length === 0;
    if (result.hidden) return;
    result.focus();
    result.scrollIntoView({ block: 'start' });
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
      const words = JSON.parse(form.dataset['words'] ?? '{}') as OfferPhrases['ruc'];
      const check = checkRuc(this.#part<HTMLInputElement>('#ruc').value);
      const sentence = check.reason !== null ? words.reasons[check.reason] : check.holder === 'person' ? words.person : words.ok;
      this.#part('[data-ruc-answer]').textContent = fill(sentence, { ruc: check.digits, n: check.digits.length });
    });
  }

  /** Each tool's script and words come when somebody reaches for it; one that did not arrive is tried again the next time. */
  #offerTools(): void {
    for (const tool of this.querySelectorAll<HTMLDetailsElement>('[data-tool]')) tool.addEventListener('toggle', () => void this.#openTool(tool));

    const plan = this.#part<HTMLFormElement>('[data-plan]');
    const started = (): Promise<PlanCard> =>
      (this.#plan ??= Promise.all([import('./plan-card.ts'), this.#toolKit()])
        .then(([{ startPlan }, words]) => startPlan(plan, words))
        .catch((error: unknown) => {
          this.#plan = undefined;
          this.#part('[data-plan-said]').textContent = this.dataset['toolBroken'] ?? '';
          throw error;
        }));
    plan.addEventListener('submit', (event) => event.preventDefault());
    plan.addEventListener('focusin', ({ target }) => {
      // Not for the buttons: a card that appears between a press and its release moves them, and the click is lost.
      if (target instanceof Element && target.closest('[data-act]') === null) void started().catch(() => undefined);
    });
    for (const button of plan.querySelectorAll<HTMLElement>('[data-act]')) {
      button.addEventListener('click', () => void started().then(({ act }) => act(button.dataset['act'] ?? ''), () => undefined));
    }

    const walk = this.#part('[data-walk]');
    walk.addEventListener('change', () => {
      this.#walk ??= Promise.all([import('./verify-walk.ts'), this.#toolKit()]).then(([{ startWalk }, words]) => startWalk(walk, words, document.documentElement.lang));
      this.#walk.catch(() => (this.#walk = undefined));
    });
  }

  async #openTool(tool: HTMLDetailsElement): Promise<void> {
    const slot = tool.querySelector<HTMLElement>('[data-slot]');
    if (!tool.open || slot === null || slot.querySelector('form') !== null) return;
    slot.textContent = this.dataset['loading'] ?? '';
    try {
      const kit = await this.#toolKit();
      const form = tool.dataset['tool'] === 'photo' ? (await import('./photo-form.ts')).photoForm(kit, this) : (await import('./guided-form.ts')).guidedForm(kit, this);
      slot.replaceChildren(form);
    } catch {
      slot.textContent = this.dataset['toolBroken'] ?? '';
    }
  }
}

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

customElements.define('offer-checker', OfferChecker);
