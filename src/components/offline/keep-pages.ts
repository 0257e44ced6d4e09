import { fill, type OfflinePhrases } from '#domain/phrases.ts';
import { download, faultOf, type Fault } from '#offline/download.ts';
import { isEmergency, keepRegion, keptRegions, packCache, versionOf, type PackLine } from '#offline/kept.ts';

type Words = Pick<OfflinePhrases, 'size' | 'state' | 'keep' | 'renew' | 'faults'> & Pick<OfflinePhrases['emergency'], 'regionsKept' | 'saveData'>;
interface List {
  readonly emergency: PackLine;
  readonly packs: readonly PackLine[];
}

/** Shows what is really kept (it asks the caches, it remembers nothing itself), keeps more, and takes away. */
class KeepPages extends HTMLElement {
  #words!: Words;

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Words;
    void this.#start();
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = this): T {
    const found = within.querySelector<T>(selector);
    if (found === null) throw new Error(`keep-pages has no ${selector}`);
    return found;
  }

  #fail(fault: Fault | 'list'): void {
    this.#part('[data-fault]').textContent = this.#words.faults[fault];
  }

  async #start(): Promise<void> {
    try {
      if (!('serviceWorker' in navigator)) throw new DOMException('no worker', 'NotSupportedError');
      await caches.keys();
    } catch {
      this.#told();
      return this.#fail('forbidden');
    }
    void this.#startEmergency();
    void this.#startRegions();
    try {
      const answer = await fetch('/sin-internet/paquetes.json');
      if (!answer.ok) throw new Error(String(answer.status));
      const { emergency, packs } = (await answer.json()) as List;
      this.#part('[data-card] [data-size]').textContent = this.#size(emergency);
      this.#part('[data-more]').hidden = false;
      await Promise.all(packs.map((line) => this.#card(line)));
    } catch {
      this.#fail('list');
    }
    this.#told();
  }

  /** What was waited for has come, or won't. */
  #told(): void {
    for (const each of this.querySelectorAll('[data-waiting]')) each.removeAttribute('data-waiting');
  }

  #size({ least, most }: PackLine): string {
    return fill(this.#words.size, { least: Math.ceil(least / 1000), most: Math.ceil(most / 1000) });
  }

  async #startEmergency(): Promise<void> {
    const state = this.#part('[data-card] [data-state]');
    const moves = this.#part('[data-moves]');
    const ready = async (): Promise<boolean> => (await caches.keys()).some(isEmergency) && (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated';
    const show = async (): Promise<void> => {
      const there = await ready();
      moves.hidden = there;
      const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
      state.textContent = there ? this.#words.state.ready : saving ? `${this.#words.state.none} ${this.#words.saveData}` : this.#words.state.none;
    };
    await show();
    void navigator.serviceWorker.ready.then((registration) => {
      registration.active?.addEventListener('statechange', () => void show());
      return show();
    });
    this.#part('[data-keep]', moves).addEventListener('click', () => {
      state.textContent = this.#words.state.installing;
      this.#part('[data-fault]').textContent = '';
      installed().then(show, (error: unknown) => {
        this.#fail(faultOf(error) === 'forbidden' ? 'forbidden' : 'install');
        void show();
      });
    });
  }

  async #startRegions(): Promise<void> {
    this.#part('[data-regions]').hidden = false;
    const said = this.#part('[data-region-state]');
    const select = this.#part<HTMLSelectElement>('#guardar-region');
    const names = new Map([...select.options].map(({ value, text }) => [value, text]));
    const show = async (): Promise<void> => {
      const kept = (await keptRegions()).map((id) => names.get(id) ?? id);
      said.textContent = kept.length === 0 ? '' : fill(this.#words.regionsKept, { names: new Intl.ListFormat('es').format(kept) });
    };
    await show();
    this.#part('[data-keep-region]').addEventListener('click', () => {
      const path = `/ayuda/region/${select.value}/`;
      said.textContent = this.#words.state.installing;
      fetch(path)
        .then(async (answer) => (answer.ok ? keepRegion(path, await answer.text()) : Promise.reject(new Error(String(answer.status)))))
        .then(show, (error: unknown) => (said.textContent = this.#words.faults[faultOf(error)]));
    });
  }

  async #card(line: PackLine): Promise<void> {
    const card = this.querySelector<HTMLElement>(`[data-pack="${line.id}"]`);
    if (card === null) return;
    const [state, keep, remove] = [this.#part('[data-state]', card), this.#part<HTMLButtonElement>('[data-keep]', card), this.#part('[data-remove]', card)];
    this.#part('[data-size]', card).textContent = this.#size(line);
    const show = async (): Promise<void> => {
      const there = await caches.has(packCache(line.id));
      const version = await versionOf(packCache(line.id));
      const words = this.#words.state;
      state.textContent = !there ? words.none : version === undefined ? words.half : version === line.version ? words.ready : words.older;
      remove.hidden = !there;
      keep.hidden = version === line.version;
      keep.textContent = version === undefined ? this.#words.keep : this.#words.renew;
    };
    await show();
    card.hidden = false;
    keep.addEventListener('click', () => {
      keep.disabled = true;
      download(line, (part) => (state.textContent = fill(this.#words.state.working, { percent: Math.floor(part * 100) })))
        .then(show, async (error: unknown) => {
          await show();
          state.textContent = `${this.#words.faults[faultOf(error)]} ${state.textContent}`;
        })
        .finally(() => (keep.disabled = false));
    });
    remove.addEventListener('click', () => void caches.delete(packCache(line.id)).then(show).then(() => (state.textContent = this.#words.state.removed)));
  }
}

/** Resolves when the worker has everything; rejects when it gave up. */
async function installed(): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js');
  const worker = registration.installing;
  if (worker === null) return;
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('the worker did not install'));
    });
  });
}

customElements.define('keep-pages', KeepPages);
