import { fold } from '../text.ts';
import { parsePattern, type Pattern } from './pattern.ts';
import { soundKey, stemKeys } from './spelling.ts';

/** A gap is one capital letter, which no word has: A for none, B for up to one word, M for up to twelve. */
const NO_GAP = 65;

/**
 * A cue as the engine reads it: every word as it sounds, no space too many. Done
 * once, where the site is built, so that the phone neither folds nor spells.
 * «? » in front and « & » between two sides stay as they are (see sign.ts).
 */
export function spellCue(cue: string): string {
  const faint = cue.startsWith('? ') ? '? ' : '';
  return faint + cue.slice(faint.length).split(' & ').map((side) => spell(parsePattern(side))).join(' & ');
}

function spell(pattern: Pattern): string {
  switch (pattern.type) {
    case 'word':
      return wordKey(pattern.word);
    case 'stem':
      return grouped([...new Set(stemKeys(fold(pattern.stem)))].map((key) => `${key}*`));
    case 'ending':
      return `*${soundKey(fold(pattern.ending))}`;
    case 'list':
      return `@${pattern.name}`;
    case 'class':
      return pattern.name;
    case 'any':
      return '.';
    case 'gap':
      return String.fromCharCode(NO_GAP + pattern.upTo);
    case 'maybe':
      return `[${spell(pattern.of)}]`;
    case 'either':
      return pattern.of.map(spell).join('|');
    case 'row':
      return pattern.of.map((part) => (part.type === 'either' ? `(${spell(part)})` : spell(part))).join(' ').replace(/ ?([()[\]A-M]) ?/g, '$1');
  }
}

/** Two stems for one («ofrec*») need brackets wherever they stand. */
function grouped(keys: readonly string[]): string {
  return keys.length === 1 ? (keys[0] as string) : `(${keys.join('|')})`;
}

/** Punctuation inside a written word («p/», «&») is its own key. */
function wordKey(word: string): string {
  const folded = fold(word);
  return /^[a-z]+$/.test(folded) ? soundKey(folded) : folded;
}
