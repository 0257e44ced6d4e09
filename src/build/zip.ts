import { strToU8, zipSync } from 'fflate';

/** The first moment that a zip can name; the same for every file, so that the same files make the same bytes. */
const FIXED = new Date(1980, 0, 1);

/** A zip of texts, the same bytes each time. In: path → text. */
export function zipTexts(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { level: 9, mtime: FIXED }) as Uint8Array<ArrayBuffer>;
}
