import { summarise, type Answer, type MarkedTopic, type Spoken, type SummaryItem } from '#domain/self-check/summary.ts';

const all = (within: ParentNode, selector: string): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(selector)];
const one = (within: ParentNode, selector: string): HTMLElement => {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`The self-check has no ${selector}.`);
  return found;
};
const copyOf = (element: HTMLElement) => element.cloneNode(true) as HTMLElement;

/** A line of a list: a text, with a name before it in bold where there is one. */
function line(text: string, name?: string): HTMLElement {
  const made = document.createElement('li');
  if (name !== undefined) {
    const strong = document.createElement('strong');
    strong.textContent = `${name}. `;
    made.append(strong);
  }
  made.append(text);
  return made;
}
/** What was just opened has the focus, and the voice where somebody listens (read-aloud.ts). */
const attend = (heading: HTMLElement): void => {
  heading.focus();
  heading.dispatchEvent(new Event('read-on', { bubbles: true }));
};
const topicLine = ({ label, step }: MarkedTopic) => line(step, label);

/**
 * Turns the server's page of questions into one card at a time. It owns no text: it moves and
 * copies what the page already holds. Answers live in this object only, and are dropped when the
 * page is left, so that «back» shows nothing.
 */
class SelfCheckCards extends HTMLElement {
  #answers: Record<string, Answer> = {};
  #items: HTMLElement[] = [];
  /** The questions, and the end as the last card. */
  #cards: HTMLElement[] = [];
  /** The help that closes every run, as the server wrote it. */
  #closing: HTMLElement[] = [];
  #at = 0;

  connectedCallback(): void {
    if (this.#cards.length > 0) return;
    const end = one(this, '[data-end]');
    this.#items = all(this, '[data-item]');
    this.#closing = all(end, '[data-help]').map(copyOf);
    for (const item of this.#items) this.#deal(item);
    this.#cards = [...this.#items, end];
    for (const card of this.#cards) card.append(this.#part('moves'));
    for (const note of all(this, '[data-scripted]')) note.hidden = false;
    this.addEventListener('click', (event) => this.#press(event.target));
    // A page kept by the browser for «back» must come back empty.
    addEventListener('pagehide', () => this.#forget());
    addEventListener('quick-exit', () => this.#forget());
    this.#forget();
  }

  #part(name: string): Node {
    return (one(this, `template[data-part=${name}]`) as HTMLTemplateElement).content.cloneNode(true);
  }

  /** Makes a card of a question: buttons for the answers, and each feedback out of the line that opened it. */
  #deal(item: HTMLElement): void {
    one(item, 'h2').after(this.#part('answers'));
    for (const opening of all(item, 'details')) {
      const feedback = one(opening, '.flow');
      const heading = document.createElement('h3');
      heading.tabIndex = -1;
      heading.textContent = one(opening, 'summary').textContent;
      feedback.prepend(heading);
      feedback.dataset['answer'] = opening.dataset['answer'];
      opening.replaceWith(feedback);
    }
  }

  #press(target: EventTarget | null): void {
    const { say, move } = (target as Element).closest<HTMLElement>('[data-say],[data-move]')?.dataset ?? {};
    if (say !== undefined) this.#say(say as Answer);
    else if (move === 'restart') this.#restart();
    else if (move !== undefined) this.#go(move === 'back' ? -1 : 1);
  }

  #card(): HTMLElement {
    return this.#cards[this.#at] ?? one(this, '[data-end]');
  }

  #say(answer: Answer): void {
    const item = this.#card();
    this.#answers[item.dataset['item'] ?? ''] = answer;
    if (answer === 'saltar') return this.#go(1);
    this.#paint(item);
    attend(one(item, `[data-answer=${answer}] h3`));
  }

  #go(by: number): void {
    this.#show(this.#at + by);
    attend(one(this.#card(), 'h2'));
  }

  #restart(): void {
    this.#forget();
    const status = one(this, '[data-status]');
    status.textContent = status.dataset['cleared'] ?? '';
    attend(one(this.#card(), 'h2'));
  }

  #forget(): void {
    this.#answers = {};
    this.#show(0);
    this.#gather();
  }

  #show(at: number): void {
    this.#at = at;
    one(this, '[data-status]').textContent = '';
    one(this, '[data-first]').hidden = at > 0;
    // Past the first card the title is kept for ears only: an eye over the shoulder sees a question.
    one(this, 'h1').classList.toggle('hidden-words', at > 0);
    for (const [index, card] of this.#cards.entries()) card.hidden = index !== at;
    for (const item of this.#items) this.#paint(item);
    if (this.#items[at] === undefined) this.#gather();
  }

  /** Shows the feedback of the answer given, marks its button, and offers the ways on that there are. */
  #paint(item: HTMLElement): void {
    const answer = this.#answers[item.dataset['item'] ?? ''];
    const answered = answer !== undefined && answer !== 'saltar';
    const last = item === this.#items.at(-1);
    for (const feedback of all(item, '[data-answer]')) feedback.hidden = feedback.dataset['answer'] !== answer;
    for (const button of all(item, '[data-say]')) button.ariaPressed = String(button.dataset['say'] === answer);
    one(item, '[data-move=back]').hidden = item === this.#items[0];
    one(item, '[data-move=next]').hidden = !answered || last;
    one(item, '[data-move=finish]').hidden = !answered || !last;
    one(item, '[data-move=restart]').hidden = Object.keys(this.#answers).length === 0;
  }

  /** Reads a question back from the page, as `summarise` wants it. */
  #read(item: HTMLElement): SummaryItem {
    const { item: id = '', topic = '', label = '', marks } = item.dataset;
    const option = (answer: Spoken) => {
      const feedback = one(item, `[data-answer=${answer}]`);
      return {
        step: one(feedback, '[data-step]').textContent,
        ask: feedback.querySelector('[data-ask]')?.textContent,
        help: all(feedback, '[data-help]').map(({ dataset }) => dataset['help'] ?? ''),
      };
    };
    return { id, topic, label, marks: marks === 'si' ? 'si' : 'no', options: { si: option('si'), no: option('no'), 'no-se': option('no-se') } };
  }

  /** Fills the last card with what the person marked. */
  #gather(): void {
    const end = one(this, '[data-end]');
    const help = this.#closing.map(({ dataset }) => dataset['help'] ?? '');
    const { met, unknown, toAsk, whom, toRead } = summarise({ items: this.#items.map((item) => this.#read(item)), help }, this.#answers);
    const known = [...this.#items.flatMap((item) => all(item, '[data-help]')), ...this.#closing];
    const copies = (ids: readonly string[]) => ids.flatMap((id) => known.find(({ dataset }) => dataset['help'] === id)?.cloneNode(true) ?? []);
    const lists: Record<string, Node[]> = {
      met: met.map(topicLine),
      unknown: unknown.map(topicLine),
      toAsk: toAsk.map((text) => line(text)),
      whom: copies(whom),
      toRead: copies(toRead),
    };
    for (const [name, lines] of Object.entries(lists)) {
      const list = one(end, `[data-list=${name}]`);
      list.replaceChildren(...lines);
      const own = list.closest<HTMLElement>('[data-own]');
      if (own !== null) own.hidden = lines.length === 0;
    }
    one(end, '[data-none]').hidden = met.length + unknown.length > 0;
    for (const move of ['next', 'finish']) one(end, `[data-move=${move}]`).hidden = true;
  }
}

customElements.define('self-check-cards', SelfCheckCards);
