import { fill } from '#domain/phrases.ts';
import type { DirectoryData, ResultView } from '#domain/service/directory-data.ts';
import type { Filters, Found } from '#domain/service/search.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';

type Words = Pick<DirectoryPhrases, 'loading' | 'broken' | 'one' | 'many' | 'first' | 'seeRegion' | 'readAs' | 'none' | 'call' | 'byReferral' | 'noPhoneShort' | 'noPhoneVia'>;
type Engine = (question: string, filters: Filters) => { found: Found; results: ResultView[]; regionName: string | undefined };

/** So many results are shown; more is not a list that anyone reads on a phone. */
const SHOWN = 20;
const PAUSE = 120;

/**
 * Searches the directory on the phone. The engine and the data come when the reader touches the box; what is
 * typed goes nowhere: no request, no address, no storage. Results are made of text nodes only.
 */
class DirectorySearch extends HTMLElement {
  #words!: Words;
  #engine: Promise<Engine> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Words;
    const form = this.#part('form');
    form.addEventListener('focusin', () => void this.#load().catch(() => undefined), { once: true });
    form.addEventListener('input', () => this.#soon());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run();
    });
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (found === null) throw new Error(`directory-search has no ${selector}`);
    return found;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), PAUSE);
  }

  #load(): Promise<Engine> {
    this.#engine ??= load(this.dataset['src'] ?? '').catch((error: unknown) => {
      // The next touch tries again: signal comes and goes.
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async #run(): Promise<void> {
    const status = this.#part('[data-status]');
    const list = this.#part('[data-results]');
    const value = (selector: string) => this.#part<HTMLInputElement | HTMLSelectElement>(selector).value;
    const question = value('input').trim();
    const filters = { region: value('#region'), help: value('#ayuda'), who: value('#quien') };
    const chosen = Object.fromEntries(Object.entries(filters).filter(([, each]) => each !== '')) as Filters;
    if (question === '' && Object.keys(chosen).length === 0) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      if (this.#engine === undefined) status.textContent = this.#words.loading;
      const { found, results, regionName } = (await this.#load())(question, chosen);
      if (value('input').trim() !== question) return;
      status.textContent = this.#say(found, results.length);
      list.replaceChildren(...results.slice(0, SHOWN).map((result) => resultItem(result, this.#words)));
      const [region] = found.regions;
      if (regionName !== undefined && region !== undefined) list.append(item(link(`/ayuda/region/${region}/`, fill(this.#words.seeRegion, { region: regionName }), 'name')));
    } catch {
      list.replaceChildren();
      status.textContent = this.#words.broken;
    }
  }

  #say(found: Found, count: number): string {
    const words = this.#words;
    if (count === 0) return words.none;
    const said = [count === 1 ? words.one : fill(words.many, { n: count }), count > SHOWN ? fill(words.first, { n: SHOWN }) : ''];
    const read = found.corrected.map(({ typed, readAs }) => fill(words.readAs, { typed, read: readAs }));
    return [said.filter(Boolean).join('. '), ...read].join('. ').replaceAll('..', '.');
  }
}

async function load(address: string): Promise<Engine> {
  const [answer, { buildIndex }, { search }, { unpack }] = await Promise.all([
    fetch(address),
    import('#domain/service/search-index.ts'),
    import('#domain/service/search.ts'),
    import('#domain/service/directory-data.ts'),
  ]);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const data = (await answer.json()) as DirectoryData;
  const results = unpack(data);
  const byId = new Map(results.map((result) => [result.record.id, result]));
  const names = new Map(data.regions.map(({ id, name }) => [id, name]));
  const index = buildIndex(results.map(({ record }) => record), data.regions, data.needs);
  return (question, filters) => {
    const found = search(index, question, filters);
    const [region, ...more] = found.regions;
    return {
      found,
      results: found.hits.flatMap(({ record }) => byId.get(record.id) ?? []),
      regionName: region === undefined || more.length > 0 ? undefined : names.get(region),
    };
  };
}

function link(href: string, text: string, style: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.className = style;
  return made;
}

function line(text: string, style = ''): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  made.className = style;
  return made;
}

function item(...parts: HTMLElement[]): HTMLLIElement {
  const made = document.createElement('li');
  made.append(...parts);
  return made;
}

function resultItem({ record, kind, place, phones, sure, caution, byReferral, via }: ResultView, words: Words): HTMLLIElement {
  const calls = phones.map(([number, href]) => {
    const made = link(href, number, 'press help');
    if (!via && !byReferral) made.setAttribute('aria-label', `${fill(words.call, { number })}, ${record.name}`);
    return made;
  });
  const how = byReferral ? [line(words.byReferral)] : phones.length === 0 ? [line(words.noPhoneShort)] : via ? [line(words.noPhoneVia)] : [];
  const call = document.createElement('p');
  call.append(...calls);
  return item(
    link(`/ayuda/${record.id}/`, record.name, 'name'),
    line([kind, place].filter(Boolean).join(' · ')),
    ...how,
    ...(calls.length > 0 ? [call] : []),
    line([sure, caution ?? ''].filter(Boolean).join(' '), 'quiet'),
  );
}

customElements.define('directory-search', DirectorySearch);
