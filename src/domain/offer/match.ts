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

/**
 * A set of patterns (spelled as they sound: spelled.ts) compiled once and searched
 * together. A pattern is tried only when the text holds the words it cannot do
 * without, and then from every place at once (ground.ts), without backtracking.
 */
export class Matcher<T> {
  readonly #vocabulary = new Vocabulary();
  /** Patterns by a group of words that they cannot do without. */
  readonly #entriesBy = new Map<number, Entry<T>[]>();
  #texts = 0;

  constructor(lists: Lists, patterns: Iterable<readonly [pattern: string, payload: T]>) {
    const reader = new PartReader(this.#vocabulary, lists);
    for (const [pattern, payload] of patterns) {
      const part = reader.read(pattern);
      // Options at the top are tried apart: each needs words of its own.
      for (const option of part.type === 'either' && !pattern.startsWith('@') ? part.of : [part]) {
        const entry = { part: option, payload, inText: 0 };
        for (const group of option.needs) {
          const there = this.#entriesBy.get(group);
          if (there) there.push(entry);
          else this.#entriesBy.set(group, [entry]);
        }
      }
    }
  }

  /** Every place where a pattern matches, from left to right; of the ends a match could have, the nearest. */
  find(tokens: readonly Measured[]): Match<T>[] {
    const ground = new Ground(++this.#texts, tokens, tokens.map((token) => this.#vocabulary.groupsOf(token)));
    const matches: Match<T>[] = [];
    for (const group of ground.byGroup.keys()) {
      for (const entry of this.#entriesBy.get(group) ?? []) {
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
  const ends = reach(part, ground.everywhere, ground);
  if (ends.length === 0) return;
  const begins = [...new Set(beginnings(part, ground))];
  for (const begin of begins) {
    const [end] = begins.length === 1 ? ends : reach(part, [begin, begin], ground);
    if (end !== undefined) matches.push({ payload, from: ground.tokenAt(begin), to: ground.tokenAt(end) });
  }
}

/** Does the text hold the words that this part cannot do without? */
function mayMatch(part: Part, ground: Ground): boolean {
  switch (part.type) {
    case 'one':
      return ground.byGroup.has(part.group);
    case 'row':
      return part.of.every((each) => mayMatch(each, ground));
    case 'either':
      if (part.inText !== ground.text) {
        part.inText = ground.text;
        part.open = part.of.filter((option) => mayMatch(option, ground));
      }
      return part.open.length > 0;
    case 'maybe':
      mayMatch(part.of, ground);
      return true;
    default:
      return true;
  }
}

/** Where one may stand after the part, coming from any of these places. */
function reach(part: Part, from: Places, ground: Ground): Places {
  switch (part.type) {
    case 'one':
      return ground.overWord(from, part.group);
    case 'any':
      return ground.overAny(from);
    case 'gap':
      return ground.overUpTo(from, part.upTo);
    case 'maybe':
      return union(from, reach(part.of, from, ground));
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

/** The places from which the part may begin. */
function beginnings(part: Part, ground: Ground): readonly number[] {
  switch (part.type) {
    case 'one':
      return ground.byGroup.get(part.group) ?? [];
    case 'either':
      return part.open.flatMap((option) => beginnings(option, ground));
    case 'maybe':
      return beginnings(part.of, ground);
    case 'row': {
      const first = part.of.findIndex((each) => each.type !== 'maybe');
      return part.of.slice(0, first + 1).flatMap((each) => beginnings(each, ground));
    }
    default:
      return [];
  }
}
