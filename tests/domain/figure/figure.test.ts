import { describe, expect, it } from 'vitest';
import { barChart, mapStep } from '#domain/figure/chart.ts';
import { figureSchema, isYear, numberInWords, periodInWords } from '#domain/figure/figure.ts';
import { departmentList, rowOf } from '#domain/figure/view.ts';

const aFigure = (more: object = {}) => ({
  order: 1, title: 'Denuncias de ejemplo', agency: 'Una oficina', unit: 'denuncias', base: 'Denuncias que llegaron a una oficina en el año.', comparable: false,
  checkedOn: '2026-11-28', notSaid: 'No dice cuántas se investigaron.', rows: [{ from: '2022-01', to: '2022-12', value: 10, sources: ['una-fuente'] }], ...more,
});
const why = (figure: object): string => figureSchema.safeParse(figure).error?.issues.map(({ message }) => message).join(' ') ?? '';

describe('a figure that an editor writes', () => {
  it('stands when it says who counted what, when, and from which source', () => {
    expect(why(aFigure())).toBe('');
  });

  it('is refused without a base or without a source, with the mend', () => {
    expect(why(aFigure({ base: 'casos' }))).toContain('Say what was counted');
    expect(why(aFigure({ rows: [{ from: '2022-01', to: '2022-12', value: 10, sources: [] }] }))).toContain('without a source is a rumour');
  });

  it('is refused when its departments do not add up to its total', () => {
    expect(why(aFigure({ departments: { lima: 4, puno: 5 } }))).toContain('add up to 9, the row says 10');
  });

  it('is refused when a share passes a hundred, a period runs backwards, or one row wants to be compared', () => {
    expect(why(aFigure({ unit: 'porcentaje-victimas', rows: [{ from: '2022-01', to: '2022-12', value: 120, sources: ['f'] }] }))).toContain('at most 100');
    expect(why(aFigure({ rows: [{ from: '2022-05', to: '2022-01', value: 1, sources: ['f'] }] }))).toContain('ends before it begins');
    expect(why(aFigure({ comparable: true }))).toContain('nothing to be compared with');
  });
});

describe('a reader', () => {
  it('reads periods as people say them', () => {
    const said = (from: string, to: string) => periodInWords({ from, to }, 'es-PE');
    expect([said('2018-01', '2018-12'), said('2009-01', '2017-12'), said('2018-01', '2018-11'), said('2020-01', '2025-06'), said('2007-01', '2014-04')]).toEqual([
      '2018', '2009–2017', 'enero–noviembre de 2018', '2020–junio de 2025', '2007–abril de 2014',
    ]);
  });

  it('reads numbers as Peru writes them', () => {
    expect([numberInWords(631), numberInWords(1430), numberInWords(497000), numberInWords(7.6)]).toEqual(['631', '1430', '497\u00a0000', '7,6']);
  });

  it('sees a revised number beside the first, and a part of a year drawn apart', () => {
    const chart = barChart([{ from: '2019-01', to: '2019-12', value: 476, revised: { value: 1266, sources: ['g'] }, sources: ['f'] }, { from: '2020-01', to: '2020-06', value: 100, sources: ['f'] }], 'es-PE', 'corregido');
    expect(chart.bars.map(({ label, value, later, part }) => ({ label, value, later, part }))).toEqual([
      { label: '2019', value: '476', later: false, part: false },
      { label: '2019, corregido', value: '1266', later: true, part: false },
      { label: 'enero–junio de 2020', value: '100', later: false, part: true },
    ]);
    const [first, revised, half] = chart.bars;
    expect((revised?.width ?? 0) / (first?.width ?? 1)).toBeCloseTo(1266 / 476, 1);
    expect(half?.width).toBeLessThan(first?.width ?? 0);
    expect(isYear({ from: '2020-01', to: '2020-06' })).toBe(false);
  });

  it('finds every department in the list, the largest first, none left out', () => {
    expect(departmentList({ lima: 5 }, [{ id: 'puno', name: 'Puno' }, { id: 'lima', name: 'Lima' }])).toEqual([{ name: 'Lima', value: 5 }, { name: 'Puno', value: 0 }]);
    expect([0, 24, 25, 99, 100, 455].map((n) => mapStep(n))).toEqual([0, 0, 1, 2, 3, 4]);
  });

  it('never meets a headline whose figure is gone', () => {
    expect(() => rowOf([], 'pnp-denuncias', '2022-01')).toThrow('content/figures does not have');
  });
});
