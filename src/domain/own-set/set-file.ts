import type { OwnSet } from './own-set.ts';
import { readWire, toWire, VERSION, type Opening } from './wire.ts';

/** What stands in every file of a set, and in no other file. */
const FORMAT = 'sin-trampa/conjunto';
export const FILE_ENDING = '.sintrampa.json';
/** Bytes. Forty own questions at their fullest, every letter of two bytes, stay below. */
export const LARGEST_FILE = 400_000;

/** A set as a file that a person can read. */
export const toFile = (set: OwnSet): string => `${JSON.stringify({ format: FORMAT, version: VERSION, ...toWire(set) }, undefined, 2)}\n`;

/** Reads such a file. Never throws. */
export function fromFile(text: string, ready: ReadonlySet<string>): Opening {
  if (text.length > LARGEST_FILE) return { trouble: 'large' };
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { trouble: text.includes(FORMAT) ? 'damaged' : 'not-json' };
  }
  const { format, version } = (typeof data === 'object' && data !== null ? data : {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) return { trouble: 'foreign' };
  if (!Number.isInteger(version)) return { trouble: 'damaged' };
  if (version !== VERSION) return { trouble: (version as number) < VERSION ? 'older' : 'newer' };
  return readWire(data, ready);
}

/** The name of a set's file: letters, digits and hyphens, so that every system takes it. */
export const fileName = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50) || 'conjunto';
