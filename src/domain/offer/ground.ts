import type { Measured } from './quantity.ts';

/**
 * A set of places, as stretches: first and last place of each, from left to right,
 * none touching a sentence's end but at its last place. Most sets have one or two.
 */
export type Places = readonly number[];

export const NOWHERE: Places = [];

/**
 * One text laid out as a row of places: place i is the gap before token i. After
 * the last token of each sentence comes one more place, from which no step leads
 * on, so that nothing crosses a full stop.
 */
export class Ground {
  /** Which text this is. */
  readonly text: number;
  /** Every place of every sentence. */
  readonly everywhere: Places;
  /** For each group of words that the text holds, the places before its words. */
  readonly byGroup = new Map<number, number[]>();
  /** For each place, the last place of its sentence, and how many tokens stand before. */
  readonly #end: number[] = [];
  readonly #tokensBefore: number[] = [];

  /** `groups` says for each token which groups of words it belongs to. */
  constructor(text: number, tokens: readonly Measured[], groups: readonly (readonly number[])[]) {
    this.text = text;
    const everywhere: number[] = [];
    let start = 0;
    for (let i = 0; i < tokens.length; i++) {
      const place = this.#tokensBefore.push(i) - 1;
      const own = groups[i] as readonly number[];
      for (let g = 0; g < own.length; g++) this.#hold(own[g] as number, place);
      if (i + 1 < tokens.length && tokens[i + 1]?.sentence === tokens[i]?.sentence) continue;
      const end = this.#tokensBefore.push(i + 1) - 1;
      everywhere.push(start, end);
      while (start <= end) this.#end[start++] = end;
    }
    this.everywhere = everywhere;
  }

  #hold(group: number, place: number): void {
    const there = this.byGroup.get(group);
    if (there === undefined) this.byGroup.set(group, [place]);
    else there.push(place);
  }

  /** Where one may stand after a word of the group, from any of these places. */
  overWord(from: Places, group: number): Places {
    const words = this.byGroup.get(group);
    if (words === undefined) return NOWHERE;
    const reached: number[] = [];
    for (let w = 0, at = 0; w < words.length && at < from.length; ) {
      const place = words[w] as number;
      if ((from[at + 1] as number) < place) at += 2;
      else {
        if ((from[at] as number) <= place) reached.push(place + 1, place + 1);
        w++;
      }
    }
    return reached;
  }

  /** Where one may stand after any one word. */
  overAny(from: Places): Places {
    const reached: number[] = [];
    for (let at = 0; at < from.length; at += 2) {
      const first = from[at] as number;
      const end = this.#end[first] as number;
      if (first < end) add(reached, first + 1, Math.min((from[at + 1] as number) + 1, end));
    }
    return reached;
  }

  /** Where one may stand after at most so many words. */
  overUpTo(from: Places, most: number): Places {
    const reached: number[] = [];
    for (let at = 0; at < from.length; at += 2) {
      const first = from[at] as number;
      add(reached, first, Math.min((from[at + 1] as number) + most, this.#end[first] as number));
    }
    return reached;
  }

  /** The token that follows a place. */
  tokenAt(place: number): number {
    return this.#tokensBefore[place] as number;
  }
}

/** Adds a stretch at the right end; where it meets the last one, they become one. */
function add(places: number[], first: number, last: number): void {
  const previous = places.length - 1;
  if (previous > 0 && first <= (places[previous] as number)) places[previous] = Math.max(places[previous] as number, last);
  else places.push(first, last);
}

/** The places of both. */
export function union(a: Places, b: Places): Places {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const all: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (j >= b.length || (i < a.length && (a[i] as number) <= (b[j] as number))) {
      add(all, a[i] as number, a[i + 1] as number);
      i += 2;
    } else {
      add(all, b[j] as number, b[j + 1] as number);
      j += 2;
    }
  }
  return all;
}
