import { Ground, NOWHERE, union, type Places } from './ground.ts';
import { PartReader, type Lists, type Part } from './part.ts';
import type { Measured } from './quantity.ts';
import { Vocabulary } from './vocabulary.ts';

export interface Match<T> {
  payload: T;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
}

interface Entry<T> {
  part: Part;
  payload: T;
  /** The text for which it was last tried, so that it is tried once. */
  inText: number;
}

const NONE: readonly never[] = [];

/**
 * A set of patterns (spelled as they sound: spelled.ts) compiled once and searched
 * together. A pattern is tried only when the text holds the rarest words it cannot
 * do without, and then from every place at once (ground.ts), without backtracking.
 */
export class Matcher<T> {
  readonly #vocabulary = new Vocabulary();
  /** By group of words, the patterns that cannot do without it. */
  readonly #entriesBy: Entry<T>[][] = [];
  readonly #ground: Ground;

  constructor(lists: Lists, patterns: Iterable<readonly [pattern: string, payload: T]>) {
    const reader = new PartReader(this.#vocabulary, lists);
    for (const [pattern, payload] of patterns) {
      const part = reader.read(pattern);
      // Options at the top are tried apart: each needs words of its own.
      for (const option of part.type === 'either' && !pattern.startsWith('@') ? part.of : [part]) {
        const entry = { part: option, payload, inText: 0 };
        for (const group of option.needs) (this.#entriesBy[group] ??= []).push(entry);
      }
    }
    this.#ground = new Ground(this.#vocabulary);
  }

  /** Every place where a pattern matches, from left to right; of the ends a match could have, the nearest. */
  find(tokens: readonly Measured[]): Match<T>[] {
    const ground = this.#ground;
    ground.lay(tokens);
    const matches: Match<T>[] = [];
    // Counted loops, here and below: on a page that has just loaded they are much quicker than for…of.
    for (let g = 0; g < ground.groups.length; g++) {
      const entries = this.#entriesBy[ground.groups[g] as number] ?? NONE;
      for (let e = 0; e < entries.length; e++) {
        const entry = entries[e] as Entry<T>;
        if (entry.inText === ground.text) continue;
        entry.inText = ground.text;
        if (mayMatch(entry.part, ground)) search(entry, ground, matches);
      }
    }
    return matches.sort((a, b) => a.from - b.from);
  }
}

/** All matches of one pattern: where it can end from anywhere, and only if it can, from each beginning apart. */
function search<T>({ part, payload }: Entry<T>, ground: Ground, matches: Match<T>[]): void {
  if (part.type === 'one') {
    for (const place of ground.placesOf(part.number)) matches.push({ payload, from: ground.tokenAt(place), to: ground.tokenAt(place) + 1 });
    return;
  }
  const ends = reach(part, ground.everywhere, ground);
  if (ends.length === 0) return;
  const begins = new Set<number>();
  addBeginnings(part, ground, begins);
  for (const begin of begins) {
    const [end] = begins.size === 1 ? ends : reach(part, [begin, begin], ground);
    if (end !== undefined) matches.push({ payload, from: ground.tokenAt(begin), to: ground.tokenAt(end) });
  }
}

/** Does the text hold the words that this part cannot do without? Signs share their lists, so each part is asked once. */
function mayMatch(part: Part, ground: Ground): boolean {
  if (part.inText !== ground.text) {
    part.inText = ground.text;
    part.may = holdsNeeded(part, ground);
  }
  return part.may;
}

function holdsNeeded(part: Part, ground: Ground): boolean {
  const { type, of, needs } = part;
  if (type === 'either') {
    part.open = needs.length > 0 ? openOptions(part, ground) : of.filter((option) => mayMatch(option, ground));
    return part.open.length > 0;
  }
  // The rarest words first: most questions end here.
  if (needs.length > 0 && !ground.holdsAny(needs)) return false;
  for (let i = 0; i < of.length; i++) if (!mayMatch(of[i] as Part, ground) && type === 'row') return false;
  return true;
}

/** The options that may match, found by the words that the text holds: of a long list most need not be asked. */
function openOptions({ needs, neededBy }: Part, ground: Ground): Part[] {
  const open: Part[] = [];
  for (let i = 0; i < needs.length; i++) {
    if (!ground.holds(needs[i] as number)) continue;
    const option = neededBy[i] as Part;
    if (open.at(-1) !== option && mayMatch(option, ground)) open.push(option);
  }
  return open;
}

/** Where one may stand after the part, coming from any of these places. Only for parts that may match. */
function reach(part: Part, from: Places, ground: Ground): Places {
  switch (part.type) {
    case 'one':
      return ground.overWord(from, part.number);
    case 'any':
      return ground.overAny(from);
    case 'gap':
      return ground.overUpTo(from, part.number);
    case 'maybe': {
      const inner = part.of[0] as Part;
      return inner.may ? union(from, reach(inner, from, ground)) : from;
    }
    case 'either': {
      let reached = NOWHERE;
      for (let i = 0; i < part.open.length; i++) reached = union(reached, reach(part.open[i] as Part, from, ground));
      return reached;
    }
    case 'row': {
      let reached = from;
      for (let i = 0; i < part.of.length && reached.length > 0; i++) reached = reach(part.of[i] as Part, reached, ground);
      return reached;
    }
  }
}

/** Adds the places from which the part may begin. */
function addBeginnings(part: Part, ground: Ground, begins: Set<number>): void {
  if (part.type === 'one') for (const place of ground.placesOf(part.number)) begins.add(place);
  for (const each of part.type === 'either' ? part.open : part.of) {
    if (each.may) addBeginnings(each, ground, begins);
    if (part.type === 'row' && each.type !== 'maybe') break;
  }
}
