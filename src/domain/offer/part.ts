import { Vocabulary } from './vocabulary.ts';

/** Lists of words and phrases that signs share, spelled as they sound: name → «one|other|third of all». */
export type Lists = Readonly<Record<string, string>>;

/**
 * A part of a pattern, ready to be tried: a word of a group, any word, a gap, what may
 * be missing, a row, or one of several. All have the same fields, whether they use
 * them or not, because objects of one shape are read several times faster.
 */
export interface Part {
  readonly type: 'one' | 'any' | 'gap' | 'maybe' | 'row' | 'either';
  readonly of: readonly Part[];
  /** Groups of words of which a text must hold one, or the part cannot match. */
  readonly needs: readonly number[];
  /** How often texts hold one, roughly. */
  readonly often: number;
  /** The group of `one`; of a `gap`, how many words it may have. */
  readonly number: number;
  /** Of `either`, for each group that is needed the option that needs it. */
  readonly neededBy: readonly Part[];
  /** Whether it may match in the text for which this was asked last; of `either`, the options that may. */
  may: boolean;
  open: readonly Part[];
  inText: number;
}

const NONE: readonly never[] = [];
const partOf = (type: Part['type'], of: readonly Part[], needs: readonly number[] = NONE, often = 0, number = 0, neededBy: readonly Part[] = NONE): Part =>
  ({ type, of, needs, often, number, neededBy, may: false, open: NONE, inText: 0 });

/** Needs what one of its options needs; nothing, when one of them needs nothing. */
function either(of: readonly Part[]): Part {
  const needs: number[] = [];
  const neededBy: Part[] = [];
  let often = 0;
  for (const option of of) {
    if (option.often === 0) return partOf('either', of);
    for (const group of option.needs) {
      needs.push(group);
      neededBy.push(option);
    }
    often += option.often;
  }
  return partOf('either', of, needs, often, 0, neededBy);
}

const PIECE = /[()[\]|]|[^ ()[\]|]+/g;
const CLOSING: ReadonlySet<string | undefined> = new Set([')', ']', '|', undefined]);

/** Turns spelled patterns (spelled.ts) into parts. They were checked when they were spelled. */
export class PartReader {
  readonly #vocabulary: Vocabulary;
  readonly #lists: Lists;
  readonly #listParts = new Map<string, Part | null>();
  readonly #wordParts = new Map<string, Part>();
  #pieces: readonly string[] = [];
  #at = 0;

  constructor(vocabulary: Vocabulary, lists: Lists) {
    this.#vocabulary = vocabulary;
    this.#lists = lists;
  }

  read(pattern: string): Part {
    const [pieces, at] = [this.#pieces, this.#at];
    this.#pieces = pattern.match(PIECE) ?? [];
    this.#at = 0;
    const part = this.#either();
    [this.#pieces, this.#at] = [pieces, at];
    return part;
  }

  /** Words that stand alone become one group, so that one question answers for all of them. */
  #either(): Part {
    const words: string[] = [];
    const others: Part[] = [];
    do {
      const piece = this.#pieces[this.#at] as string;
      if (isWord(piece) && CLOSING.has(this.#pieces[this.#at + 1])) {
        words.push(piece);
        this.#at++;
      } else others.push(this.#row());
    } while (this.#pieces[this.#at] === '|' && this.#at++ >= 0);
    return this.#join(words, others);
  }

  #join(words: readonly string[], others: readonly Part[]): Part {
    if (words.length === 0) return others.length === 1 ? (others[0] as Part) : either(others);
    const one = this.#anyOf(words);
    return others.length === 0 ? one : either([one, ...others]);
  }

  #row(): Part {
    const of: Part[] = [];
    let rarest: Part | undefined;
    while (!CLOSING.has(this.#pieces[this.#at])) {
      const part = this.#term();
      of.push(part);
      if (part.often > 0 && (rarest === undefined || part.often < rarest.often)) rarest = part;
    }
    return of.length === 1 ? (of[0] as Part) : partOf('row', of, rarest?.needs, rarest?.often);
  }

  #term(): Part {
    const piece = this.#pieces[this.#at++] as string;
    switch (piece[0]) {
      case '(':
      case '[': {
        const inner = this.#either();
        this.#at++;
        return piece === '(' ? inner : partOf('maybe', [inner]);
      }
      case '.':
        return piece === '.' ? partOf('any', NONE) : partOf('gap', NONE, NONE, 0, Number(piece.slice(2)));
      case '@':
        return this.list(piece.slice(1));
      default:
        return this.#anyOf([piece]);
    }
  }

  /** One word, or the two spellings of a stem, are the same group wherever they stand; longer lists hardly come twice. */
  #anyOf(words: readonly string[]): Part {
    const name = words.length > 2 ? '' : words.join('|');
    let part = this.#wordParts.get(name);
    if (part === undefined) {
      const group = this.#vocabulary.newGroup();
      let often = 0;
      for (const word of words) {
        this.#vocabulary.add(word, group);
        often += howOften(word);
      }
      part = partOf('one', NONE, [group], often, group);
      if (name !== '') this.#wordParts.set(name, part);
    }
    return part;
  }

  list(name: string): Part {
    const known = this.#listParts.get(name);
    if (known) return known;
    const items = this.#lists[name];
    if (items === undefined) throw new Error(`La lista @${name} no existe en content/offer/.`);
    if (known === null) throw new Error(`La lista @${name} se nombra a sí misma.`);
    this.#listParts.set(name, null);
    const part = this.read(items);
    this.#listParts.set(name, part);
    return part;
  }
}

/** A word, a stem, an ending or a class: what one token can answer to. */
function isWord(piece: string): boolean {
  return !'([.@'.includes(piece[0] as string);
}

/** Long words are rare: half as often with each letter. Classes are not: most offers name an amount or an age. */
function howOften(word: string): number {
  return word.startsWith('<') ? 0.3 : 2 ** -word.length;
}
