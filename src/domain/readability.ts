import { fold } from './text.ts';

/** Text counts for readability. `syllables / words` and `words / sentences` are what the formula wants. */
export interface TextCounts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

const STRONG = 'aeoáéó';
const HIATUS = 'íú';

/**
 * Syllables of one Spanish word, by vowel groups: two strong vowels, or an accented í/ú beside
 * another vowel, part; h is not heard; u in que/qui/gue/gui is mute; final y is a vowel.
 * 101 of 106 trial words as RAE orthography counts them (shared/research/educators-directory-offline.md, 4).
 */
export function syllables(word: string): number {
  const letters = word
    .toLowerCase()
    .replaceAll(/h/g, '')
    .replaceAll(/qu(?=[eiéí])/g, 'q')
    .replaceAll(/gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i');
  let count = 0;
  let before = '';
  for (const letter of letters) {
    const vowel = /[aeiouáéíóúü]/.test(letter);
    if (vowel) {
      const joins = before !== '' && !(STRONG.includes(before) && STRONG.includes(letter)) && !HIATUS.includes(before) && !HIATUS.includes(letter);
      if (!joins) count += 1;
      before = letter;
    } else before = '';
  }
  return Math.max(1, count);
}

/** Plain text of Markdown/MDX: marks, components, links' addresses and numbers of notes gone; headings and items end like sentences. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/<Fuente[^>]*\/>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^#+\s*(.*)$/gm, '$1.')
    .replaceAll(/^\s*(?:[-*]|\d+\.)\s+(.*)$/gm, '$1.')
    .replaceAll(/[*_[\]`]/g, '');
}

/** Counts words, sentences and syllables. A number is read as one word of two syllables a digit. */
export function countText(text: string): TextCounts {
  const words = text.match(/[\p{L}]+|\d+(?:[.,]\d+)*/gu) ?? [];
  const sentences = text.split(/[.!?…:;]+(?=\s|$|[»"')])|\n{2,}/u).filter((part) => /[\p{L}\d]/u.test(part)).length;
  let total = 0;
  for (const word of words) total += /\d/.test(word) ? 2 * fold(word).replaceAll(/\D/g, '').length : syllables(word);
  return { words: words.length, sentences: Math.max(1, sentences), syllables: total };
}

/**
 * INFLESZ (Szigriszt-Pazos; Barrio-Cantalejo 2008): 206.835 − 62.3·S/P − P/F.
 * 55–65 normal, 65–80 fairly easy, over 80 very easy.
 */
export function inflesz({ words, sentences, syllables: count }: TextCounts): number {
  return words === 0 ? 100 : 206.835 - (62.3 * count) / words - words / sentences;
}
