import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnsure, tidyRead } from '#domain/plan/read-text.ts';

describe('a screenshot that was read', () => {
  it('joins the lines that a bubble broke a sentence into', () => {
    expect(tidyRead('Hola amiga, buscamos señoritas para\nbar en Mazuko. Te mando el pasaje y\ndespués lo pagas')).toBe('Hola amiga, buscamos señoritas para bar en Mazuko. Te mando el pasaje y después lo pagas');
  });

  it('drops the clock and the ticks below a bubble, and keeps two bubbles apart', () => {
    expect(tidyRead('Te espero mañana\n10:32 a. m. ✓✓\nDeja tu DNI con la señora\n10:33 vv')).toBe('Te espero mañana\nDeja tu DNI con la señora');
  });

  it('keeps hours that say something', () => {
    expect(tidyRead('Turno de 8:00 a 17:00\n\nPago 60 diarios')).toBe('Turno de 8:00 a 17:00\nPago 60 diarios');
  });

  it('mends a word cut at the end of a line', () => {
    expect(tidyRead('ofrecemos aloja-\nmiento y comida')).toBe('ofrecemos alojamiento y comida');
  });

  it('drops the noise of icons and borders', () => {
    expect(tidyRead('|\n© O\nSe busca ayudante.\n~ =\n—')).toBe('Se busca ayudante.');
  });

  it('never invents a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (raw) => {
        const left = [...tidyRead(raw)].filter((letter) => /\p{L}|\p{N}/u.test(letter));
        const given = [...raw].filter((letter) => /\p{L}|\p{N}/u.test(letter));
        let at = 0;
        for (const letter of given) if (letter === left[at]) at++;
        expect(at).toBe(left.length);
      }),
    );
  });

  it('is doubted when the reader of the photo doubts', () => {
    expect(isUnsure(40)).toBe(true);
    expect(isUnsure(92)).toBe(false);
  });
});
