import { concat, utf8 } from '#domain/tip/bytes.ts';

/** A tar archive (POSIX ustar): opened by any system of the last thirty years, Windows 10 included. */
export interface TarFile {
  /** ASCII, at most 100 characters. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;

/** @param seconds the time that every file gets (0 says nothing) */
export function tarOf(files: readonly TarFile[], seconds = 0): Uint8Array {
  return concat(...files.flatMap((file) => [headerOf(file, seconds), file.bytes, new Uint8Array((BLOCK - (file.bytes.length % BLOCK)) % BLOCK)]), new Uint8Array(2 * BLOCK));
}

function headerOf({ name, bytes }: TarFile, seconds: number): Uint8Array {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new RangeError('A name in a tar is 1 to 100 ASCII characters.');
  const header = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => header.set(utf8(text), at);
  put(0, name);
  put(100, octal(0o600, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(bytes.length, 11));
  put(136, octal(seconds, 11));
  put(148, ' '.repeat(8));
  put(156, '0');
  put(257, 'ustar\x0000');
  put(148, `${octal(header.reduce((sum, byte) => sum + byte, 0), 6)} `);
  return header;
}
