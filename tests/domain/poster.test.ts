import { describe, expect, it } from 'vitest';
import { layCover } from '../../src/domain/poster/cover.ts';
import { families } from '../../src/domain/poster/family.ts';
import { breakLines, lineWidth, setLines } from '../../src/domain/poster/lettering.ts';

/** The box that a set of paths fills, after `translate(x y)scale(s)`. */
function boxOf(paths: readonly string[], place: string): { left: number; right: number; top: number; bottom: number } {
  const [x = 0, y = 0, scale = 1] = [...place.matchAll(/-?[\d.]+/g)].map(Number);
  const xs: number[] = [];
  const ys: number[] = [];
  for (const d of paths) for (const [index, token] of [...d.matchAll(/-?\d+/g)].entries()) (index % 2 === 0 ? xs : ys).push(Number(token[0]));
  return { left: x + scale * Math.min(...xs), right: x + scale * Math.max(...xs), top: y + scale * Math.min(...ys), bottom: y + scale * Math.max(...ys) };
}

describe('poster letters', () => {
  it.each(['SEÑORITAS 18 A 25', '¿TE PAGAN EL PASAJE?', 'SÍ', 'NO LE DIGAS A NADIE', 'INTERNACIONALMENTE'])('«%s» stays inside its cover, wide or narrow', (words) => {
    for (const [width, height] of [[640, 400], [640, 330], [1200, 360], [600, 315]] as const) {
      const cover = layCover(words, 'oferta', width, height);
      for (const place of [cover.place, cover.shadow]) {
        const box = boxOf(cover.words, place);
        expect(box.left).toBeGreaterThan(0);
        expect(box.top).toBeGreaterThan(0);
        expect(box.right).toBeLessThan(width);
        expect(box.bottom).toBeLessThan(height);
      }
    }
  });

  it('keeps every word when it breaks lines, and breaks only where it must', () => {
    expect(breakLines('NO LE DIGAS A NADIE', 500).join(' ')).toBe('NO LE DIGAS A NADIE');
    expect(breakLines('NO LE DIGAS', 10_000)).toEqual(['NO LE DIGAS']);
    for (const line of breakLines('NO LE DIGAS A NADIE', 500)) if (line.includes(' ')) expect(lineWidth(line)).toBeLessThanOrEqual(500);
  });

  it('draws the accents, the ñ and the opening marks of Spanish', () => {
    for (const letter of 'ÁÉÍÓÚÜÑ¿¡') expect(setLines([letter]).lines[0]?.d).toMatch(/^M.*Z$/);
  });

  it('says which letter is missing and how to cut it', () => {
    expect(() => setLines(['Ж'])).toThrow(/«Ж».*cut-letters/);
  });

  it('gives each family its own ground', () => {
    expect(new Set(families.map((family) => layCover('A', family).ink.ground)).size).toBe(families.length);
  });
});
