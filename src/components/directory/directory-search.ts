import { fill } from '#domain/phrases.ts';
import type { DirectoryData, ResultView } from '#domain/service/directory-data.ts';
import { isOpenAt } from '#domain/service/hours.ts';
import type { NeedsData } from '#domain/service/needs.ts';
import type { PlacesData } from '#domain/service/place-index.ts';
import type { Filters, Found } from '#domain/service/search.ts';
import { resultItem, type ResultWords } from './result-item.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';

type Words = ResultWords & Pick<DirectoryPhrases, 'loading' | 'broken' | 'one' | 'many' | 'first' | 'seeRegion' | 'readAs' | 'none' | 'readNeed' | 'severalPlaces' | 'near' | 'nearOn' | 'nearOff' | 'nearRefused'>;
interface Engine {
  readonly search: (question: string, filters: Filters) => Found;
  readonly views: ReadonlyMap<string, ResultView>;
  readonly regions: ReadonlyMap<string, string>;
}

/** A field that says something: nothing is typed, ticked or chosen in it at first. */
const isSet = (field: Element): boolean => (field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : (field as HTMLInputElement | HTMLSelectElement).value !== '');

/** So many results are shown; more is not a list that anyone reads on a phone. */
const SHOWN = 20;
const PAUSE = 120;

/**
 * Searches the directory on the phone. The engine and the data come when the reader touches the box; what is
 * typed and where the person is go nowhere: no request, no address, no storage. Results are made of text nodes only.
 */
class DirectorySearch extends HTMLElement {
  #words!: Words;
  #engine: Promise<Engine> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the person is, for as long as this page is open. */
  #near: { readonly lat: number; readonly lng: number } | undefined;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Words;
    const form = this.#part('form');
    form.addEventListener('focusin', () => void this.#load().catch(() => undefined), { once: true });
    form.addEventListener('input', () => this.#soon());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run();
    });
    this.#part('[data-near]').addEventListener('click', () => this.#locate());
    // What was typed or chosen before this script came.
    if ([...form.querySelectorAll('input, select')].some(isSet)) this.#soon();
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
    this.#engine ??= load(this.dataset['src'] ?? '', this.dataset['names'] ?? '').catch((error: unknown) => {
      // The next touch tries again: signal comes and goes.
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  #locate(): void {
    const button = this.#part('[data-near]');
    if (this.#near !== undefined) {
      this.#near = undefined;
      button.textContent = this.#words.near;
      void this.#run();
      return;
    }
    const refused = () => {
      this.#part('[data-status]').textContent = this.#words.nearRefused;
    };
    if (!('geolocation' in navigator)) return refused();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.#near = { lat: coords.latitude, lng: coords.longitude };
        button.textContent = this.#words.nearOff;
        void this.#run();
      },
      refused,
      { maximumAge: 0, timeout: 20_000 },
    );
  }

  #filters(engine: Engine): Filters {
    const value = (id: string) => this.#part<HTMLSelectElement>(id).value || undefined;
    const ticked = (id: string) => (this.querySelector<HTMLInputElement>(id)?.checked === true ? true : undefined);
    const now = new Date();
    const open = ticked('#abierto') === true ? new Set([...engine.views.values()].filter(({ opens }) => isOpenAt(opens, now) === true).map(({ record }) => record.id)) : undefined;
    const chosen = { region: value('#region'), help: value('#ayuda'), who: value('#quien'), language: value('#lengua'), free: ticked('#gratis'), withoutPapers: ticked('#sin-papeles'), only: open, near: this.#near };
    return Object.fromEntries(Object.entries(chosen).filter(([, each]) => each !== undefined)) as Filters;
  }

  async #run(): Promise<void> {
    const status = this.#part('[data-status]');
    const list = this.#part('[data-results]');
    const box = this.#part<HTMLInputElement>('#que');
    const question = box.value.trim();
    try {
      if (this.#engine === undefined) status.textContent = this.#words.loading;
      const engine = await this.#load();
      if (box.value.trim() !== question) return;
      const filters = this.#filters(engine);
      const found = engine.search(question, filters);
      if (question === '' && Object.keys(filters).length === 0) {
        list.replaceChildren();
        status.textContent = '';
        return;
      }
      status.textContent = this.#say(found, engine);
      const now = new Date();
      const items = found.hits.slice(0, SHOWN).flatMap(({ record, km }) => {
        const view = engine.views.get(record.id);
        return view === undefined ? [] : [resultItem(view, { km, open: isOpenAt(view.opens, now) }, this.#words)];
      });
      list.replaceChildren(...items);
      const [region, ...more] = found.regions;
      const name = region === undefined ? undefined : engine.regions.get(region);
      if (region !== undefined && name !== undefined && more.length === 0) {
        const last = document.createElement('li');
        const link = document.createElement('a');
        link.href = `/ayuda/region/${region}/`;
        link.className = 'name';
        link.textContent = fill(this.#words.seeRegion, { region: name });
        last.append(link);
        list.append(last);
      }
    } catch {
      list.replaceChildren();
      status.textContent = this.#words.broken;
    }
  }

  #say(found: Found, engine: Engine): string {
    const words = this.#words;
    const count = found.hits.length;
    if (count === 0) return words.none;
    const many = found.regions.flatMap((id) => engine.regions.get(id) ?? []);
    const said = [
      found.needs.length > 0 ? fill(words.readNeed, { needs: found.needs.join('; ') }) : '',
      count === 1 ? words.one : fill(words.many, { n: count }),
      count > SHOWN ? fill(words.first, { n: SHOWN }) : '',
      this.#near === undefined ? '' : words.nearOn,
      many.length > 1 ? fill(words.severalPlaces, { regions: new Intl.ListFormat('es').format(many) }) : '',
      ...found.corrected.map(({ typed, readAs }) => fill(words.readAs, { typed, read: readAs })),
    ];
    return said.filter(Boolean).map((each) => each.replace(/[.]*$/, '.')).join(' ');
  }
}

async function load(rows: string, names: string): Promise<Engine> {
  const get = async (address: string): Promise<unknown> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };
  const [data, words, { buildIndex }, { search }, { unpack }] = await Promise.all([
    get(rows) as Promise<DirectoryData>,
    get(names) as Promise<{ readonly places: PlacesData; readonly needs: NeedsData }>,
    import('#domain/service/search-index.ts'),
    import('#domain/service/search.ts'),
    import('#domain/service/directory-data.ts'),
  ]);
  const views = unpack(data);
  const index = buildIndex(views.map(({ record }) => record), words.places, words.needs);
  return {
    search: (question, filters) => search(index, question, filters),
    views: new Map(views.map((view) => [view.record.id, view])),
    regions: new Map(words.places.regions.map(([id, name]) => [id, name])),
  };
}

customElements.define('directory-search', DirectorySearch);
