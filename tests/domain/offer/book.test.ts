import { describe, expect, it } from 'vitest';
import { readShelf } from '#commands/sign-book.ts';
import { bindBook, type BookParts } from '#domain/offer/book.ts';

const { tooMuch } = readShelf(['es']).book;
const weights: BookParts['weights'] = { cut: 6, scale: 10, models: {} };
const parts = (lists: Record<string, string[]>): BookParts => ({
  signs: {}, reassuring: {}, words: { es: { abbreviations: {}, lists, facts: {} } }, kinds: {} as BookParts['kinds'], tooMuch, weights, questions: [],
});

describe('the book that travels to the phone', () => {
  it('says a word once, however many ways the editors wrote it', () => {
    expect(bindBook(parts({ gente: ['chica', 'chicca', 'señorita*', 'señoritas', 'señorita', 'niña'] })).words.es?.lists).toEqual({ gente: 'chika|nina|senorita*' });
  });

  it('keeps phrases and stems that only look alike', () => {
    expect(bindBook(parts({ pago: ['pago', 'pago diario', 'paga*', 'trabaj*', 'trabajador*'] })).words.es?.lists).toEqual({ pago: 'paga*|pago|pago diario|trabaj*' });
  });

  it('carries plain cues as one pattern, and faint ones and pairs apart, because those are counted', () => {
    const sign = readShelf().signs['urgencia'];
    const [bound] = bindBook({ ...parts({}), signs: sign ? { urgencia: { ...sign, cues: { es: ['ya ..2 hoy', '? rápido', 'corre', 'ven & hoy', 'corr*'] } } } : {} }).signs;
    expect(bound?.cues).toEqual({ es: ['kor*|yaCoi', '? rapido', 'ben & oi'] });
  });

  it('leaves out what a sign does not have', () => {
    const sign = readShelf().signs['urgencia'];
    const [bound] = bindBook({ ...parts({}), signs: sign ? { urgencia: { ...sign, unless: undefined, unlessAnywhere: { es: [] } } } : {} }).signs;
    expect(JSON.parse(JSON.stringify(bound))).not.toHaveProperty('unlessAnywhere');
  });
});
