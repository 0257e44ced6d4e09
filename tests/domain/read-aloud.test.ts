import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/domain/read-aloud/sentences.ts';
import { spanishVoice } from '../../src/domain/read-aloud/voice.ts';

const cut = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('somebody who listens hears one sentence at a time', () => {
  it('each whole, with its marks', () => {
    expect(cut('¿Vas? Mira el lugar. «No sé.» Llama al 105.')).toEqual(['¿Vas?', 'Mira el lugar.', '«No sé.»', 'Llama al 105.']);
  });

  it('never broken inside an hour, an amount or a decree', () => {
    expect(cut('Yesenia · 4:12 p. m. Paga S/ 1,130. Es el D.S. 007-2023-IN.')).toEqual(['Yesenia · 4:12 p. m.', 'Paga S/ 1,130.', 'Es el D.S. 007-2023-IN.']);
  });

  it('without losing a letter or hearing one twice, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'Á', 'ñ', '.', '?', '¿', '»', ' ', '\n', '😊', '1') }), (text) => {
        expect(cut(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        const spans = sentences(text);
        for (const [i, { start, end }] of spans.entries()) {
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
          expect(end).toBeGreaterThan(start);
        }
      }),
    );
  });
});

describe('whose voice reads', () => {
  const voice = (lang: string, localService = true) => ({ lang, localService });

  it('the one nearest to Peru', () => {
    expect(spanishVoice([voice('es-ES'), voice('en-US'), voice('es_MX'), voice('es-PE')])?.lang).toBe('es-PE');
    expect(spanishVoice([voice('es-ES'), voice('es_MX')])?.lang).toBe('es_MX');
    expect(spanishVoice([voice('est-EE'), voice('es-AR')])?.lang).toBe('es-AR');
  });

  it('never one that works over the network, and none in another language', () => {
    expect(spanishVoice([voice('es-PE', false), voice('en-US')])).toBeUndefined();
    expect(spanishVoice([])).toBeUndefined();
  });
});
