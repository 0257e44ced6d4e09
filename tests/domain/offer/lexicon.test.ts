import { describe, expect, it } from 'vitest';
import { know } from '#domain/offer/lexicon.ts';
import { Matcher } from '#domain/offer/match.ts';
import { normalise } from '#domain/offer/normalise.ts';
import { spellCue } from '#domain/offer/spelled.ts';
import { check } from './engine.ts';

const isKept = (word: string): boolean => know(word) === know(word);

describe('what a person pasted', () => {
  it('is forgotten with the text: names, invented words, and their own spellings of words that the signs name', () => {
    const own = ['zuleyka', 'quispecahuana', 'trabajjo', 'kontratto', 'pazaje'];
    check(`Zuleyka Quispecahuana te ofrece trabajjo, firmas kontratto y te paga el pazaje de 600 soles`);
    expect(own.filter(isKept)).toEqual([]);
  });

  it('leaves behind only words that the code or the signs name as they are', () => {
    check('Te mando el pasaje y no cobramos nada');
    expect(['te', 'el', 'no', 'pasaje'].filter((word) => !isKept(word))).toEqual([]);
  });

  it('says of a word the same the first time and the next', () => {
    const [first, next] = [1, 2].map(() => normalise('pasaje').tokens[0]);
    expect(next).toMatchObject({ word: first?.word, key: first?.key });
  });
});

describe('a cue that begins with what may be missing', () => {
  it('never ends before it begins', () => {
    const matches = new Matcher({}, [[spellCue('[que] ..3 pago'), null]]).find(normalise('pago hoy. dice que te pago. que sí').tokens);
    expect(matches.map(({ from, to }) => [from, to])).toEqual([[3, 6]]);
  });
});
