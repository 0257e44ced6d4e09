import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { letter, whatsappAddress, type LetterParts } from '#domain/plan/letter.ts';

const all = JSON.parse(readFileSync('content/interface/es/offer.json', 'utf8')) as typeof import('../../../content/interface/es/offer.json');
const words = all.send;
const aLetter = (parts: Partial<LetterParts> = {}): string =>
  letter({ level: 'Señales fuertes', call: true, signs: ['Pide guardar el secreto'], questions: ['¿Quién contrata?'], offer: null, forOther: false, address: 'https://ejemplo.pe/revisa/', ...parts }, words);

describe('the message to somebody trusted', () => {
  it('says the result in words, the signs, the questions and whom to call', () => {
    const text = aLetter();
    for (const part of ['Señales fuertes', '- Pide guardar el secreto', '- ¿Quién contrata?', '1818, opción 1', '105', 'https://ejemplo.pe/revisa/']) expect(text).toContain(part);
  });

  it('leaves the offer out unless it was ticked, and cuts a very long one', () => {
    expect(aLetter()).not.toContain(words.offer);
    expect(aLetter({ offer: 'Sales mañana' })).toContain('Sales mañana');
    const long = aLetter({ offer: '👩'.repeat(9000) });
    expect(long).toContain(words.cut);
    expect(whatsappAddress(long).length).toBeLessThan(20_000);
    expect(() => decodeURIComponent(whatsappAddress(long))).not.toThrow();
  });

  it('speaks of somebody else when it is for somebody else', () => {
    expect(aLetter({ forOther: true })).toContain('una persona que conozco');
    expect(aLetter({ forOther: true })).not.toContain('Me llegó');
  });

  it.each(Object.values(all.levels).map(({ name }) => name))('never says safe, nor names the crime: %s', (level) => {
    for (const forOther of [true, false]) expect(aLetter({ level, forOther, signs: [] })).not.toMatch(/segur[oa]|\btrata\b|víctima/i);
  });
});
