import { coverSvg } from '#domain/poster/cover.ts';
import { sharePicture } from '../share-picture.ts';
import type { PictureOrder } from './orders.ts';

/** The file of an order, SVG or PNG. Throws, naming the address, on a letter that was never cut. */
export function drawPicture({ path, words, family, as }: PictureOrder): string | Buffer {
  try {
    return as.kind === 'cover' ? coverSvg(words, family, as.width, as.height) : sharePicture(words, family, as.foot);
  } catch (error) {
    throw new Error(`/${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
