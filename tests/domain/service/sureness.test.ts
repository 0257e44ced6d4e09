import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import phrases from '../../../content/interface/es/directory.json' with { type: 'json' };
import { earliestDay, readSourceDate } from '#domain/service/source-date.ts';
import { sureness } from '#domain/service/sureness.ts';
import { aService, parseService, today } from './a-service.ts';

const sure = (different: Record<string, unknown> = {}, on = today) => sureness(parseService(aService(different)), on, phrases, 'es-PE');

describe('the date of a source', () => {
  it.each([
    ['2026 (directorio MIMP; copia de 2026-08-07)', '2026-08-07', '2026-08-07'],
    ['2026 (directorio MIMP; copia de 2026-08-07, contrastada con copia de 2026-09-10)', '2026-08-07', '2026-09-10'],
    ['2026 (directorio MIMP; copia de 2026-08-07); existencia confirmada por Andina 2024', '2026-08-07', '2026-08-07'],
    ['2025-11-17; 2020-12-01 (horario)', '2020-12-01', '2025-11-17'],
    ['c. 2014-2015; 2024 (existencia)', '2014', '2015'],
    ['2024-05-14 (presencia); c. 2014-2015 (dirección)', '2014', '2024-05-14'],
    ['2025-06-12; 2024; 2023; 2022', '2022', '2025-06-12'],
    ['sin fecha visible (posterior a 2023)', '2023', '2023'],
    ['2025-08-23 (existencia); 2020-02', '2020-02', '2020-02'],
    ['2023 (existencia)', '2023', '2023'],
  ])('«%s» is read from its earliest safe day', (text, first, last) => {
    expect(readSourceDate(text)).toEqual({ first, last });
  });

  it('is not made up when there is none', () => {
    expect(readSourceDate('sin fecha visible')).toBeUndefined();
  });

  it('never makes a row look younger than its oldest date', () => {
    const date = fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }).map((day) => day.toISOString());
    const token = fc.tuple(date, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.slice(0, length));
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 5 }), (tokens) => {
        const span = readSourceDate(tokens.join('; '));
        const full = tokens.filter((each) => each.length === 10);
        expect(span).toBeDefined();
        for (const each of full) expect(earliestDay(span?.first ?? '') <= each).toBe(true);
      }),
    );
  });
});

describe('a reader learns how sure a row is', () => {
  it('in the words of the list it comes from', () => {
    expect(sure().short).toBe('Según el directorio del MIMP de agosto de 2026; confirma por teléfono.');
    expect(sure({}, '2026-11-05').cautions).toEqual([]);
  });

  it('after 90 days it asks to confirm before going', () => {
    expect(sure({}, '2026-11-06').cautions).toEqual([phrases.sureness.confirm]);
    expect(phrases.sureness.confirm).toMatch(/confirma antes de ir/);
  });

  it('a year later it says that something may have changed', () => {
    expect(sure({}, '2027-08-07').cautions).toEqual([phrases.sureness.confirm]);
    expect(sure({}, '2027-08-08').cautions).toEqual([phrases.sureness.old]);
    expect(sure({ sourceDate: '2021-01-25' }).cautions).toEqual(['La fuente más antigua tiene más de 5 años: algo puede haber cambiado.']);
  });

  it('a call counts from the day of the call', () => {
    const called = sure({ sourceDate: '2019', verifiedOn: '2026-11-20', verifiedBy: 'El equipo' });
    expect(called.short).toBe('El equipo llamó el 20 de noviembre de 2026 y el dato era correcto.');
    expect(called.old).toBe(false);
  });

  it('an undated source is old until shown otherwise', () => {
    const undated = sure({ sourceName: undefined, sourceDate: 'sin fecha visible' });
    expect(undated.old).toBe(true);
    expect(undated.short).toBe(phrases.sureness.undated);
  });

  it('low confidence, doubt and every conflict are said in words', () => {
    expect(sure({ confidence: 'low', status: 'not-confirmed', conflicts: ['Dos copias no coinciden.'] }, '2026-09-01').cautions).toEqual([phrases.sureness.notConfirmed, phrases.sureness.low, 'Dos copias no coinciden.']);
  });

  it('several sources are named from the first to the last', () => {
    expect(sure({ sourceName: undefined, sourceDate: '2025-06-12; 2022' }).short).toBe('Según fuentes de 2022 a junio de 2025; confirma por teléfono.');
    expect(sure({ sourceName: undefined, sourceDate: '2022', phones: [] }).short).toBe('Según una fuente de 2022; confirma antes de ir.');
  });
});
