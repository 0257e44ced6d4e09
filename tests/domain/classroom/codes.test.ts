import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawClassCode, readClassCode } from '../../../src/domain/classroom/class-code.ts';
import type { Draw } from '../../../src/domain/classroom/code.ts';
import { inHalves, makeResultCode, readResultCode } from '../../../src/domain/classroom/result-code.ts';
import { setIds } from '../../../src/domain/classroom/set-ids.ts';
import { levels } from '../../../src/domain/quiz/quiz.ts';

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The same chance every run. */
function dice(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const draw = dice(7);
const answers = () => Array.from({ length: 10 }, () => draw(4));
const codes = Array.from({ length: 1000 }, () => makeResultCode(draw(1024), answers(), draw));
const classCodes = Array.from({ length: 1000 }, () => drawClassCode(draw(8), draw(1024), draw));
const swap = (code: string, i: number, j: number): string => {
  const letters = [...code];
  [letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? ''];
  return letters.join('');
};

describe("a pupil's code", () => {
  it('gives back the class and the ten answers, however it is drawn', () => {
    fc.assert(
      fc.property(fc.nat(1023), fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }), fc.nat(), (tag, chosen, seed) => {
        const code = makeResultCode(tag, chosen, dice(seed));
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        expect(readResultCode(code)).toEqual({ tag, answers: chosen });
      }),
    );
  });

  it('is read as people write it: small letters, dashes, spaces, O for 0, I and L for 1', () => {
    for (const code of codes.slice(0, 200)) {
      const written = inHalves(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readResultCode(` ${written} `)).toEqual(readResultCode(code));
    }
  });

  it('with any one character wrong is refused: all are tried', () => {
    let tried = 0;
    for (const code of codes)
      for (let i = 0; i < code.length; i += 1)
        for (const letter of LETTERS) {
          if (letter === code[i]) continue;
          tried += 1;
          expect(readResultCode(code.slice(0, i) + letter + code.slice(i + 1)) === undefined || `${code} ${i} ${letter}`).toBe(true);
        }
    expect(tried).toBe(310_000);
  });

  it('with any two neighbours swapped is refused, and with any two around a third: all are tried', () => {
    let tried = 0;
    for (const code of codes)
      for (const apart of [1, 2])
        for (let i = 0; i + apart < code.length; i += 1) {
          if (code[i] === code[i + apart]) continue;
          tried += 1;
          expect(readResultCode(swap(code, i, i + apart)), code).toBeUndefined();
        }
    expect(tried).toBeGreaterThan(16_000);
  });

  it('with a character too few, too many or of no alphabet is refused', () => {
    for (const code of codes.slice(0, 100)) for (const wrong of [code.slice(1), `${code}0`, code.replace(/.$/, 'U'), code.replace(/.$/, 'Ñ'), '']) expect(readResultCode(wrong)).toBeUndefined();
  });

  it('is seldom the same for two pupils with the same answers: 35 of them, a thousand classes', () => {
    const same = Array.from({ length: 1000 }, () => new Set(Array.from({ length: 35 }, () => makeResultCode(5, [0, 1, 2], draw))).size).filter((size) => size < 35).length;
    expect(same).toBeLessThan(60);
  });
});

describe("a class's code", () => {
  it('gives back the set, its version and the class', () => {
    for (const set of setIds.keys()) {
      const read = readClassCode(drawClassCode(set, 1023, draw));
      expect(read).toMatchObject({ set, version: 1023 });
    }
  });

  it('with any one character wrong or two neighbours swapped is refused: all are tried', () => {
    for (const code of classCodes)
      for (let i = 0; i < code.length; i += 1) {
        for (const letter of LETTERS) if (letter !== code[i]) expect(readClassCode(code.slice(0, i) + letter + code.slice(i + 1)) === undefined || code).toBe(true);
        if (i > 0 && code[i] !== code[i - 1]) expect(readClassCode(swap(code, i - 1, i)), code).toBeUndefined();
      }
  });

  it('is never made of a number that does not fit', () => {
    for (const [set, version] of [[32, 1], [1, 1024], [1, -440], [0.5, 1]] as const) expect(() => drawClassCode(set, version, draw)).toThrow(/whole numbers/);
    expect(() => makeResultCode(1024, [], draw)).toThrow(/whole numbers/);
    expect(() => makeResultCode(1, [4], draw)).toThrow(/whole numbers/);
  });

  it('never takes the tag of a class that is already counted', () => {
    const taken = Array.from({ length: 1000 }, (_, tag) => tag);
    for (let i = 0; i < 50; i += 1) expect(readClassCode(drawClassCode(1, 1, draw, taken))?.tag).toBeGreaterThanOrEqual(1000);
  });

  it('can name every level of the quizzes, each with a number of its own', () => {
    expect(setIds.slice(0, levels.length)).toEqual(levels);
    expect(new Set(setIds).size).toBe(setIds.length);
    expect(setIds.length).toBeLessThanOrEqual(32);
  });
});
