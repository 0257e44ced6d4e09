import type { Payload } from './envelope.ts';
import type { Tip } from './tip.ts';
import { BUCKETS, LIMITS } from './limits.ts';

/** A tip as a payload: the photos' bytes leave the JSON and travel as parts, in the same order. */
export function tipToPayload(tip: Tip): Payload {
  const { photos, ...words } = tip;
  return {
    json: { ...words, photos: photos.map(({ type, original }) => ({ type, original })) },
    parts: photos.map((photo) => photo.bytes),
  };
}

/** The reverse, still unchecked: hand the result to `tipSchema` (see desk-open.ts). */
export function payloadToTip({ json, parts }: Payload): unknown {
  const photos = Array.isArray(json['photos']) ? (json['photos'] as unknown[]) : [];
  if (photos.length !== parts.length) return null;
  return {
    ...json,
    photos: photos.map((photo, i) => ({ ...(typeof photo === 'object' ? photo : {}), bytes: parts[i] })),
  };
}

/**
 * Whether the photos fit beside the longest possible text: in total at most the largest
 * envelope less 64 KiB. The form asks this before it lets a photo in.
 */
export function photosFit(sizes: readonly number[]): boolean {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length <= LIMITS.photos && sizes.every((size) => size <= LIMITS.photoBytes) && total <= BUCKETS[3] - BUCKETS[1];
}
