/**
 * Codes that people read aloud, copy by hand and type: Crockford's base 32 (no I, L, O, U) with one
 * check character. The check is the value modulo 37, a prime above 32, so every single wrong
 * character and every swap of two neighbours changes it. A value whose check is above 31 has no
 * character: whoever makes a code draws again until it has one.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PRIME = 37;

/** Gives a whole number from 0 up to, and without, `below`. */
export type Draw = (below: number) => number;

/** What a person typed, as a code is written: no dashes or spaces, capitals, O read as 0, I and L as 1. */
export const tidy = (typed: string): string => typed.replaceAll(/[\s\-–—_.·]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A value (below 2^53) in `length` characters, the last one the check; undefined when its check has no character. */
export function seal(value: number, length: number): string | undefined {
  const check = LETTERS[value % PRIME];
  if (check === undefined) return undefined;
  let text = '';
  for (let rest = value, i = 1; i < length; i += 1, rest = Math.floor(rest / 32)) text = (LETTERS[rest % 32] ?? '') + text;
  return text + check;
}

/** Draws values until one can be sealed. `value` is asked anew each time: it holds the part left to chance. */
export function sealDrawn(value: () => number, length: number): string {
  for (;;) {
    const code = seal(value(), length);
    if (code !== undefined) return code;
  }
}

/** The value behind a code as typed; undefined when its length, a character or the check is wrong. */
export function open(typed: string, length: number): number | undefined {
  const code = tidy(typed);
  if (code.length !== length) return undefined;
  const digits = [...code].map((letter) => LETTERS.indexOf(letter));
  if (digits.includes(-1)) return undefined;
  const value = digits.slice(0, -1).reduce((sum, digit) => sum * 32 + digit, 0);
  return value % PRIME === digits.at(-1) ? value : undefined;
}

/** Numbers packed side by side: each has its own room, from 0 up to `sizes[i]`. Throws on one that does not fit, because its code would lie. */
export function pack(parts: readonly number[], sizes: readonly number[]): number {
  return parts.reduce((sum, part, i) => {
    const size = sizes[i] ?? 1;
    if (!Number.isInteger(part) || part < 0 || part >= size) throw new Error(`A code holds whole numbers from 0 to ${size - 1} here, not ${part}.`);
    return sum * size + part;
  }, 0);
}

/** The numbers of `pack`, in order. */
export function unpack(value: number, sizes: readonly number[]): number[] {
  let rest = value;
  return sizes
    .toReversed()
    .map((size) => {
      const part = rest % size;
      rest = Math.floor(rest / size);
      return part;
    })
    .toReversed();
}
