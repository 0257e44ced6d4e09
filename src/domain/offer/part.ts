import { Vocabulary } from './vocabulary.ts';

/** Lists of words and phrases that signs share: name → patterns, spelled as they sound. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** Groups of words of which a text must hold one, or the part cannot match; and how many words these are. */
interface Needs {
  needs: readonly number[];
  words: number;
}

/** A part of a pattern, ready to be tried. */
export type Part = Needs &
  (
    | { type: 'one'; group: number }
    | { type: 'any' }
    | { type: 'gap'; upTo: number }
    | { type: 'maybe'; of: Part }
    | { type: 'row'; of: readonly Part[] }
    /** `open` are the options whose words the text `inText` holds: most have none. */
    | { type: 'either'; of: readonly Part[]; inText: number; open: readonly Part[] }
  );

const NOTHING: Needs = { needs: [], words: 0 };
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
    if (words.length + others.length === 1) return others[0] ?? this.#word(words[0] as string);
    if (words.length === 0) return either(others);
    const group = this.#vocabulary.newGroup();
    for (const word of words) this.#vocabulary.add(word, group);
    const one: Part = { type: 'one', group, needs: [group], words: words.length };
    return others.length === 0 ? one : either([one, ...others]);
  }

  #row(): Part {
    const of: Part[] = [];
    let least: Needs = NOTHING;
    while (!CLOSING.has(this.#pieces[this.#at])) {
      const part = this.#term();
      of.push(part);
      if (part.words > 0 && (least.words === 0 || part.words < least.words)) least = part;
    }
    return of.length === 1 ? (of[0] as Part) : { type: 'row', of, needs: least.needs, words: least.words };
  }

  #term(): Part {
    const piece = this.#pieces[this.#at++] as string;
    switch (piece[0]) {
      case '(':
      case '[': {
        const inner = this.#either();
        this.#at++;
        return piece === '(' ? inner : { type: 'maybe', of: inner, ...NOTHING };
      }
      case '.':
        return piece === '.' ? { type: 'any', ...NOTHING } : { type: 'gap', upTo: Number(piece.slice(2)), ...NOTHING };
      case '@':
        return this.list(piece.slice(1));
      default:
        return this.#word(piece);
    }
  }

  #word(word: string): Part {
    let part = this.#wordParts.get(word);
    if (part === undefined) {
      const group = this.#vocabulary.newGroup();
      this.#vocabulary.add(word, group);
      this.#wordParts.set(word, (part = { type: 'one', group, needs: [group], words: 1 }));
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
    const part = this.read(items.join('|'));
    this.#listParts.set(name, part);
    return part;
  }
}

function either(of: readonly Part[]): Part {
  return { type: 'either', of, inText: 0, open: [], needs: of.flatMap((option) => option.needs), words: of.reduce((sum, option) => sum + option.words, 0) };
}

/** A word, a stem, an ending or a class: what one token can answer to. */
function isWord(piece: string): boolean {
  return !'([.@'.includes(piece[0] as string);
}
