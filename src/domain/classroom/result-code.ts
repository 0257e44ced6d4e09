import { TAGS } from './class-code.ts';
import { open, pack, sealDrawn, tidy, unpack, type Draw } from './code.ts';

/**
 * The answers of one pupil to the first ten items, for the class with this tag: 10 bits of tag, ten
 * answers of 2 bits and 15 bits of salt, in nine characters and a check. The salt tells apart two
 * pupils with the same answers. It is no secret: whoever has this page can read a code back.
 */
export interface ResultCode {
  readonly tag: number;
  /** The option chosen in each item, 0 to 3; places past the end of a short set are 0. */
  readonly answers: readonly number[];
}

export const RESULT_CODE_LENGTH = 10;
export const ANSWERS = 10;
const SALTS = 2 ** 15;
const SIZES = [TAGS, ...Array.from({ length: ANSWERS }, () => 4), SALTS];

/** The code of one pupil, ten characters. `answers` holds at most ten numbers from 0 to 3. */
export function makeResultCode(tag: number, answers: readonly number[], draw: Draw): string {
  const ten = Array.from({ length: ANSWERS }, (_, i) => answers[i] ?? 0);
  return sealDrawn(() => pack([tag, ...ten, draw(SALTS)], SIZES), RESULT_CODE_LENGTH);
}

/** A result code as typed or scanned; undefined when it is mistyped. */
export function readResultCode(typed: string): ResultCode | undefined {
  const value = open(typed, RESULT_CODE_LENGTH);
  if (value === undefined) return undefined;
  const [tag = 0, ...rest] = unpack(value, SIZES);
  return { tag, answers: rest.slice(0, ANSWERS) };
}

/** The code as people copy it: `05000-7CQZW`. */
export const inHalves = (code: string): string => `${tidy(code).slice(0, 5)}-${tidy(code).slice(5)}`;
