import { describe, expect, it } from 'vitest';
import { countText, inflesz, plainText, syllables } from '../../src/domain/readability.ts';

describe('how hard a text is to read', () => {
  it.each([['casa', 2], ['policía', 4], ['país', 2], ['río', 2], ['guerra', 2], ['quien', 1], ['pingüino', 3], ['ley', 1], ['trabajo', 3], ['oferta', 3], ['alcohol', 3], ['aéreo', 4], ['ciudad', 2], ['y', 1]])('«%s» has %i syllables', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('reads headings and list items as sentences, and leaves marks and addresses out', () => {
    const text = plainText('## ¿Qué hago?\n\nLlama al [105](tel:105)<Fuente n={1} />.\n\n- Uno\n- Dos\n');
    expect(text).not.toMatch(/Fuente|tel:/);
    expect(countText(text).sentences).toBe(4);
  });

  it('finds short everyday sentences easier than a law', () => {
    const easy = inflesz(countText('Llama hoy. Pide el nombre. No viajes sola.'));
    const hard = inflesz(countText('La obligatoriedad de la intermediación administrativa correspondiente determinará responsabilidades extracontractuales'));
    expect(easy).toBeGreaterThan(80);
    expect(hard).toBeLessThan(20);
  });
});
