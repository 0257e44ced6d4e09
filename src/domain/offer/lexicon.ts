import { soundKey } from './spelling.ts';

/**
 * What is known of a written word, so that one look answers what the language, the
 * quantities, the denials, the signs and the weights ask about it.
 */
export interface Known {
  readonly word: string;
  /** The word as it sounds. */
  readonly key: string;
  /** Points for the languages it tells of, packed by language.ts; −1 before they were counted. */
  tongues: number;
  /** The number it names («veinte»: 20); 0 when none. */
  value: number;
  /** A quantity may begin with it. */
  begins: boolean;
  /** 1: what follows is denied («no»); −1: no longer («pero»); 0: it says nothing of that. */
  denies: number;
  /** It is short for another word in some language. */
  short: boolean;
  /** Its groups in the vocabulary that was asked last, and whose they are. */
  groups: readonly number[];
  groupsBy: object | null;
  /** Its feature on the scales that were asked last, and whose it is. */
  feature: object | undefined;
  featureBy: object | null;
}

const NONE: readonly never[] = [];
const lexicon = new Map<string, Known>();

const read = (word: string, key: string): Known =>
  ({ word, key, tongues: -1, value: 0, begins: false, denies: 0, short: false, groups: NONE, groupsBy: null, feature: undefined, featureBy: null });

/** Of numbers, links, emoji and of what a quantity became nothing is known as a word. */
export const NO_WORD: Known = { ...read('', ''), tongues: 0 };

/** What is known of a word of a text. A word that neither the code nor the signs name is forgotten with the text. */
export function know(word: string): Known {
  return lexicon.get(word) ?? read(word, soundKey(word));
}

/** The same, kept from now on: for words that the code names. */
export function learn(word: string): Known {
  const known = know(word);
  lexicon.set(word, known);
  return known;
}

/** Keeps a word that the signs name just as it is written. No other may be kept: what a person pasted is private. */
export function keep(known: Known): void {
  if (known.word === known.key) lexicon.set(known.word, known);
}
