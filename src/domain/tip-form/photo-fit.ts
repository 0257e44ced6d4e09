import { LIMITS } from '../tip/limits.ts';

/** Long edge of a photo after re-encoding, in pixels: a poster's small print stays readable. */
export const LONG_EDGE = 1600;
/** A file over this many bytes is not even tried: decoding it could freeze a borrowed phone. */
export const FILE_LIMIT = 40_000_000;
/** Each round asks for less until the bytes fit: first quality, then pixels. */
export const ROUNDS: readonly { readonly edge: number; readonly quality: number }[] = [
  { edge: LONG_EDGE, quality: 0.8 },
  { edge: LONG_EDGE, quality: 0.6 },
  { edge: 1200, quality: 0.6 },
  { edge: 900, quality: 0.5 },
];

/** Whole pixels of a picture whose long edge may be `edge` at most; never larger than it was, never 0. */
export function fitted(width: number, height: number, edge: number): { width: number; height: number } {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Bytes that the next photo may have beside those already in. */
export const roomFor = (sizes: readonly number[], total: number): number =>
  Math.min(LIMITS.photoBytes, total - sizes.reduce((sum, size) => sum + size, 0));
