import { know, NO_WORD, type Known } from './lexicon.ts';
import { openLeet } from './spelling.ts';

/** One word, number or emoji of an offer, and where it stands in the text the person pasted. */
export interface Token {
  /** Folded: lower case, no accents, look-alike letters opened. */
  word: string;
  /** The word as it sounds, so that «ofresco» and «ofrezco» meet. Numbers and emoji keep their own form. */
  key: string;
  kind: 'word' | 'number' | 'symbol' | 'emoji' | 'link';
  /** UTF-16 offsets in the original text. */
  start: number;
  end: number;
  /** Counts up at `.`, `!`, `?` and blank lines; no match crosses it. */
  sentence: number;
  /** Counts up at commas and line ends too; no negation crosses it. */
  clause: number;
  /** The original begins with a capital letter and is not all capitals. */
  capital: boolean;
  /** Of a word or symbol, what the lexicon knows. */
  known: Known;
}

export interface Sentence {
  start: number;
  end: number;
  question: boolean;
}

export interface Normalised {
  tokens: Token[];
  sentences: Sentence[];
  /** Letters that were not Latin; and, if there are any, the letters of all scripts. */
  letters: number;
  foreignLetters: number;
  /** True when the text was longer than `LIMIT` and only its beginning was read. */
  truncated: boolean;
}

/** Characters that are read. About 1,700 words: longer than any offer, and most chats. */
export const LIMIT = 10_000;

const INVISIBLE = /[\p{Cf}\p{M}\u{115f}\u{1160}\u{3164}]/u;
const LOOK_ALIKES = new Map(
  Object.entries({
    а: 'a', в: 'b', с: 'c', е: 'e', ё: 'e', н: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', о: 'o', р: 'p', ѕ: 's', т: 't',
    у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w', α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't',
    υ: 'u', χ: 'x', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ɑ: 'a', ո: 'n', օ: 'o',
  }),
);

interface Glyph {
  text: string;
  latin: boolean;
  letter: boolean;
  emoji: boolean;
}
const glyphs = new Map<string, Glyph>();
/** What one code point becomes. Remembered, because texts repeat few of them. */
function glyphOf(char: string): Glyph {
  const known = glyphs.get(char);
  if (known) return known;
  let text = '';
  let foreign = false;
  for (const part of char.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (INVISIBLE.test(part)) continue;
    const alike = LOOK_ALIKES.get(part);
    if (alike === undefined && /\p{L}/u.test(part) && !/\p{Script=Latin}/u.test(part)) foreign = true;
    if (alike !== undefined) foreign = true;
    text += alike ?? part;
  }
  if (/[‘’´`ʼ]/.test(char)) text = "'";
  if (/\s/.test(char)) text = char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029' ? '\n' : ' ';
  const glyph = {
    text,
    latin: !foreign,
    letter: /\p{L}/u.test(char),
    emoji: /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(char) && !/[\d#*©®™]/u.test(char),
  };
  if (glyphs.size < 5000) glyphs.set(char, glyph);
  return glyph;
}

const LINK = /^(?:https?:\/\/|www\.|wa\.me|bit\.ly|t\.me)|^[a-z0-9._%+-]{1,40}@[a-z0-9-]{2,30}\.[a-z.]{2,12}$|^[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,30}){0,3}\.(?:com|pe|org|net|gob|edu|gov|br|cl|co|ec|ve|info|io|me|ly|link|app|xyz|site|online|top|club)(?:\/|$)/;
const LINE = 10;
const SPACE = 32;
const BANG = 33;
const DOLLAR = 36;
const DOT = 46;
const QUESTION = 63;
const AT = 64;
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Reads a text once into tokens that remember where they stood.
 * Bounded: at most `LIMIT` characters, every step linear in them.
 */
export function normalise(original: string): Normalised {
  const truncated = original.length > LIMIT;
  const text = truncated ? original.slice(0, LIMIT) : original;
  const { folded, letters, foreignLetters, uneven } = foldUnevenly(text);
  const placeOf = placesIn(uneven);
  const at = (i: number): number => placeOf(i, 0);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let sentence = 0;
  let clause = 0;
  let sentenceStart = 0;
  // Single letters in a row, and the most there were.
  let single = 0;
  let singles = 0;

  const push = (kind: Token['kind'], i: number, j: number, word = folded.slice(i, j)): void => {
    const start = at(i);
    const end = placeOf(j - 1, 1);
    const known = kind === 'word' || kind === 'symbol' ? know(word) : NO_WORD;
    tokens.push({ word, key: kind === 'word' ? known.key : word, kind, start, end, sentence, clause, capital: isCapital(text, start, end), known });
    single = kind === 'word' && word.length === 1 ? single + 1 : 0;
    if (single > singles) singles = single;
  };
  const closeSentence = (i: number, question: boolean): void => {
    const last = tokens.at(-1);
    if (!last || last.sentence !== sentence) return;
    sentences.push({ start: sentenceStart, end: at(i), question });
    sentenceStart = at(i);
    sentence++;
    clause++;
  };

  // By code, because comparing strings is slow.
  for (let i = 0; i < folded.length; ) {
    const code = folded.charCodeAt(i);
    if (code === SPACE) {
      i++;
    } else if (isLetter(code) || isDigit(code) || code === AT || code === DOLLAR) {
      i = readChunk(folded, i, push);
    } else if (code === LINE) {
      let j = i;
      let lines = 0;
      for (let next = code; next === LINE || next === SPACE; next = folded.charCodeAt(++j)) if (next === LINE) lines++;
      if (lines > 1) closeSentence(i, false);
      else clause++;
      i = j;
    } else if (code === DOT || code === BANG || code === QUESTION) {
      let j = i;
      let dots = 0;
      let loud = false;
      let question = false;
      for (let next = code; next === DOT || next === BANG || next === QUESTION; next = folded.charCodeAt(++j)) {
        if (next === DOT) dots++;
        else if (next === BANG) loud = true;
        else question = true;
      }
      const after = folded.charCodeAt(j);
      const ends = loud || question || (dots === 1 && (j >= folded.length || after === SPACE || after === LINE));
      if (ends && !(dots === 1 && !loud && !question && isAbbreviation(tokens.at(-1)))) closeSentence(j, question);
      else clause++;
      i = j;
    } else {
      const original = wholeAt(text, at(i));
      const glyph = glyphOf(original);
      if (glyph.emoji) {
        push('emoji', i, i + glyph.text.length, original);
        i += glyph.text.length;
      } else {
        const c = folded.charAt(i);
        if (',;:()[]{}«»"¿¡—–-•*·|>…\''.includes(c)) clause++;
        else if ('/€%+&#'.includes(c)) push('symbol', i, i + 1);
        else if (/\p{L}/u.test(c)) {
          let j = i;
          while (j < folded.length && !' \n.!?,;:'.includes(folded.charAt(j))) j++;
          push('word', i, j);
          i = j - 1;
        }
        i++;
      }
    }
  }
  closeSentence(folded.length, false);
  return { tokens: singles < SPELLED_OUT ? tokens : joinSpelledOut(tokens), sentences, letters, foreignLetters, truncated };
}

/** Everything but printable ASCII. */
const SPECIAL = /[^ -~]/g;

/** The character at `i`, of an emoji both halves. Of a short slice, because V8 may look for the second half behind the end of a text that was cut. */
function wholeAt(text: string, i: number): string {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 ? String.fromCodePoint(text.slice(i, i + 2).codePointAt(0) as number) : text.charAt(i);
}

/** A place where a letter became none or several, or several became one. */
interface Uneven {
  /** Where it begins and ends in the original text. */
  from: number;
  to: number;
  /** Where it begins in the folded one, and where that goes on. */
  foldedFrom: number;
  after: number;
}

/** The folded text, and where its letters differ in number from the original one: hardly anywhere. */
function foldUnevenly(text: string) {
  const uneven: Uneven[] = [];
  let foreignLetters = 0;
  let done = '';
  let from = 0;
  SPECIAL.lastIndex = 0;
  while (SPECIAL.test(text)) {
    const i = SPECIAL.lastIndex - 1;
    const char = wholeAt(text, i);
    const glyph = glyphOf(char);
    if (glyph.letter && !glyph.latin) foreignLetters++;
    done += text.slice(from, i) + glyph.text;
    SPECIAL.lastIndex = from = i + char.length;
    if (glyph.text.length !== 1 || char.length !== 1) uneven.push({ from: i, to: from, foldedFrom: done.length - glyph.text.length, after: done.length });
  }
  const folded = (done + text.slice(from)).toLowerCase();
  const letters = foreignLetters === 0 ? 0 : (text.match(/\p{L}/gu) ?? []).length;
  return { folded, letters, foreignLetters, uneven };
}

/** Finds places of the folded text in the original one. Asked from left to right: nearly always in the stretch of even letters where it was asked before. */
function placesIn(uneven: readonly Uneven[]): (i: number, end: 0 | 1) => number {
  let last = -1;
  // The stretch, as the folded text counts, and how much further on its letters stand in the original.
  let from = 0;
  let to = 0;
  let moved = 0;
  /** Where the letter at `i` begins (`end` 0) or ends (1). */
  return (i, end) => {
    if (i >= from && i < to) return i + moved + end;
    while (last + 1 < uneven.length && (uneven[last + 1] as Uneven).foldedFrom <= i) last++;
    while (last >= 0 && (uneven[last] as Uneven).foldedFrom > i) last--;
    const before = uneven[last] ?? { to: 0, from: 0, after: 0 };
    from = before.after;
    to = uneven[last + 1]?.foldedFrom ?? Infinity;
    moved = before.to - from;
    return i < from ? (end === 0 ? before.from : before.to) : i + moved + end;
  };
}

/** Begins with a capital letter, and is not all capitals. */
function isCapital(text: string, start: number, end: number): boolean {
  if (isLetter(text.charCodeAt(start))) return false;
  const first = text.charAt(start);
  if (first === first.toLowerCase()) return false;
  const shape = text.slice(start, end);
  return shape.length === 1 || shape !== shape.toUpperCase();
}

/** Where the letters that begin at `i` end; the comparison is written out because every letter of every text comes by. */
function endOfLetters(folded: string, i: number): number {
  const most = Math.min(folded.length, i + 120);
  for (; i < most; i++) {
    const code = folded.charCodeAt(i);
    if (code < 97 || code > 122) break;
  }
  return i;
}

/** What may follow a word, and the end of the text. */
const isPause = (text: string, i: number): boolean => text.charCodeAt(i) === SPACE || ' \n,;:)!?'.includes(text.charAt(i));

type Push = (kind: Token['kind'], i: number, j: number, word?: string) => void;

/** Reads what stands at `i`: a link, letters spelled with dots, a number, a word (leet opened). Returns where it ends. */
function readChunk(folded: string, i: number, push: Push): number {
  // Nine words in ten are nothing but letters.
  const letters = endOfLetters(folded, i);
  if (letters > i && (isPause(folded, letters) || (folded.charCodeAt(letters) === DOT && isPause(folded, letters + 1)))) {
    push('word', i, letters);
    return letters;
  }
  let stop = i;
  while (stop < folded.length && stop - i < 120 && folded[stop] !== ' ' && folded[stop] !== '\n') stop++;
  const chunk = folded.slice(i, stop);
  const link = chunk.replace(/[.,;:!?)\]»"']{1,20}$/, '');
  if (link.includes('.') && LINK.test(link)) {
    push('link', i, i + link.length);
    return i + link.length;
  }
  const spelled = /^[a-z](?:[.\-_*·+][a-z]){2,30}\.?(?![a-z0-9])/.exec(chunk)?.[0];
  if (spelled) {
    push('word', i, i + spelled.length, spelled.replace(/[^a-z]/g, ''));
    return i + spelled.length;
  }
  const c = folded.charAt(i);
  if (isDigit(chunk.charCodeAt(0))) {
    const number = /^\d{1,30}(?:[.,]\d{1,12}){0,8}/.exec(chunk)?.[0] ?? c;
    const roster = /^\d{1,2}x\d{1,2}(?![a-z0-9])/.exec(chunk)?.[0];
    if (roster) {
      push('number', i, i + roster.length);
      return i + roster.length;
    }
    const word = /^[a-z0-9@$]{1,60}/.exec(chunk)?.[0] ?? '';
    if (/^\d{1,2}[a-z]{1,30}[\d@$]/.test(word) && /[a-z]{2}/.test(word)) {
      push('word', i, i + word.length, openLeet(word));
      return i + word.length;
    }
    push('number', i, i + number.length);
    return i + number.length;
  }
  if (isLetter(chunk.charCodeAt(0)) || (c === '@' && isLetter(chunk.charCodeAt(1)))) {
    let word = /^(?:us|s|r|u|d|cop|clp|mx)(?=\$)/.exec(chunk)?.[0] ?? /^[a-z@][a-z0-9@$]{0,80}/.exec(chunk)?.[0] ?? c;
    const plain = /^[a-z]+/.exec(word)?.[0] ?? '';
    const tail = word.slice(plain.length);
    // «s3ñoritas» hides a word; «s/1500», «lote5» and «mes1» do not.
    if (plain && (/^[\d@$]+$/.test(tail) ? !/^[01345@$]$/.test(tail) || plain.length < 2 : !/[a-z]/.test(tail))) word = plain;
    push('word', i, i + word.length, openLeet(word));
    return i + word.length;
  }
  push('symbol', i, i + 1);
  return i + 1;
}

const SHORT_FORMS = new Set(['av', 'jr', 'ca', 'nro', 'no', 'sr', 'sra', 'srta', 'srtas', 'ing', 'dr', 'dra', 'mz', 'lt', 'urb', 'psje', 'aprox', 'hrs', 'min', 'max', 'tel', 'telf', 'cel', 'ref', 'dpto', 'prov', 'dist', 's', 'p', 'cia', 'rpm', 'u']);
function isAbbreviation(token: Token | undefined): boolean {
  return token !== undefined && SHORT_FORMS.has(token.word);
}

/** Four or more single letters in a row are one word. */
const SPELLED_OUT = 4;

/** «s e ñ o r i t a s» as one word. */
function joinSpelledOut(tokens: Token[]): Token[] {
  const single = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word' && t.word.length === 1;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    let j = i;
    while (single(tokens[j]) && tokens[j]?.sentence === tokens[i]?.sentence) j++;
    const first = tokens[i] as Token;
    if (j - i >= SPELLED_OUT) {
      out.push({ ...first, ...spelled(tokens.slice(i, j).map((t) => t.word).join('')), end: (tokens[j - 1] as Token).end });
      i = j;
    } else {
      out.push(first);
      i++;
    }
  }
  return out;
}

/** What of a token tells its word. */
export function spelled(word: string): Pick<Token, 'word' | 'key' | 'known'> {
  const known = know(word);
  return { word, key: known.key, known };
}
