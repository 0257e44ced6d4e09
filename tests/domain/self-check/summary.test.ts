import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spoken, summarise, type Answer, type SummaryItem } from '#domain/self-check/summary.ts';

function aQuestion(id: string, over: Partial<SummaryItem> = {}): SummaryItem {
  const option = (answer: string) => ({ step: `Paso de ${id} ${answer}`, ask: `¿${id}?`, help: ['linea-1818', '/revisa/'] });
  return { id, topic: `tema-${id}`, label: `Tema ${id}`, marks: 'si', options: { si: option('si'), no: { step: `Paso de ${id} no` }, 'no-se': option('no-se') }, ...over };
}
const closing = ['persona-adulta', 'linea-100', '/ayuda/'];
const secret = aQuestion('secreto');
const place = aQuestion('lugar', { marks: 'no' });
const aCheck = { items: [secret, place], help: closing };
const answer = fc.constantFrom<Answer>('si', 'no', 'no-se', 'saltar');

describe('what a person takes from a self-check', () => {
  it('a «sí» to being asked for secrecy puts that topic on her list, with its step', () => {
    expect(summarise(aCheck, { secreto: 'si' }).met).toEqual([{ item: 'secreto', topic: 'tema-secreto', label: 'Tema secreto', step: 'Paso de secreto si' }]);
  });

  it('a «no» to knowing the place puts the place on her list, and a «sí» does not', () => {
    expect(summarise(aCheck, { lugar: 'no' }).met.map(({ topic }) => topic)).toEqual(['tema-lugar']);
    expect(summarise(aCheck, { lugar: 'si' }).met).toEqual([]);
  });

  it('«no sé» is something to find out, never something she marked', () => {
    const { met, unknown } = summarise(aCheck, { secreto: 'no-se', lugar: 'no-se' });
    expect(met).toEqual([]);
    expect(unknown.map(({ label }) => label)).toEqual(['Tema secreto', 'Tema lugar']);
  });

  it('someone who skips everything still leaves with people to call, and with nothing marked', () => {
    const nothing = { met: [], unknown: [], toAsk: [], whom: ['persona-adulta', 'linea-100'], toRead: ['/ayuda/'] };
    expect(summarise(aCheck, { secreto: 'saltar', lugar: 'saltar' })).toEqual(nothing);
    expect(summarise(aCheck, {})).toEqual(nothing);
  });

  it('the person near comes first, then the lines that the editor put on top, then what her answers add', () => {
    expect(summarise(aCheck, { secreto: 'si' }).whom).toEqual(['persona-adulta', 'linea-100', 'linea-1818']);
  });

  it('a question to ask that two answers share is asked once', () => {
    const same = aQuestion('otra', { options: secret.options });
    expect(summarise({ items: [secret, same], help: closing }, { secreto: 'si', otra: 'no-se' }).toAsk).toEqual(['¿secreto?']);
  });

  it('an answer to a question that is not there changes nothing, not even one called «constructor»', () => {
    const odd = { ...aCheck, items: [...aCheck.items, aQuestion('constructor')] };
    expect(summarise(odd, { desconocida: 'si' })).toEqual(summarise(odd, {}));
  });

  it('whatever is answered: each topic stands in one list at most, nothing repeats, no figure comes out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), answer), fc.constantFrom<'si' | 'no'>('si', 'no'), (answers, marks) => {
        const check = { items: ['a', 'b', 'c', 'd'].map((id) => aQuestion(id, { marks })), help: closing };
        const summary = summarise(check, answers);
        const topics = [...summary.met, ...summary.unknown].map(({ topic }) => topic);
        expect(new Set(topics).size).toBe(topics.length);
        for (const list of [summary.toAsk, summary.whom, summary.toRead]) expect(new Set(list).size).toBe(list.length);
        expect(summary.whom).toEqual(expect.arrayContaining(['persona-adulta', 'linea-100']));
        expect(Object.values(summary).every(Array.isArray)).toBe(true);
      }),
    );
  });

  it('the order in which she answers does not change what she takes', () => {
    fc.assert(
      fc.property(answer, answer, (one, two) => {
        expect(summarise(aCheck, { secreto: one, lugar: two })).toEqual(summarise(aCheck, { lugar: two, secreto: one }));
      }),
    );
  });

  it('three answers have a feedback, and skipping has none', () => {
    expect(spoken).toEqual(['si', 'no', 'no-se']);
  });
});
