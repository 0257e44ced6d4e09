import { zipSync, type Zippable } from 'fflate';

/**
 * Files as one .zip, the same bytes each time: sorted names and one time for all of them. A .zip writes local
 * time without its zone, so midnight of `day` (YYYY-MM-DD) is taken in whatever zone this machine has.
 */
export function zipOf(files: ReadonlyMap<string, Uint8Array>, day: string): Uint8Array {
  const mtime = new Date(`${day}T00:00:00`);
  const sorted: Zippable = {};
  // Pictures are compressed already.
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) sorted[name] = [bytes, { mtime, level: /\.(?:png|webp|jpg)$/.test(name) ? 0 : 9 }];
  return zipSync(sorted);
}
