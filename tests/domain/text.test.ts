import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#domain/text.ts';

describe('folding a text for search', () => {
  it('finds a word whether or not the person wrote its accents', () => {
    expect(fold('SEÑORITA')).toBe('senorita');
    expect(fold('Alimentación Única')).toBe(fold('alimentacion unica'));
  });

  it('reads fullwidth letters as the letters they look like', () => {
    expect(fold('ｃｈｉｃａｓ')).toBe('chicas');
  });

  it('gives the same when folded twice, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});
