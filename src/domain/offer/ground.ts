import type { Measured } from './quantity.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A set of places, as stretches: first and last place of each, from left to right,
 * none touching a sentence's end but at its last place. Most sets have one or two.
 */
export type Places = readonly number[];

export const NOWHERE: Places = [];

/**
 * A text laid out as a row of places: place i is the gap before token i. After the
 * last token of each sentence comes one more place, from which no step leads on, so
 * that nothing crosses a full stop. One ground serves for one text after another; it
 * holds numbers only, no words.
 */
export class Ground {
  /** Counts the texts. */
  text = 0;
  /** Every place of every sentence. */
  everywhere: number[] = [];
  /** The groups of words that the text holds. */
  groups: number[] = [];
  // The lists below are written over by the next text, which is quicker than new ones.
  /** For each place, the last place of its sentence, and how many tokens stand before. */
  readonly #end: number[] = [];
  readonly #tokensBefore: number[] = [];
  /**
   * The places before the words of each group, as chains in flat lists: for a group its
   * first and last link (0: none), for a link its place and the next one. Hundreds of
   * small lists for each text would cost more than the search itself.
   */
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  readonly #place = [0];
  readonly #next = [0];
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    this.#first = new Int32Array(vocabulary.size);
    this.#last = new Int32Array(vocabulary.size);
  }

  /** Lays out another text; what the one before held is cleared or written over. */
  lay(tokens: readonly Measured[]): void {
    const [first, last, places, next, end, tokensBefore, vocabulary] = [this.#first, this.#last, this.#place, this.#next, this.#end, this.#tokensBefore, this.#vocabulary];
    for (let g = 0; g < this.groups.length; g++) first[this.groups[g] as number] = 0;
    const groups: number[] = (this.groups = []);
    this.everywhere = [];
    this.text++;
    let place = 0;
    let start = 0;
    let links = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Measured;
      const own = vocabulary.groupsOf(token);
      for (let g = 0; g < own.length; g++) {
        const group = own[g] as number;
        const before = last[group] as number;
        if (first[group] === 0) {
          groups.push(group);
          first[group] = ++links;
        } else if (places[before] === place) continue;
        else next[before] = ++links;
        last[group] = links;
        places[links] = place;
        next[links] = 0;
      }
      tokensBefore[place++] = i;
      if (i + 1 < tokens.length && (tokens[i + 1] as Measured).sentence === token.sentence) continue;
      tokensBefore[place] = i + 1;
      this.everywhere.push(start, place);
      while (start <= place) end[start++] = place;
      place = start;
    }
  }

  /** Whether the text holds a word of the group. */
  holds(group: number): boolean {
    return this.#first[group] !== 0;
  }

  /** Whether the text holds a word of any of the groups that stand there in the list. */
  holdsAny(groups: readonly number[], from: number, to: number): boolean {
    for (let g = from; g < to; g++) if (this.#first[groups[g] as number] !== 0) return true;
    return false;
  }

  /** Adds the places before the words of a group, from left to right, to a list, and gives it back. */
  addPlacesOf(group: number, places: number[]): number[] {
    for (let link = this.#first[group] as number; link !== 0; link = this.#next[link] as number) places.push(this.#place[link] as number);
    return places;
  }

  /** Where one may stand after a word of the group, from any of these places. */
  overWord(from: Places, group: number): Places {
    let reached: number[] = [];
    const anywhere = from === this.everywhere;
    for (let link = this.#first[group] as number, at = 0; link !== 0 && at < from.length; ) {
      const place = this.#place[link] as number;
      if (!anywhere && (from[at + 1] as number) < place) at += 2;
      else {
        if (anywhere || (from[at] as number) <= place) reached = add(reached, place + 1, place + 1);
        link = this.#next[link] as number;
      }
    }
    return reached;
  }

  /** Where one may stand after any one word. */
  overAny(from: Places): Places {
    let reached: number[] = [];
    for (let at = 0; at < from.length; at += 2) {
      const first = from[at] as number;
      const end = this.#end[first] as number;
      if (first < end) reached = add(reached, first + 1, Math.min((from[at + 1] as number) + 1, end));
    }
    return reached;
  }

  /** Where one may stand after at most so many words. */
  overUpTo(from: Places, most: number): Places {
    let reached: number[] = [];
    for (let at = 0; at < from.length; at += 2) {
      const first = from[at] as number;
      reached = add(reached, first, Math.min((from[at + 1] as number) + most, this.#end[first] as number));
    }
    return reached;
  }

  /** The token that follows a place. */
  tokenAt(place: number): number {
    return this.#tokensBefore[place] as number;
  }
}

/** The same places with a stretch added at the right end; where it meets the last one, they become one. */
function add(places: number[], first: number, last: number): number[] {
  const previous = places.length - 1;
  // A list made of its first stretch takes a quarter of the memory of one that has to grow.
  if (previous < 0) return [first, last];
  if (first <= (places[previous] as number)) places[previous] = Math.max(places[previous] as number, last);
  else places.push(first, last);
  return places;
}

/** The places of both. */
export function union(a: Places, b: Places): Places {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  let all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const left = j >= b.length || (i < a.length && (a[i] as number) <= (b[j] as number));
    all = left ? add(all, a[i] as number, a[i + 1] as number) : add(all, b[j] as number, b[j + 1] as number);
    if (left) i += 2;
    else j += 2;
  }
  return all;
}
