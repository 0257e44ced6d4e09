import { fill, type SearchPhrases } from '#domain/phrases.ts';

/** What Pagefind gives back of one page; its excerpt is text with <mark> around the hits. */
interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
}

interface Pagefind {
  init(): Promise<void>;
  debouncedSearch(query: string, options?: object, wait?: number): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const PAGE = 8;

/** Full-text search. Pagefind (about 130 kB) comes only when the reader puts the cursor in the field. */
class SearchBox extends HTMLElement {
  #words!: SearchPhrases;
  #pagefind: Promise<Pagefind> | undefined;
  #hits: { data(): Promise<Found> }[] = [];
  #shown = 0;
  #asked = '';

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as SearchPhrases;
    const input = this.#part<HTMLInputElement>('input');
    input.addEventListener('focus', () => void this.#load());
    input.addEventListener('input', () => void this.#search(input.value));
    this.#part('form').addEventListener('submit', (event) => {
      // Nothing goes into the address or to the server.
      event.preventDefault();
      void this.#search(input.value);
    });
    this.#part('[data-more]').addEventListener('click', () => void this.#showMore());
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (found === null) throw new Error(`search-box has no ${selector}`);
    return found;
  }

  #load(): Promise<Pagefind> {
    // A plain address and not a module of ours: Pagefind is written after the build.
    const address = '/pagefind/pagefind.js';
    this.#pagefind ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (pagefind) => {
      await pagefind.init();
      return pagefind;
    });
    return this.#pagefind;
  }

  async #search(query: string): Promise<void> {
    const asked = query.trim();
    this.#asked = asked;
    const status = this.#part('[data-status]');
    if (asked === '') {
      this.#part('[data-results]').replaceChildren();
      this.#part('[data-more]').hidden = true;
      status.textContent = '';
      return;
    }
    status.textContent = this.#words.loading;
    try {
      const pagefind = await this.#load();
      const answer = await pagefind.debouncedSearch(asked, {}, 200);
      if (answer === null || this.#asked !== asked) return;
      this.#hits = answer.results;
      this.#shown = 0;
      this.#part('[data-results]').replaceChildren();
      const { length } = this.#hits;
      status.textContent = length === 0 ? fill(this.#words.none, { query: asked }) : length === 1 ? this.#words.one : fill(this.#words.many, { n: length });
      await this.#showMore();
    } catch {
      this.#pagefind = undefined;
      status.textContent = this.#words.broken;
    }
  }

  async #showMore(): Promise<void> {
    const asked = this.#asked;
    const pages = await Promise.all(this.#hits.slice(this.#shown, this.#shown + PAGE).map((hit) => hit.data()));
    if (asked !== this.#asked) return;
    this.#shown += pages.length;
    this.#part('[data-results]').append(...pages.map((page) => this.#row(page)));
    this.#part('[data-more]').hidden = this.#shown >= this.#hits.length;
  }

  #row(page: Found): HTMLLIElement {
    const kinds: Record<string, string> = this.#words.kinds;
    const row = document.createElement('li');
    const link = document.createElement('a');
    link.href = page.url;
    link.textContent = page.meta['title'] ?? page.url;
    const kind = document.createElement('p');
    kind.className = 'kind';
    kind.textContent = kinds[page.meta['kind'] ?? 'pagina'] ?? '';
    const excerpt = document.createElement('p');
    // The excerpt is our own page's text with <mark>: split it, never set it as HTML.
    for (const [index, part] of page.excerpt.split(/<mark>|<\/mark>/).entries()) {
      const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      if (index % 2 === 0) excerpt.append(text);
      else {
        const mark = document.createElement('mark');
        mark.textContent = text;
        excerpt.append(mark);
      }
    }
    row.append(link, kind, excerpt);
    return row;
  }
}

customElements.define('search-box', SearchBox);
