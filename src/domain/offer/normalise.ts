import { openLeet, soundKey } from './spelling.ts';

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
// By code, because comparing strings is slow.
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/**
 * Reads a text once into tokens that remember where they stood.
 * Bounded: at most `LIMIT` characters, every step linear in them.
 */
export function normalise(original: string): Normalised {
  const truncated = original.length > LIMIT;
  const text = truncated ? original.slice(0, LIMIT) : original;
  const { folded, letters, foreignLetters, at, till } = foldWithOffsets(text);
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let sentence = 0;
  let clause = 0;
  let sentenceStart = 0;

  const push = (kind: Token['kind'], i: number, j: number, word = folded.slice(i, j)): void => {
    const start = at(i);
    const end = till(j);
    tokens.push({ word, key: kind === 'word' ? soundKey(word) : word, kind, start, end, sentence, clause, capital: isCapital(text, start, end) });
  };
  const closeSentence = (i: number, question: boolean): void => {
    const last = tokens.at(-1);
    if (!last || last.sentence !== sentence) return;
    sentences.push({ start: sentenceStart, end: at(i), question });
    sentenceStart = at(i);
    sentence++;
    clause++;
  };

  let i = 0;
  while (i < folded.length) {
    const c = folded[i] as string;
    if (c === ' ') {
      i++;
    } else if (c === '\n') {
      let j = i;
      let lines = 0;
      while (j < folded.length && (folded[j] === '\n' || folded[j] === ' ')) if (folded[j++] === '\n') lines++;
      if (lines > 1) closeSentence(i, false);
      else clause++;
      i = j;
    } else if (c === '.' || c === '!' || c === '?') {
      let j = i;
      let dots = 0;
      let loud = false;
      let question = false;
      while (j < folded.length && '.!?'.includes(folded[j] as string)) {
        if (folded[j] === '.') dots++;
        if (folded[j] === '!') loud = true;
        if (folded[j] === '?') question = true;
        j++;
      }
      const ends = loud || question || (dots === 1 && (j >= folded.length || folded[j] === ' ' || folded[j] === '\n'));
      if (ends && !(dots === 1 && !loud && !question && isAbbreviation(tokens.at(-1)))) closeSentence(j, question);
      else clause++;
      i = j;
    } else if (isLetter(folded.charCodeAt(i)) || isDigit(folded.charCodeAt(i)) || c === '@' || c === '$') {
      i = readChunk(folded, i, push);
    } else {
      // Of two letters, because V8 may look for the second half of a pair behind the end of a text that was cut.
      const original = String.fromCodePoint(text.slice(at(i), at(i) + 2).codePointAt(0) as number);
      const glyph = glyphOf(original);
      if (glyph.emoji) {
        push('emoji', i, i + glyph.text.length, original);
        i += glyph.text.length;
      } else {
        if (',;:()[]{}«»"¿¡—–-•*·|>…\''.includes(c)) clause++;
        else if (c === '/' || c === '€' || c === '%' || c === '+' || c === '&' || c === '#') push('symbol', i, i + 1);
        else if (/\p{L}/u.test(c)) {
          let j = i;
          while (j < folded.length && !' \n.!?,;:'.includes(folded[j] as string)) j++;
          push('word', i, j);
          i = j - 1;
        }
        i++;
      }
    }
  }
  closeSentence(folded.length, false);
  return { tokens: joinSpelledOut(tokens), sentences, letters, foreignLetters, truncated };
}

/** Everything but printable ASCII. */
const SPECIAL = /[^ -~]/gu;

/** The folded text, and for a place in it where the letter there begins in the original one, and where the letter before ends. */
function foldWithOffsets(text: string) {
  // Where a letter became none or several, or several became one. Most texts have no such place, and need no table.
  const uneven: [at: number, size: number, became: number][] = [];
  let foreignLetters = 0;
  const folded = text
    .replace(SPECIAL, (char, at: number) => {
      const glyph = glyphOf(char);
      if (glyph.letter && !glyph.latin) foreignLetters++;
      if (glyph.text.length !== 1 || char.length !== 1) uneven.push([at, char.length, glyph.text.length]);
      return glyph.text;
    })
    .toLowerCase();
  const letters = foreignLetters === 0 ? 0 : (text.match(/\p{L}/gu) ?? []).length;
  if (uneven.length === 0) return { folded, letters, foreignLetters, at: (i: number) => i, till: (i: number) => i };
  const from: number[] = [];
  const to: number[] = [];
  let done = 0;
  for (const [at, size, became] of [...uneven, [text.length, 0, 0] as const]) {
    while (done < at) {
      from.push(done);
      to.push(++done);
    }
    done += size;
    for (let i = 0; i < became; i++) {
      from.push(at);
      to.push(done);
    }
  }
  return { folded, letters, foreignLetters, at: (i: number) => from[i] ?? text.length, till: (i: number) => to[i - 1] ?? text.length };
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
const isPause = (c: string): boolean => ' \n,;:)!?'.includes(c);

type Push = (kind: Token['kind'], i: number, j: number, word?: string) => void;

/** Reads what stands at `i`: a link, letters spelled with dots, a number, a word (leet opened). Returns where it ends. */
function readChunk(folded: string, i: number, push: Push): number {
  // Nine words in ten are nothing but letters.
  const letters = endOfLetters(folded, i);
  if (letters > i && (isPause(folded.charAt(letters)) || (folded[letters] === '.' && isPause(folded.charAt(letters + 1))))) {
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

/** «s e ñ o r i t a s»: four or more single letters in a row are one word. */
function joinSpelledOut(tokens: Token[]): Token[] {
  const single = (t: Token | undefined): t is Token => t !== undefined && t.kind === 'word' && t.word.length === 1;
  if (!tokens.some((t, i) => single(t) && single(tokens[i + 1]) && single(tokens[i + 2]) && single(tokens[i + 3]))) return tokens;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    let j = i;
    while (single(tokens[j]) && tokens[j]?.sentence === tokens[i]?.sentence) j++;
    const first = tokens[i] as Token;
    if (j - i >= 4) {
      const word = tokens.slice(i, j).map((t) => t.word).join('');
      out.push({ ...first, word, key: soundKey(word), end: (tokens[j - 1] as Token).end });
      i = j;
    } else {
      out.push(first);
      i++;
    }
  }
  return out;
}
