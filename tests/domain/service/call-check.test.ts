import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { callForm, callScript, readForm, toVerify } from '#domain/service/call-check.ts';
import { aService, aShelter, parseService, today } from './a-service.ts';

const old = parseService(aService({ id: 'viejo', sourceDate: '2020-01' }));
const newer = parseService(aService({ id: 'nuevo', sourceDate: '2026-05' }));
const fresh = parseService(aService({ id: 'fresco', verifiedOn: '2026-11-01', verifiedBy: 'Equipo' }));
const undated = parseService(aService({ id: 'sin-fecha', sourceDate: 'sin fecha visible' }));
const filled = (fields: string) => parse(`- id: viejo\n${fields}`)[0] as unknown;

describe('a volunteer checks numbers', () => {
  it('and gets the undated first, then the oldest; fresh ones and shelters not at all', () => {
    expect(toVerify([fresh, newer, undated, old, parseService(aShelter())], today).map(({ service }) => service.id)).toEqual(['sin-fecha', 'viejo', 'nuevo']);
  });

  it('with a form that is YAML and asks for no name and no place of a shelter', () => {
    const form = callForm(old, 2519);
    expect(parse(form)).toEqual([{ id: 'viejo', result: null, verifiedOn: null, verifiedBy: null, hours: null, cost: null, withoutPapers: null, languages: null, notes: null }]);
    expect(form).toContain('998800813');
    expect(callScript.join(' ')).toMatch(/No anotes el nombre de quien contesta/);
  });

  it('and a filled-in form says what to write', () => {
    expect(readForm(filled('  result: correcto\n  verifiedOn: 2026-11-24\n  verifiedBy: Equipo Puno\n  cost:\n'), today).patch).toEqual({ verifiedOn: '2026-11-24', verifiedBy: 'Equipo Puno' });
    expect(readForm(filled('  result: sin respuesta\n'), today).patch).toEqual({});
  });

  it.each([
    ['  result: quizás', /result is «correcto»/],
    ['  result: correcto', /write the day of the call/],
    ['  result: correcto\n  verifiedOn: 2026-12-24\n  verifiedBy: Equipo', /in the future/],
    ['  result: correcto\n  verifiedOn: 2026-11-20\n  verifiedBy: Equipo\n  phones: [{ printed: "1" }]', /«cambiar»/],
    ['  result: correcto\n  telefono: 1', /telefono/],
  ])('a wrong form is named with its mend: %s', (fields, message) => {
    expect(() => readForm(filled(fields), today)).toThrow(message);
  });
});
