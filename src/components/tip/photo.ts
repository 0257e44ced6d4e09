import { FILE_LIMIT, fitted, ROUNDS, roomFor } from '#domain/tip-form/photo-fit.ts';
import { photosFit } from '#domain/tip/content.ts';
import { BUCKETS, LIMITS } from '#domain/tip/limits.ts';
import type { Photo } from '#domain/tip/tip.ts';

/** A photo that may travel, and the address of its preview; give that back with `URL.revokeObjectURL`. */
export interface ShownPhoto {
  readonly photo: Photo;
  readonly preview: string;
}
export type PhotoFault = 'unreadable' | 'huge' | 'many' | 'no-room';

/**
 * Draws a picture anew, so that nothing but its pixels goes along: no place, no camera, no hour.
 * @param taken bytes of the photos that are in already
 */
export async function redraw(file: File, taken: readonly number[]): Promise<ShownPhoto | PhotoFault> {
  if (taken.length >= LIMITS.photos) return 'many';
  if (file.size > FILE_LIMIT) return 'huge';
  const source = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    if (image.naturalWidth === 0 || image.naturalHeight === 0) return 'unreadable';
    const room = roomFor(taken, BUCKETS[3] - BUCKETS[1]);
    for (const { edge, quality } of ROUNDS) {
      const blob = await drawn(image, edge, quality);
      if (blob === null) return 'unreadable';
      if (blob.size > room || !photosFit([...taken, blob.size])) continue;
      const type = blob.type === 'image/webp' ? 'image/webp' : 'image/jpeg';
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return { photo: { type, original: false, bytes }, preview: URL.createObjectURL(blob) };
    }
    return 'no-room';
  } catch {
    return 'unreadable';
  } finally {
    URL.revokeObjectURL(source);
  }
}

/** WebP where the browser can (a third lighter), JPEG where it can't. */
async function drawn(image: HTMLImageElement, edge: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fitted(image.naturalWidth, image.naturalHeight, edge));
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const encode = (type: string): Promise<Blob | null> => new Promise((resolve) => canvas.toBlob(resolve, type, quality));
  const webp = await encode('image/webp');
  return webp?.type === 'image/webp' ? webp : encode('image/jpeg');
}
