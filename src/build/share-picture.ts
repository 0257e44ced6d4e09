import sharp from 'sharp';
import { coverSvg } from '../domain/poster/cover.ts';
import type { Family } from '../domain/poster/family.ts';

/**
 * The picture that WhatsApp shows beside a link: 1200x630 palette PNG, about 12 kB
 * (WhatsApp drops previews over some 300 kB). Letters are outlines, so no font is needed.
 */
export async function sharePicture(words: string, family: Family, foot: string): Promise<Buffer> {
  return sharp(Buffer.from(coverSvg(words, family, 1200, 630, foot)))
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 })
    .toBuffer();
}
