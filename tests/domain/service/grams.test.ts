import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGrams, closest, shortlist } from '#domain/service/grams.ts';
import { lettersApart } from '#domain/service/words.ts';

const word = fc.string({ minLength: 4, maxLength: 14, unit: fc.constantFrom(...'abcdeinorstu19') });

describe('a name with a wrong letter', () => {
  it('is found among all names, whatever the names are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), fc.constantFrom('a', 'x', ''), (names, which, where, letter) => {
        const name = names[which % names.length] as string;
        const at = where % name.length;
        const typed = name.slice(0, at) + letter + name.slice(at + 1);
        const grams = buildGrams(names);
        const least = Math.min(...names.map((each) => lettersApart(typed, each, 1)));
        const nearest = names.filter((each) => lettersApart(typed, each, 1) === least);
        expect([...closest(grams, typed, 1).texts].sort()).toEqual(nearest.sort());
        // Asked again, it is remembered and the same.
        expect(closest(grams, typed, 1)).toEqual(closest(buildGrams(names), typed, 1));
      }),
    );
  });

  it('a text of another length is no candidate', () => {
    expect(shortlist(buildGrams(['tumbes', 'tumbesito', 'tum']), 'tunbes', 1, 12)).toEqual(['tumbes']);
  });
});
