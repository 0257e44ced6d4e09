import { unpackInstant, type InstantData, type InstantRow } from '#domain/search/instant-data.ts';
import { buildInstant, growInstant, searchInstant } from '#domain/search/instant-search.ts';

/** So many rows are made ready at a time; between them the phone may answer a finger. */
const SLICE = 150;
const MOST = 8;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Answers a question at once, best first: from what came inside the page, and from places and services once they are there. */
export class Instant {
  readonly #index;
  #whole: Promise<void> | undefined;
  /** Whether places and services are there. */
  whole = false;

  constructor(first: InstantData) {
    this.#index = buildInstant(unpackInstant(first));
  }

  answer(question: string): InstantRow[] {
    return searchInstant(this.#index, question, MOST, this.whole);
  }

  /** Fetches places and services. Rejects when they can't be had; the next call tries again: signal comes and goes. */
  complete(address: string): Promise<void> {
    this.#whole ??= this.#fetch(address).catch((error: unknown) => {
      this.#whole = undefined;
      throw error;
    });
    return this.#whole;
  }

  async #fetch(address: string): Promise<void> {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const { rows, regions } = (await answer.json()) as InstantData;
    for (let at = 0; at < regions.length; at += 1) {
      const fresh = unpackInstant({ rows: at === 0 ? rows : [], regions: regions.slice(at, at + 1) });
      for (let from = 0; from < fresh.length; from += SLICE) {
        growInstant(this.#index, fresh.slice(from, from + SLICE));
        await pause();
      }
    }
    this.whole = true;
  }
}
