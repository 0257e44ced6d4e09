/**
 * The receipt: nine words, made on the person's phone. Eight carry 80 random bits, the
 * ninth checks them. It opens replies only, never the tip.
 *
 * The check word is one Reed-Solomon symbol over GF(1024): one wrong word and two words
 * that changed places are always noticed, other mistakes 1023 times in 1024.
 */
export const RECEIPT_LENGTH = 9;
/** Random bytes that a receipt carries. */
export const RECEIPT_BYTES = 10;
const SIZE = 1024;

export type ReadReceipt =
  | { readonly ok: true; readonly entropy: Uint8Array }
  /** `at` counts from 0 and points at the word that is not in the list. */
  | { readonly ok: false; readonly fault: 'count'; readonly found: number }
  | { readonly ok: false; readonly fault: 'unknown-word'; readonly at: number }
  | { readonly ok: false; readonly fault: 'check' };

/** The words of a list file: one a line, `#` starts a comment. */
export const parseWordList = (file: string): readonly string[] =>
  file.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));

/** Nine numbers from 0 to 1023. */
export function receiptNumbers(entropy: Uint8Array): number[] {
  if (entropy.length !== RECEIPT_BYTES) throw new RangeError(`A receipt is made of ${RECEIPT_BYTES} random bytes.`);
  const bits = entropy.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const numbers = Array.from({ length: 8 }, (_, i) => Number((bits >> BigInt(70 - 10 * i)) & 1023n));
  return [...numbers, checkNumber(numbers)];
}

/** The nine words to show. */
export function receiptWords(entropy: Uint8Array, words: readonly string[]): string[] {
  if (words.length !== SIZE) throw new RangeError(`The word list has ${words.length} words; it needs ${SIZE}.`);
  return receiptNumbers(entropy).map((number) => words[number] ?? '');
}

/** The same receipt for who does not read Spanish: nine groups of four digits. */
export const receiptDigits = (entropy: Uint8Array): string[] =>
  receiptNumbers(entropy).map((number) => String(number).padStart(4, '0'));

/**
 * Reads a receipt as people write it: any case, accents, spaces, commas or lines, the
 * first four letters of a word, or digits.
 */
export function readReceipt(input: string, words: readonly string[]): ReadReceipt {
  const written = fold(input).split(/[^a-z0-9]+/).filter((part) => part !== '').flatMap(splitDigits);
  if (written.length !== RECEIPT_LENGTH) return { ok: false, fault: 'count', found: written.length };
  const places = new Map(words.map((word, place) => [fold(word).slice(0, 4), place]));
  const numbers = written.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : places.get(prefix(part)) ?? -1));
  const at = numbers.findIndex((number) => number < 0 || number >= SIZE);
  if (at >= 0) return { ok: false, fault: 'unknown-word', at };
  const data = numbers.slice(0, 8);
  if (checkNumber(data) !== numbers[8]) return { ok: false, fault: 'check' };
  const bits = data.reduce((sum, number) => (sum << 10n) | BigInt(number), 0n);
  return { ok: true, entropy: Uint8Array.from({ length: RECEIPT_BYTES }, (_, i) => Number((bits >> BigInt(72 - 8 * i)) & 255n)) };
}

/** True when a text holds three words of the receipt or more in a row: people paste it into the story. */
export function tellsReceipt(text: string, receipt: readonly string[]): boolean {
  const flat = ` ${fold(text).replace(/[^a-z0-9]+/g, ' ').trim()} `;
  return receipt.some((_, i) => i + 3 <= receipt.length && flat.includes(` ${receipt.slice(i, i + 3).map(fold).join(' ')} `));
}

/** Compares one word of the receipt with what the person typed to confirm it. */
export const sameWord = (typed: string, word: string): boolean => prefix(fold(typed).trim()) === prefix(fold(word));

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const prefix = (word: string): string => (word.length >= 4 ? word.slice(0, 4) : '?');
const splitDigits = (part: string): string[] => (/^(?:\d{4}){2,}$/.test(part) ? part.match(/\d{4}/g) ?? [] : [part]);

/** Sum of a^i * word over GF(2^10) with x^10 + x^3 + 1, a = x. */
function checkNumber(numbers: readonly number[]): number {
  // Horner's rule from the last word to the first; one doubling after each.
  return numbers.reduceRight((sum, number) => double(sum ^ number), 0);
}
const double = (n: number): number => ((n << 1) ^ (n & 0x200 ? 0x409 : 0)) & 0x3ff;
