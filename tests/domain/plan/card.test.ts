import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planLines, planText, wrap } from '#domain/plan/card.ts';
import { oneLine } from '#domain/plan/one-line.ts';

const fields = [{ id: 'adonde', label: 'Adónde voy' }, { id: 'palabra', label: 'Mi palabra clave' }];
const words = { title: 'Mi viaje', foot: 'Para preguntar: 1818, opción 1.' };

describe('the plan card', () => {
  it('keeps empty lines, so that paper has room to write by hand', () => {
    expect(planLines(fields, { adonde: ' Jr. Puno 120,\nJuliaca ' })).toEqual([
      { label: 'Adónde voy', value: 'Jr. Puno 120, Juliaca' },
      { label: 'Mi palabra clave', value: '' },
    ]);
  });

  it('as text for a chat says only what was filled in, and whom to call', () => {
    expect(planText(planLines(fields, { adonde: 'Juliaca' }), words)).toBe('Mi viaje\nAdónde voy: Juliaca\nPara preguntar: 1818, opción 1.');
  });

  it('cuts a pasted novel without breaking a letter', () => {
    const [line] = planLines(fields, { adonde: '👩‍🌾'.repeat(5000) });
    expect([...(line?.value ?? '')].length).toBeLessThanOrEqual(200);
    expect(line?.value).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  });
});

describe('lines of a picture', () => {
  const inTen = (line: string): boolean => [...line].length <= 10;

  it('lose no letter and none is longer than fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }).map((text) => oneLine(text)), (text) => {
        const lines = wrap(text, inTen);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.every(inTen)).toBe(true);
      }),
    );
  });

  it('break between words where they can', () => {
    expect(wrap('voy a Puno en bus', inTen)).toEqual(['voy a Puno', 'en bus']);
  });
});
