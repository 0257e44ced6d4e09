import { fill, type SearchPhrases } from '#domain/phrases.ts';
import { loadInstant, type Instant } from './instant.ts';
import { loadFullText, type FullText, type Hit } from './pagefind.ts';
import { instantRow, pageRow } from './rows.ts';

const PAGE = 8;
const PAUSE = 200;

/**
 * Two searches in one box. Titles, needs, places and services answer at each key, from one small file;
 * the full texts (Pagefind) join below when they have come, and nothing that stands moves for them.
 * What is typed goes nowhere: no request, no address, no storage.
 */
class SearchBox extends HTMLElement {
  #words!: SearchPhrases;
  #instant: Promise<Instant> | undefined;
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
    this.#loadInstant().catch(() => undefined);
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

  #loadInstant(): Promise<Instant> {
    this.#instant ??= loadInstant(this.dataset['index'] ?? '').catch((error: unknown) => {
      // The next key tries again: signal comes and goes.
      this.#instant = undefined;
      throw error;
    });
    return this.#instant;
  }

  /** The small file first: both at once would share a slow line, and the answer would wait for what is eight times as large. */
  #loadFullText(): Promise<FullText> {
    this.#fullText ??= this.#loadInstant()
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
    void this.#atOnce(asked);
  }

  #clear(): void {
    for (const part of ['[data-instant]', '[data-results]']) this.#part(part).replaceChildren();
    for (const part of ['[data-more]', '[data-texts]']) this.#part(part).hidden = true;
    this.#standing.clear();
    this.#hits = [];
    this.#rows = 0;
  }

  async #atOnce(asked: string): Promise<void> {
    try {
      const instant = await this.#loadInstant();
      if (asked !== this.#asked) return;
      const found = instant(asked);
      this.#clear();
      for (const { path } of found) this.#standing.add(path);
      this.#rows = found.length;
      this.#part('[data-instant]').append(...found.map((each) => instantRow(each, this.#words)));
      this.#say(found.length === 0 ? this.#words.loading : this.#count(found.length));
    } catch {
      // The full texts may still come; they say what became of both.
      if (asked === this.#asked) this.#clear();
    }
  }

  async #join(asked: string): Promise<void> {
    try {
      if (this.#fullText === undefined && this.#rows === 0) this.#say(this.#words.loading);
      const hits = await (await this.#loadFullText())(asked);
      // The instant answer stands first, always: below it is room.
      await this.#loadInstant().catch(() => undefined);
      if (asked !== this.#asked) return;
      this.#hits = hits;
      this.#looked = 0;
      await this.#more(asked);
      if (asked !== this.#asked) return;
      this.#say(this.#rows === 0 ? fill(this.#words.none, { query: asked }) : this.#count(this.#rows + this.#hits.length - this.#looked));
      this.#part('[data-elsewhere]').hidden = this.#rows > 0;
    } catch {
      if (asked !== this.#asked) return;
      this.#say(this.#rows > 0 ? this.#words.partial : this.#words.broken);
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
