import { open, pack, sealDrawn, unpack, type Draw } from './code.ts';

/**
 * What a class shares so that its answers find each other: which set, which wording of it, and a tag
 * drawn for this class. Six characters, put after `#` in an address so that no host's log sees them.
 */
export interface ClassCode {
  /** Number of the set (class-set.ts), 0 to 31. */
  readonly set: number;
  /** Fingerprint of the set's items, 0 to 1023: two pages of different days don't mix. */
  readonly version: number;
  /** Name of the class by chance, 0 to 1023; it stands in each of its result codes. */
  readonly tag: number;
}

export const CLASS_CODE_LENGTH = 6;
export const TAGS = 1024;
const SIZES = [32, 1024, TAGS];

/** A new class of a set: its tag is drawn, and differs from those `taken`. */
export function drawClassCode(set: number, version: number, draw: Draw, taken: readonly number[] = []): string {
  return sealDrawn(() => {
    let tag = draw(TAGS);
    while (taken.includes(tag)) tag = draw(TAGS);
    return pack([set, version, tag], SIZES);
  }, CLASS_CODE_LENGTH);
}

/** A class code as typed or as it came in an address; undefined when it is mistyped. */
export function readClassCode(typed: string): ClassCode | undefined {
  const value = open(typed, CLASS_CODE_LENGTH);
  if (value === undefined) return undefined;
  const [set = 0, version = 0, tag = 0] = unpack(value, SIZES);
  return { set, version, tag };
}
