import { Ground, NOWHERE, union, type Places } from './ground.ts';
import { ANY, EITHER, GAP, MAYBE, PartReader, ROW, type Lists, type Part, type Parts } from './part.ts';
import type { Measured } from './quantity.ts';
import { Vocabulary } from './vocabulary.ts';

export interface Match<T> {
  payload: T;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
}

const NONE: readonly never[] = [];

/**
 * A set of patterns (spelled as they sound: spelled.ts) compiled once and searched
 * together. A pattern is tried only when the text holds the rarest words it cannot
 * do without, and then from every place at once (ground.ts), without backtracking.
 */
export class Matcher<T> {
  readonly #parts: Parts;
  readonly #ground: Ground;
  /** What is tried, what it speaks for, and the text for which it was last tried, so that it is tried once. */
  readonly #tried: Part[] = [];
  readonly #payloads: T[] = [];
  readonly #inText: number[] = [];
  /** By group of words, what cannot do without it. */
  readonly #triedBy: number[][] = [];

  constructor(lists: Lists, patterns: Iterable<readonly [pattern: string, payload: T]>) {
    const vocabulary = new Vocabulary();
    const reader = new PartReader(vocabulary, lists);
    this.#parts = reader.parts;
    const { type, of, ofFrom } = reader.parts;
    for (const [pattern, payload] of patterns) {
      const part = reader.read(pattern);
      // Options at the top are tried apart: each needs words of its own.
      if (part < 0 && type[~part] === EITHER && !pattern.startsWith('@')) {
        for (let i = ofFrom[~part] as number; i < (ofFrom[~part + 1] as number); i++) this.#add(of[i] as Part, payload);
      } else this.#add(part, payload);
    }
    this.#ground = new Ground(vocabulary);
  }

  #add(part: Part, payload: T): void {
    const id = this.#tried.push(part) - 1;
    this.#payloads.push(payload);
    this.#inText.push(0);
    const { needs, needsFrom } = this.#parts;
    const groups = part < 0 ? needs.slice(needsFrom[~part], needsFrom[~part + 1]) : [part];
    for (const group of groups) (this.#triedBy[group] ??= []).push(id);
  }

  /** Every place where a pattern matches, from left to right; of the ends a match could have, the nearest. */
  find(tokens: readonly Measured[]): Match<T>[] {
    const ground = this.#ground;
    const parts = this.#parts;
    const inText = this.#inText;
    ground.lay(tokens);
    const { groups, text } = ground;
    const matches: Match<T>[] = [];
    // Counted loops, here and below: on a page that has just loaded they are much quicker than for…of.
    for (let g = 0; g < groups.length; g++) {
      const ids = this.#triedBy[groups[g] as number] ?? NONE;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as number;
        if (inText[id] === text) continue;
        inText[id] = text;
        const part = this.#tried[id] as Part;
        if (mayMatch(part, parts, ground)) search(part, this.#payloads[id] as T, parts, ground, matches);
      }
    }
    return matches.sort((a, b) => a.from - b.from);
  }
}

/** From so many beginnings on, a pattern is first tried from everywhere at once, to see whether it ends anywhere. */
const MANY = 3;

/** All matches of one pattern: from each place where it may begin, to the nearest end. */
function search<T>(part: Part, payload: T, parts: Parts, ground: Ground, matches: Match<T>[]): void {
  if (part >= 0) {
    for (const place of ground.addPlacesOf(part, [])) matches.push({ payload, from: ground.tokenAt(place), to: ground.tokenAt(place) + 1 });
    return;
  }
  const begins: number[] = [];
  addBeginnings(part, parts, ground, begins);
  // Two options may begin with the same word; then it stands there twice.
  if (!isRising(begins)) begins.sort((a, b) => a - b);
  if (begins.length >= MANY && reach(part, ground.everywhere, parts, ground).length === 0) return;
  for (let i = 0; i < begins.length; i++) {
    const begin = begins[i] as number;
    if (begin === begins[i - 1]) continue;
    const end = reach(part, [begin, begin], parts, ground)[0];
    if (end !== undefined) matches.push({ payload, from: ground.tokenAt(begin), to: ground.tokenAt(end) });
  }
}

function isRising(numbers: readonly number[]): boolean {
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] as number) <= (numbers[i - 1] as number)) return false;
  return true;
}

/** Does the text hold the words that this part cannot do without? Signs share their lists, so each part is asked once. */
function mayMatch(part: Part, parts: Parts, ground: Ground): boolean {
  if (part >= 0) return ground.holds(part);
  const asked = parts.asked[~part] as number;
  const { text } = ground;
  if (asked === text) return true;
  if (asked === -text) return false;
  const may = holdsNeeded(~part, parts, ground);
  parts.asked[~part] = may ? text : -text;
  return may;
}

function holdsNeeded(made: number, parts: Parts, ground: Ground): boolean {
  const { of, needs } = parts;
  const type = parts.type[made];
  if (type === EITHER) return openOptions(made, parts, ground).length > 0;
  // The rarest words first: most questions end here.
  const from = parts.needsFrom[made] as number;
  const to = parts.needsFrom[made + 1] as number;
  if (from < to && !ground.holdsAny(needs, from, to)) return false;
  const end = parts.ofFrom[made + 1] as number;
  for (let i = parts.ofFrom[made] as number; i < end; i++) if (!mayMatch(of[i] as Part, parts, ground) && type === ROW) return false;
  return true;
}

/** The options that may match, found by the words that the text holds: of a long list most need not be asked. */
function openOptions(made: number, parts: Parts, ground: Ground): readonly Part[] {
  const { needs, neededBy, of } = parts;
  const from = parts.needsFrom[made] as number;
  const to = parts.needsFrom[made + 1] as number;
  const open: Part[] = [];
  let last: Part | undefined;
  for (let i = from; i < to; i++) {
    if (!ground.holds(needs[i] as number)) continue;
    const option = neededBy[i] as Part;
    if (option !== last && mayMatch(option, parts, ground)) open.push((last = option));
  }
  if (from === to) for (let i = parts.ofFrom[made] as number; i < (parts.ofFrom[made + 1] as number); i++) if (mayMatch(of[i] as Part, parts, ground)) open.push(of[i] as Part);
  return (parts.open[made] = open);
}

/** Where one may stand after the part, coming from any of these places. Only for parts that may match. */
function reach(part: Part, from: Places, parts: Parts, ground: Ground): Places {
  if (part >= 0) return ground.overWord(from, part);
  const made = ~part;
  const { of, ofFrom } = parts;
  switch (parts.type[made]) {
    case ANY:
      return ground.overAny(from);
    case GAP:
      return ground.overUpTo(from, parts.size[made] as number);
    case MAYBE: {
      const inner = of[ofFrom[made] as number] as Part;
      return mayMatch(inner, parts, ground) ? union(from, reach(inner, from, parts, ground)) : from;
    }
    case EITHER: {
      const open = parts.open[made] as readonly Part[];
      let reached = NOWHERE;
      for (let i = 0; i < open.length; i++) reached = union(reached, reach(open[i] as Part, from, parts, ground));
      return reached;
    }
    default: {
      let reached = from;
      for (let i = ofFrom[made] as number; i < (ofFrom[made + 1] as number) && reached.length > 0; i++) reached = reach(of[i] as Part, reached, parts, ground);
      return reached;
    }
  }
}

/** Adds the places from which the part may begin. */
function addBeginnings(part: Part, parts: Parts, ground: Ground, begins: number[]): void {
  if (part >= 0) {
    ground.addPlacesOf(part, begins);
    return;
  }
  const type = parts.type[~part];
  if (type === EITHER) {
    const open = parts.open[~part] as readonly Part[];
    for (let i = 0; i < open.length; i++) addBeginnings(open[i] as Part, parts, ground, begins);
    return;
  }
  for (let i = parts.ofFrom[~part] as number; i < (parts.ofFrom[~part + 1] as number); i++) {
    const each = parts.of[i] as Part;
    if (mayMatch(each, parts, ground)) addBeginnings(each, parts, ground, begins);
    if (type === ROW && !(each < 0 && parts.type[~each] === MAYBE)) return;
  }
}
