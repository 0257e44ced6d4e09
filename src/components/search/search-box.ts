import { fill, type SearchPhrases } from '#domain/phrases.ts';
import type { InstantData, InstantRow } from '#domain/search/instant-data.ts';
import { Instant } from './instant.ts';
import { loadFullText, type FullText, type Hit } from './pagefind.ts';
import { instantRow, pageRow } from './rows.ts';

const PAGE = 8;
const PAUSE = 200;

/**
 * Two searches in one box. Titles, needs and regions answer from the first key, out of the page itself, places and services
 * from one small file that joins them;
 * the full texts (Pagefind) join below when they have come, and nothing that stands moves for them.
 * What is typed goes nowhere: no request, no address, no storage.
 */
class SearchBox extends HTMLElement {
  #words!: SearchPhrases;
  #instant!: Instant;
  #fullText: Promise<FullText> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';
  /** Paths that already stand in a list: no page is shown twice. */
  #standing = new Set<string>();
  #hits: readonly Hit[] = [];
  #looked = 0;
  #rows = 0;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as SearchPhrases;
    const input = this.#part<HTMLInputElement>('input');
    this.#instant = new Instant(JSON.parse(this.#part('[data-first]').textContent ?? '') as InstantData);
    this.#complete().catch(() => undefined);
    input.addEventListener('focus', () => void this.#loadFullText().catch(() => undefined));
    input.addEventListener('input', () => this.#search(input.value));
    this.#part('form').addEventListener('submit', (event) => {
      // Nothing goes into the address or to the server.
      event.preventDefault();
      this.#search(input.value);
    });
    this.#part('[data-more]').addEventListener('click', () => void this.#more(this.#asked));
    // What was typed before this script came, or stands again after «back».
    if (input.value !== '') this.#search(input.value);
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (found === null) throw new Error(`search-box has no ${selector}`);
    return found;
  }

  async #complete(): Promise<void> {
    if (this.#instant.whole) return;
    await this.#instant.complete(this.dataset['index'] ?? '');
    if (this.#asked !== '') this.#show(this.#instant.answer(this.#asked));
  }

  /** The small file first: both at once would share a slow line, and the answer would wait for what is eight times as large. */
  #loadFullText(): Promise<FullText> {
    this.#fullText ??= this.#complete()
      .catch(() => undefined)
      .then(loadFullText)
      .catch((error: unknown) => {
        this.#fullText = undefined;
        throw error;
      });
    return this.#fullText;
  }

  #search(typed: string): void {
    const asked = typed.trim();
    clearTimeout(this.#timer);
    this.#asked = asked;
    this.#part('[data-elsewhere]').hidden = asked !== '';
    if (asked === '') {
      this.#clear();
      this.#say('');
      return;
    }
    this.#timer = setTimeout(() => void this.#join(asked), PAUSE);
    this.#clear();
    this.#show(this.#instant.answer(asked));
    if (!this.#instant.whole) this.#complete().catch(() => undefined);
  }

  #clear(): void {
    for (const part of ['[data-instant]', '[data-results]']) this.#part(part).replaceChildren();
    for (const part of ['[data-more]', '[data-texts]']) this.#part(part).hidden = true;
    this.#standing.clear();
    this.#hits = [];
    this.#rows = 0;
  }

  /** Puts below what stands whatever of these does not stand yet: a finger may be on its way to a row. */
  #show(found: readonly InstantRow[]): void {
    const fresh = found.filter(({ path }) => !this.#standing.has(path));
    for (const { path } of fresh) this.#standing.add(path);
    this.#rows += fresh.length;
    this.#part('[data-instant]').append(...fresh.map((each) => instantRow(each, this.#words)));
    this.#say(this.#rows === 0 ? this.#words.loading : this.#count(this.#rows));
  }

  async #join(asked: string): Promise<void> {
    try {
      if (this.#fullText === undefined && this.#rows === 0) this.#say(this.#words.loading);
      const hits = await (await this.#loadFullText())(asked);
      // The instant answer stands first, always: below it is room.
      await this.#complete().catch(() => undefined);
      if (asked !== this.#asked) return;
      this.#hits = hits;
      this.#looked = 0;
      await this.#more(asked);
      if (asked !== this.#asked) return;
      this.#say(this.#rows === 0 ? fill(this.#words.none, { query: asked }) : this.#count(this.#rows + this.#hits.length - this.#looked));
      this.#part('[data-elsewhere]').hidden = this.#rows > 0;
    } catch {
      if (asked !== this.#asked) return;
      this.#say(this.#rows === 0 ? this.#words.broken : this.#instant.whole ? this.#words.partial : this.#words.partialTitles);
      this.#part('[data-elsewhere]').hidden = this.#rows > 0;
    }
  }

  /** The next pages of the full texts, but those that stand already. */
  async #more(asked: string): Promise<void> {
    const list = this.#part('[data-results]');
    let added = 0;
    while (added === 0 && this.#looked < this.#hits.length) {
      const next = this.#hits.slice(this.#looked, this.#looked + PAGE);
      const pages = await Promise.all(next.map((hit) => hit.data()));
      if (asked !== this.#asked) return;
      this.#looked += next.length;
      const fresh = pages.filter(({ url }) => !this.#standing.has(url));
      for (const { url } of fresh) this.#standing.add(url);
      list.append(...fresh.map((page) => pageRow(page, this.#words)));
      added = fresh.length;
    }
    this.#rows += added;
    this.#part('[data-texts]').hidden = list.childElementCount === 0 || this.#part('[data-instant]').childElementCount === 0;
    this.#part('[data-more]').hidden = this.#looked >= this.#hits.length;
  }

  #count(rows: number): string {
    return rows === 1 ? this.#words.one : fill(this.#words.many, { n: rows });
  }

  #say(text: string): void {
    this.#part('[data-status]').textContent = text;
  }
}

customElements.define('search-box', SearchBox);
