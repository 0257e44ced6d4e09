import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMIT, normalise } from '#domain/offer/normalise.ts';
import { analyse } from '#domain/offer/offer.ts';
import { engine } from './engine.ts';

/** Bits of real offers, tricks and noise, glued in any order. */
const pieces = fc.constantFrom(
  'señoritas', 'pasaje pagado', 'te descuento', 'de tu sueldo', 'DNI', 'se queda', 'S/ 2,500', 'al mes', 'mayores de 18', '16 años', 'no', 'sin', 'bar', 'mina',
  '\u200b', 'ｃｈｉｃａｓ', 's.e.ñ.o.r.i.t.a.s', '🤫', '👩‍👧', '?', '.', '\n', '—', 'Yo: ', 'Agencia: ', 'wsp', 'q', '987 654 321', 'https://wa.me/5', 'a@b.pe', 'ß', 'İ', '\u0301', '\ud83d', '(', '«', '14x7', 'mil', '$', '1.5', 'aaaaaaaa',
);
const glued = fc.array(fc.tuple(pieces, fc.constantFrom(' ', '', ', ', '\n\n')), { maxLength: 80 }).map((parts) => parts.flat().join(''));
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 300 }), glued);

describe('whatever is pasted', () => {
  it('gets an answer, and every mark falls on words that are in the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const result = analyse(text, engine);
        const quotes = [...result.signs, ...result.mentioned, ...result.reassuring].flatMap((s) => s.quotes).concat(result.weighty);
        for (const { quote, start, end } of quotes) {
          expect(text.slice(start, end)).toBe(quote);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gets the same answer twice', () => {
    fc.assert(fc.property(glued, (text) => {
        expect(analyse(text, engine)).toEqual(analyse(text, engine));
      }), { numRuns: 100 });
  });

  it('gives tokens that stand in order, inside the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { start, end } of normalise(text).tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('names each emoji as it stands, and no half of one where a long text was cut', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(90_000);
    expect(normalise(family).tokens.filter(({ word, start, end }) => word !== family.slice(start, end))).toEqual([]);
  });

  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a million dots', '.'.repeat(1_000_000)],
    ['a million spaces', ' '.repeat(1_000_000)],
    ['words that begin every sign', 'te pago el pasaje no le digas señorita DNI '.repeat(25_000)],
    ['labels without end', 'a: '.repeat(300_000)],
    ['dashes without end', '— ¿? '.repeat(200_000)],
    ['almost links', 'a.b.'.repeat(250_000)],
    ['numbers without end', '1,2.3 '.repeat(170_000)],
    ['marks on one letter', `e${'\u0301'.repeat(999_999)}`],
    ['zero-width only', '\u200b'.repeat(1_000_000)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(90_000)],
    ['binary', '\u0000\u0001\ufffd'.repeat(330_000)],
  ])('is read only so far: %s', (_name, text) => {
    const result = analyse(text, engine);
    expect(result.truncated).toBe(true);
    expect(normalise(text).tokens.length).toBeLessThanOrEqual(LIMIT);
    expect(result.signs.flatMap((s) => s.quotes).every((q) => q.end <= LIMIT)).toBe(true);
  });
});
