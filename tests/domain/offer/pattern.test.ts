import { describe, expect, it } from 'vitest';
import { Matcher } from '#domain/offer/match.ts';
import { normalise } from '#domain/offer/normalise.ts';
import { parsePattern } from '#domain/offer/pattern.ts';
import { measure, type Measured } from '#domain/offer/quantity.ts';
import { spellCue } from '#domain/offer/spelled.ts';
import { Vocabulary } from '#domain/offer/vocabulary.ts';

const lists = { papeles: ['dni', 'carné de extranjería'].map(spellCue).join('|'), guardar: ['guard*', 'se queda con'].map(spellCue).join('|') };
const found = (pattern: string, text: string): string[] => {
  const tokens = measure(normalise(text).tokens);
  return new Matcher(lists, [[spellCue(pattern), null]]).find(tokens).map((m) => text.slice(tokens[m.from]?.start, tokens[m.to - 1]?.end));
};

describe('the language of cues', () => {
  it('finds words in a row, however they are spelled', () => {
    expect(found('te presto', 'Yo TE PRÉSTO la plata')).toEqual(['TE PRÉSTO']);
    expect(found('ofrezco trabajo', 'ofresco travajo')).toEqual(['ofresco travajo']);
  });

  it('finds every form of a stem, and words that end alike', () => {
    expect(found('descont*', 'lo descontamos')).toEqual(['descontamos']);
    expect(found('pagas *ando', 'pagas cocinando')).toEqual(['pagas cocinando']);
  });

  it('finds single words and phrases of a list', () => {
    expect(found('@guardar @papeles', 'guardamos carné de extranjería')).toEqual(['guardamos carné de extranjería']);
    expect(found('@guardar ..2 @papeles', 'se queda con tu DNI')).toEqual(['se queda con tu DNI']);
  });

  it('lets so many words stand between, and no more', () => {
    expect(found('guardo ..2 dni', 'guardo bien tu dni')).toEqual(['guardo bien tu dni']);
    expect(found('guardo ..2 dni', 'guardo muy bien tu dni')).toEqual([]);
  });

  it('finds two things in either order', () => {
    expect(found('@guardar ~3 @papeles', 'tu dni lo guardo yo')).toEqual(['dni lo guardo']);
  });

  it('never crosses a full stop', () => {
    expect(found('guardo ..5 dni', 'Te guardo. Trae dni.')).toEqual([]);
  });

  it('tells amounts, ages and hours', () => {
    expect(found('<dinero>', 'pagan S/ 2,500 al mes')).toEqual(['S/ 2,500']);
    expect(found('<edad-menor>', 'chicas de 15 a 22 años')).toEqual(['15 a 22 años']);
    expect(found('<horas-largas>', 'son 14 horas')).toEqual(['14 horas']);
  });

  it.each([['te (presto'], ['te presto)'], ['@'], ['a ~3'], ['~3 a'], ['..20 a'], ['()'], [''], ['..3 a'], ['(a | ..3 b)'], ['. a']])('tells the editor what is wrong with «%s»', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow(/La pista/);
  });

  it('takes any word where one of the options is any word', () => {
    expect(found('guardo (. | tu) dni', 'guardo mi dni')).toEqual(['guardo mi dni']);
    expect(found('guardo [(bien|muy bien)] dni', 'guardo dni y guardo muy bien dni')).toEqual(['guardo dni', 'guardo muy bien dni']);
  });

  it('keeps nothing of one text for the next', () => {
    const matcher = new Matcher(lists, [[spellCue('@guardar ..2 @papeles'), null]]);
    const matches = (text: string): number => matcher.find(measure(normalise(text).tokens)).length;
    expect([matches('guardo tu dni'), matches('guardo tu moto'), matches('dni'), matches('guardo tu dni')]).toEqual([1, 0, 0, 1]);
  });

  it('remembers the words that the signs name, and no other word of a text', () => {
    const vocabulary = new Vocabulary();
    vocabulary.add('mina', vocabulary.newGroup());
    vocabulary.add('min*', vocabulary.newGroup());
    const groups = (word: string) => vocabulary.groupsOf(measure(normalise(word).tokens)[0] as Measured);
    expect([...groups('mina')].sort()).toEqual([0, 1]);
    expect(groups('mina')).toBe(groups('mina'));
    expect(groups('minera')).toEqual([1]);
    expect(groups('minera')).not.toBe(groups('minera'));
  });

  it('tells the editor when a list does not exist, or names itself', () => {
    expect(() => new Matcher({}, [['@nada', null]])).toThrow(/@nada no existe/);
    expect(() => new Matcher({ a: 'x @a' }, [['@a', null]])).toThrow(/se nombra a sí misma/);
  });
});
