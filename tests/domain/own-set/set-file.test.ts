import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#domain/own-set/own-set.ts';
import { FILE_ENDING, fileName, fromFile, LARGEST_FILE, toFile } from '#domain/own-set/set-file.ts';
import { anOwn, anySet, READY } from './a-set.ts';

const open = (text: string) => fromFile(text, READY);
const aFile = (more: object = {}): string => JSON.stringify({ format: 'sin-trampa/conjunto', version: 1, title: 'Tutoría', items: ['secundaria-1-2/pregunta-2', anOwn()], ...more });

describe('a teacher keeps a set as a file', () => {
  it('any set comes out of its file as it went in', () => {
    fc.assert(
      fc.property(anySet, (set) => {
        expect(open(toFile(set))).toEqual({ set, unknown: [], faulty: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('opens it with the mark that Windows editors put before the text', () => {
    expect(open(`\uFEFF${aFile()}`)).toMatchObject({ set: { title: 'Tutoría' } });
  });

  it('says what is wrong with a file that is no set, was cut, is of another version, or weighs too much', () => {
    expect(open('Querida directora:')).toEqual({ trouble: 'not-json' });
    expect(open('')).toEqual({ trouble: 'not-json' });
    expect(open('{"notas": [11, 14]}')).toEqual({ trouble: 'foreign' });
    expect(open('null')).toEqual({ trouble: 'foreign' });
    expect(open(aFile().slice(0, -20))).toEqual({ trouble: 'damaged' });
    expect(open(aFile({ items: 'todas' }))).toEqual({ trouble: 'damaged' });
    expect(open(aFile({ items: [7] }))).toEqual({ trouble: 'damaged' });
    expect(open(aFile({ version: '1' }))).toEqual({ trouble: 'damaged' });
    expect(open(aFile({ version: 0 }))).toEqual({ trouble: 'older' });
    expect(open(aFile({ version: 2, items: { other: 'shape' } }))).toEqual({ trouble: 'newer' });
    expect(open(aFile({ items: Array.from({ length: LIMITS.entries + 1 }, () => anOwn()) }))).toEqual({ trouble: 'large' });
    expect(open(' '.repeat(LARGEST_FILE + 1))).toEqual({ trouble: 'large' });
  });

  it('keeps a question out that this site does not have, names it, and opens the rest', () => {
    expect(open(aFile({ items: ['otro/pregunta', 'secundaria-1-2/pregunta-2'] }))).toEqual({ set: { title: 'Tutoría', entries: ['secundaria-1-2/pregunta-2'] }, unknown: ['otro/pregunta'], faulty: [] });
  });

  it('keeps an own question out that has no right answer, or is otherwise not whole, and names it', () => {
    const broken = [anOwn({ right: 2 }), { ...anOwn(), right: undefined }, { ...anOwn(), right: 0.5 }, { ...anOwn(), options: [] }, anOwn({ question: 'x'.repeat(200) }), anOwn({ options: Array.from({ length: 5 }, (_, i) => ({ text: `${i}`, feedback: 'sí' })) }), {}];
    const opened = open(aFile({ items: [...broken, anOwn()] }));
    expect(opened).toMatchObject({ set: { entries: [anOwn()] }, unknown: [] });
    expect('faulty' in opened ? opened.faulty.map((name) => name.slice(0, 5)) : []).toEqual(['¿Qué ', '¿Qué ', '¿Qué ', '¿Qué ', 'xxxxx', '¿Qué ', '']);
  });

  it('takes a question once that stands twice, and drops a name that is too long to print', () => {
    expect(open(aFile({ title: 'x'.repeat(66), items: ['secundaria-1-2/pregunta-2', 'secundaria-1-2/pregunta-2'] }))).toMatchObject({ set: { title: '', entries: ['secundaria-1-2/pregunta-2'] } });
  });

  it('never breaks, whatever stands in the file', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void open(aFile({ title: value, items: [value] }))), { numRuns: 300 });
    fc.assert(fc.property(fc.string(), (text) => void open(text)));
  });

  it('gets a name that every system takes', () => {
    expect(`${fileName('Tutoría 3.º «B»: ¡ojo!')}${FILE_ENDING}`).toBe('tutoria-3-o-b-ojo.sintrampa.json');
    expect(fileName('¿?')).toBe('conjunto');
    expect(fileName('../../etc')).toBe('etc');
  });
});
