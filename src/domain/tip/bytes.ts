/** Small tools for binary formats: big-endian numbers, length before content. */

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 bytes of a text. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Text of UTF-8 bytes. Throws a TypeError on bytes that are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => strictDecoder.decode(bytes);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}

/** Bytes of a lower-case hex text; null when it is not one. */
export function fromHex(hex: string): Uint8Array | null {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Compares without telling by its duration where two byte strings differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

const number = (value: number, size: 1 | 2 | 4): Uint8Array => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) bytes[i] = (value >>> (8 * (size - 1 - i))) & 0xff;
  return bytes;
};
export const u8 = (value: number): Uint8Array => number(value, 1);
export const u16 = (value: number): Uint8Array => number(value, 2);
export const u32 = (value: number): Uint8Array => number(value, 4);
/** Bytes with their length (u32) before them. */
export const blob = (bytes: Uint8Array): Uint8Array => concat(u32(bytes.length), bytes);
/** A short text with its length in bytes (u8) before it. */
export const shortText = (text: string): Uint8Array => {
  const bytes = utf8(text);
  if (bytes.length > 255) throw new RangeError('A short text has at most 255 bytes.');
  return concat(u8(bytes.length), bytes);
};

/** Thrown by a Reader when the bytes end early, go on too long, or are not what was asked for. */
export class BadBytes extends Error {
  override name = 'BadBytes';
}

/** Reads the formats above from front to back. Throws BadBytes and nothing else. */
export class Reader {
  #bytes: Uint8Array;
  #at = 0;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get left(): number {
    return this.#bytes.length - this.#at;
  }
  take(size: number): Uint8Array {
    if (size > this.left) throw new BadBytes('ends early');
    this.#at += size;
    return this.#bytes.slice(this.#at - size, this.#at);
  }
  #number(size: number): number {
    return this.take(size).reduce((sum, byte) => sum * 256 + byte, 0);
  }
  u8(): number {
    return this.#number(1);
  }
  u16(): number {
    return this.#number(2);
  }
  u32(): number {
    return this.#number(4);
  }
  blob(limit: number): Uint8Array {
    const size = this.u32();
    if (size > limit) throw new BadBytes('too long');
    return this.take(size);
  }
  shortText(): string {
    const bytes = this.take(this.u8());
    try {
      return fromUtf8(bytes);
    } catch {
      throw new BadBytes('not text');
    }
  }
  /** Everything has been read; a byte too many is as wrong as one too few. */
  end(): void {
    if (this.left > 0) throw new BadBytes('goes on too long');
  }
}
