import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/** public/<file>.svg as a square picture of `size` pixels, on a full ground with a margin: a phone may cut it round. */
export async function appIcon(file: string, size: number): Promise<Buffer> {
  const drawing = await sharp(await readFile(`public/${file}.svg`), { density: 600 }).resize(Math.round(size * 0.7)).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 3, background: file === 'icono' ? '#140f1c' : '#f2f2f2' } })
    .composite([{ input: drawing }])
    .png({ palette: true, colours: 32, dither: 0, compressionLevel: 9 })
    .toBuffer();
}
