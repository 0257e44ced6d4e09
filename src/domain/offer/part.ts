import { Vocabulary } from './vocabulary.ts';

/** Lists of words and phrases that signs share, spelled as they sound: name → «one|other|third of all». */
export type Lists = Readonly<Record<string, string>>;

/** A part of a pattern: from 0 up a word of that group; below 0 something made of parts, whose place in the columns of `Parts` is its complement (`~part`). */
export type Part = number;

/** What a made part is: any one word, a gap, what may be missing, parts one after the other, or one of several. */
export const ANY = 0;
export const GAP = 1;
export const MAYBE = 2;
export const ROW = 3;
export const EITHER = 4;

/**
 * All made parts in columns of numbers. As objects they would be several thousand, and a
 * cheap phone would spend a quarter of its start on making and moving them.
 */
export class Parts {
  readonly type: number[] = [];
  /** Of a gap, how many words it may have. */
  readonly size: number[] = [];
  /** Where its parts begin in `of`; they end where those of the next one begin. */
  readonly ofFrom: number[] = [0];
  readonly of: Part[] = [];
  /** Where in `needs` its groups of words begin, of which a text must hold one, or it cannot match; they end where those of the next one begin. */
  readonly needsFrom: number[] = [0];
  readonly needs: number[] = [];
  /** Beside each group, the part that needs it. */
  readonly neededBy: Part[] = [];
  /** The text for which was asked last whether it may match: as it is when it may, below zero when not. */
  readonly asked: number[] = [];
  /** Of an `EITHER` that may match, the options that may. */
  readonly open: (readonly Part[])[] = [];
}

const NONE: readonly never[] = [];
/** A bracket, a bar or a gap (a capital letter: spelled.ts); or a word, a list, a class. */
const PIECE = /[()[\]|A-M]|[^ ()[\]|A-M]+/g;
const NO_GAP = 65;

/** Turns spelled patterns (spelled.ts) into parts. They were checked when they were spelled. */
export class PartReader {
  readonly parts = new Parts();
  /** How often texts hold one of the words that a group, or a made part, cannot do without, roughly; 0: it needs none. */
  readonly #oftenGroup: number[] = [];
  readonly #oftenMade: number[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #lists: Lists;
  /** By piece: words, pairs of words, gaps and lists that were read before; `null` while a list is being read. */
  readonly #read = new Map<string, Part | null>();
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
    const options: Part[] = [];
    do {
      const piece = this.#pieces[this.#at] as string;
      if (isWord(piece) && isClosing(this.#pieces[this.#at + 1])) {
        words.push(piece);
        this.#at++;
      } else options.push(this.#row());
    } while (this.#pieces[this.#at] === '|' && this.#at++ >= 0);
    if (words.length > 0) options.unshift(this.#anyOf(words));
    return options.length === 1 ? (options[0] as Part) : this.#made(EITHER, options);
  }

  #row(): Part {
    const of: Part[] = [];
    while (!isClosing(this.#pieces[this.#at])) of.push(this.#term());
    return of.length === 1 ? (of[0] as Part) : this.#made(ROW, of);
  }

  #term(): Part {
    const piece = this.#pieces[this.#at++] as string;
    if (piece === '(' || piece === '[') {
      const inner = this.#either();
      this.#at++;
      return piece === '(' ? inner : this.#made(MAYBE, [inner]);
    }
    return this.#read.get(piece) ?? this.#firstTime(piece);
  }

  #firstTime(piece: string): Part {
    if (isWord(piece)) return this.#anyOf([piece]);
    const part = piece.startsWith('@') ? this.#list(piece) : piece === '.' ? this.#made(ANY) : this.#made(GAP, NONE, piece.charCodeAt(0) - NO_GAP);
    this.#read.set(piece, part);
    return part;
  }

  /** One word, or the two spellings of a stem, are the same group wherever they stand; longer lists hardly come twice. */
  #anyOf(words: readonly string[]): Part {
    const name = words.length > 2 ? '' : words.join('|');
    const known = this.#read.get(name);
    if (typeof known === 'number') return known;
    const group = this.#vocabulary.newGroup();
    let often = 0;
    for (const word of words) {
      this.#vocabulary.add(word, group);
      often += howOften(word);
    }
    this.#oftenGroup[group] = often;
    if (name !== '') this.#read.set(name, group);
    return group;
  }

  #made(type: number, of: readonly Part[] = NONE, size = 0): Part {
    const { parts } = this;
    const { needs, neededBy, needsFrom } = parts;
    let often = 0;
    for (const part of this.#needed(type, of)) {
      often += this.#often(part);
      if (part >= 0) needs.push(part);
      else for (let i = needsFrom[~part] as number; i < (needsFrom[~part + 1] as number); i++) needs.push(needs[i] as number);
      while (neededBy.length < needs.length) neededBy.push(part);
    }
    needsFrom.push(needs.length);
    parts.of.push(...of);
    parts.ofFrom.push(parts.of.length);
    parts.size.push(size);
    parts.asked.push(0);
    parts.open.push(NONE);
    this.#oftenMade.push(often);
    return ~(parts.type.push(type) - 1);
  }

  /** The parts of which one must match: of several options all, unless one of them needs nothing; of a row the rarest. */
  #needed(type: number, of: readonly Part[]): readonly Part[] {
    const needing = of.filter((part) => this.#often(part) > 0);
    if (type === EITHER) return needing.length < of.length ? NONE : of;
    return type === ROW ? needing.sort((a, b) => this.#often(a) - this.#often(b)).slice(0, 1) : NONE;
  }

  #often(part: Part): number {
    return (part < 0 ? this.#oftenMade[~part] : this.#oftenGroup[part]) as number;
  }

  #list(piece: string): Part {
    const items = this.#lists[piece.slice(1)];
    if (items === undefined) throw new Error(`La lista ${piece} no existe en content/offer/.`);
    if (this.#read.has(piece)) throw new Error(`La lista ${piece} se nombra a sí misma.`);
    this.#read.set(piece, null);
    return this.read(items);
  }
}

const isClosing = (piece: string | undefined): boolean => piece === undefined || piece === '|' || piece === ')' || piece === ']';

/** A word, a stem, an ending or a class: what one token can answer to. */
function isWord(piece: string): boolean {
  return /^[^([.@A-M]/.test(piece);
}

/** Long words are rare: half as often with each letter. Classes are not: most offers name an amount or an age. */
function howOften(word: string): number {
  return word.startsWith('<') ? 0.3 : 2 ** -word.length;
}
