import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { palettePng } from '../../src/build/png.ts';
import { sharePicture } from '../../src/build/share-picture.ts';
import { inks } from '../../src/domain/poster/family.ts';

const hex = (pixel: readonly number[]): string => `#${pixel.map((value) => value.toString(16).padStart(2, '0')).join('')}`;

describe('the picture beside a shared link', () => {
  it('opens in another program than ours, at 600x315, in the inks of its family, and weighs some 12 kB', async () => {
    const png = sharePicture('¿TE PAGAN EL PASAJE?', 'oferta', 'Sin Trampa');
    expect(png.length).toBeLessThan(14_000);
    const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([600, 315]);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 3) {
      const ink = hex([...data.subarray(at, at + 3)]);
      counts.set(ink, (counts.get(ink) ?? 0) + 1);
    }
    for (const ink of [...Object.values(inks.oferta), '#140f1c']) expect(counts.get(ink) ?? 0, ink).toBeGreaterThan(500);
  });

  it('is the same twice, another for other words, and another for another family', () => {
    const draw = (words: string, family: 'oferta' | 'mina') => sharePicture(words, family, 'Sin Trampa').toString('base64');
    expect(draw('NO VIAJES SOLA', 'mina')).toBe(draw('NO VIAJES SOLA', 'mina'));
    expect(new Set([draw('NO VIAJES SOLA', 'mina'), draw('NO VIAJES SOLA', 'oferta'), draw('LA MINA', 'mina')]).size).toBe(3);
  });

  it('keeps every pixel of a small palette picture', async () => {
    const pixels = new Uint8Array([0, 1, 2, 2, 1, 0]);
    const palette = [[255, 0, 0], [0, 255, 0], [0, 0, 255]];
    const raw = await sharp(palettePng(3, 2, pixels, palette)).removeAlpha().raw().toBuffer();
    expect([...raw]).toEqual([...pixels].flatMap((place) => palette[place] ?? []));
  });
});
