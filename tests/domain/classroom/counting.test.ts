import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classSet, versionOf, type ClassItem } from '../../../src/domain/classroom/class-set.ts';
import { classCsv } from '../../../src/domain/classroom/csv.ts';
import { codesIn, readPaste } from '../../../src/domain/classroom/paste.ts';
import { inHalves, makeResultCode } from '../../../src/domain/classroom/result-code.ts';
import { count, countAll, emptyTally, isEmpty, total } from '../../../src/domain/classroom/tally.ts';

const item = (id: string, options = 4): ClassItem => ({ id, question: `¿Qué dice ${id}?`, right: 1, options: Array.from({ length: options }, (_, i) => ({ text: `Opción ${i}` })) });
const items = Array.from({ length: 11 }, (_, i) => item(`i${i}`, i === 0 ? 3 : 4));
const set = classSet('superior', items);
const classes = [{ tag: 7, set }, { tag: 8, set }];
let salt = 0;
const code = (tag: number, answers: number[] = []) => makeResultCode(tag, answers, (below) => (salt += 1) % below);

describe('a teacher pastes codes', () => {
  it('one a line, with commas, in halves or all in one line: each is found once', () => {
    const [a, b, c] = [code(7), code(7), code(7)];
    for (const text of [`${a}\n${b}\n${c}`, `${a}, ${b};${c}`, `${a} ${b} ${c}`, [a, b, c].map(inHalves).join('\r\n'), `${inHalves(a).replace('-', ' ')} ${b} ${inHalves(c).replace('-', ' ')}`]) expect(codesIn(text), text).toEqual([a, b, c]);
    expect(codesIn(' \n - ,\n')).toEqual([]);
  });

  it('and each one counts for its class, or is told why not', () => {
    const [good, other, twice, strange] = [code(8, [2, 3]), code(9), code(7), code(7, [3])];
    const what = readPaste([good, other, twice, twice, `${good.slice(0, 9)}U`, 'hola', strange].join('\n'), classes, new Set());
    expect(what.map((each) => each.what)).toEqual(['counted', 'other-class', 'counted', 'repeated', 'mistyped', 'mistyped', 'mistyped']);
    expect(what[0]).toMatchObject({ into: 1, answers: [2, 3, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect(readPaste(good, classes, new Set([good]))[0]?.what).toBe('repeated');
  });

  it('five thousand at once, in less than a quarter of a second', () => {
    const text = Array.from({ length: 5000 }, (_, i) => code(7, [i % 3, i % 4])).join('\n');
    const before = performance.now();
    const outcomes = readPaste(text, classes, new Set());
    expect(performance.now() - before).toBeLessThan(250);
    expect(outcomes.length).toBe(5000);
  });
});

describe('a class is counted', () => {
  it('up and down, never below nothing', () => {
    const none = emptyTally(set);
    expect(isEmpty(none)).toBe(true);
    expect(count(none, 0, 1, -1)).toEqual(none);
    const one = count(none, 0, 1);
    expect(one[0]).toEqual([0, 1, 0]);
    expect(isEmpty(one)).toBe(false);
    expect(total(countAll(one, [1, 0])[0] ?? [])).toBe(2);
  });

  it('by the items that it saw: another wording, order or right option is another version', () => {
    const same = versionOf(structuredClone(items));
    expect(same).toBe(versionOf(items));
    for (const other of [items.toReversed(), [item('otro'), ...items.slice(1)], [{ ...item('i0', 3), right: 2 }, ...items.slice(1)]]) expect(versionOf(other)).not.toBe(same);
  });

  it('by a version that a class code can hold, whatever the words', () => {
    fc.assert(fc.property(fc.string(), (question) => {
      const version = versionOf([{ ...item('i'), question }]);
      expect(Number.isInteger(version) && version >= 0 && version < 1024).toBe(true);
    }));
  });

  it('under an id that a code can name, or the build stops with a sentence', () => {
    expect(() => classSet('otra-cosa', items)).toThrow(/setIds/);
  });
});

describe('the table that a teacher takes away', () => {
  const words = { csvHead: ['Clase', 'Nº', 'Pregunta', 'Letra', 'Opción', 'Correcta', 'Respuestas', 'Total'], yes: 'sí', hidden: 'reservado', csvFew: 'menos de 5' };
  const named = { question: '=2+2; ¿«a"b»?', options: ['Uno', 'Dos', 'Tres'], right: 2 };

  it('opens in Excel: mark, semicolons, quotes, no formula run', () => {
    const csv = classCsv([{ name: 'Antes', tally: [[0, 10, 25]], items: [named] }], words);
    expect(csv.startsWith('\uFEFFClase;Nº;Pregunta;Letra;Opción;Correcta;Respuestas;Total\r\n')).toBe(true);
    expect(csv).toContain(`Antes;1;"'=2+2; ¿«a""b»?";C;Tres;sí;25;35\r\n`);
  });

  it('keeps back what the page keeps back', () => {
    const csv = classCsv([{ name: 'Antes', tally: [[1, 3, 31], [1, 2, 1]], items: [named, named] }], words);
    const answers = csv.trim().split('\r\n').slice(1).map((row) => row.split(';').slice(-2).join());
    expect(answers).toEqual(['reservado,35', 'reservado,35', '31,35', 'menos de 5,menos de 5', 'menos de 5,menos de 5', 'menos de 5,menos de 5']);
  });
});
