import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figureSchema, isYear, type Figure } from '#domain/figure/figure.ts';
import { countText, inflesz } from '#domain/readability.ts';
import words from '../../content/interface/es/figures.json' with { type: 'json' };

const folder = 'content/figures/es';
const figures = new Map(readdirSync(folder).map((name): [string, Figure] => [name.replace('.yaml', ''), figureSchema.parse(parse(readFileSync(`${folder}/${name}`, 'utf8')))]));
const sourceIds = new Set((parse(readFileSync('content/sources.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id));
const all = [...figures];
const rows = all.flatMap(([id, figure]) => figure.rows.map((row) => ({ id, unit: figure.unit, ...row })));

/** The evidence file's table (shared/research/prevention-evidence.md d3), copied by hand: first month, last month, number, unit. */
const evidence: readonly (readonly [string, string, number, string])[] = [
  ['2014-01', '2014-12', 552, 'casos'], ['2015-01', '2015-12', 889, 'casos'], ['2016-01', '2016-12', 1144, 'casos'],
  ['2015-01', '2015-12', 699, 'posibles-victimas'], ['2016-01', '2016-12', 1134, 'posibles-victimas'], ['2017-01', '2017-12', 1229, 'posibles-victimas'], ['2018-01', '2018-12', 1600, 'posibles-victimas'],
  ['2016-01', '2016-12', 2545, 'llamadas'], ['2009-01', '2017-12', 5707, 'denuncias'], ['2017-01', '2017-12', 1433, 'denuncias'], ['2018-01', '2018-11', 1279, 'denuncias'],
  ['2018-01', '2018-12', 882, 'victimas'], ['2019-01', '2019-12', 476, 'victimas'], ['2019-01', '2019-12', 509, 'denuncias'], ['2019-01', '2019-12', 1054, 'victimas'], ['2019-01', '2019-12', 765, 'victimas'],
  ['2020-01', '2020-12', 394, 'denuncias'], ['2020-01', '2020-12', 640, 'victimas'], ['2020-01', '2020-12', 470, 'victimas'], ['2020-01', '2020-12', 3915, 'denuncias'],
  ['2021-01', '2021-06', 277, 'denuncias'], ['2021-01', '2021-12', 535, 'denuncias'], ['2021-01', '2021-12', 1448, 'denuncias'], ['2021-01', '2022-06', 3525, 'victimas'],
  ['2022-01', '2022-12', 631, 'denuncias'], ['2022-01', '2022-12', 1430, 'victimas'], ['2022-01', '2022-12', 6107, 'denuncias'], ['2022-01', '2022-12', 105, 'condenas'],
  ['2023-01', '2023-04', 2222, 'denuncias'], ['2023-01', '2023-04', 688, 'denuncias'], ['2023-01', '2023-06', 1555, 'victimas'], ['2023-01', '2023-09', 2592, 'rescatadas'], ['2023-01', '2023-12', 1814, 'denuncias'],
  ['2022-01', '2023-12', 2268, 'victimas'], ['2024-01', '2024-07', 1128, 'rescatadas'], ['2024-01', '2024-12', 1900, 'denuncias'], ['2024-01', '2024-12', 30, 'condenas'],
  ['2024-01', '2024-12', 2284, 'casos'], ['2024-01', '2024-12', 583, 'victimas'], ['2025-01', '2025-06', 1067, 'denuncias'], ['2022-01', '2025-06', 7175, 'denuncias'],
  ['2020-01', '2025-06', 13600, 'victimas'], ['2018-01', '2022-12', 264, 'condenas'], ['2017-01', '2023-12', 74, 'porcentaje-victimas'], ['2009-01', '2017-12', 27, 'porcentaje-denuncias'],
  ['2015-01', '2015-12', 43, 'centimos-por-habitante'], ['2021-01', '2021-12', 12, 'centimos-por-habitante'], ['2022-01', '2022-12', 15, 'centimos-por-habitante'], ['2022-01', '2022-12', 497000, 'personas-encuesta'],
  ...[2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => [`${year}-01`, `${year}-12`, 2, 'nivel'] as const),
];

const cited = (figure: Figure): string[] => figure.rows.flatMap((row) => [...row.sources, ...(row.revised?.sources ?? [])]);

describe('the figures', () => {
  it.each(evidence)('the evidence of %s to %s says %d (%s), and so does the page', (from, to, value, unit) => {
    expect(rows.filter((row) => row.from === from && row.to === to && row.value === value && row.unit === unit)).toHaveLength(1);
  });

  it.each(all)('%s cites only sources that exist', (_, figure) => {
    expect(cited(figure).filter((id) => !sourceIds.has(id))).toEqual([]);
  });

  it('prints no row that the evidence does not have, but the map and the year 2024 of the budget', () => {
    const known = new Set(evidence.map((row) => row.join(' ')));
    expect(rows.filter(({ from, to, value, unit }) => !known.has([from, to, value, unit].join(' '))).map(({ id, value }) => [id, value])).toEqual([
      ['denuncias-por-lugar-2007-2014', 1976], ['presupuesto-por-habitante', 7.6],
    ]);
  });
});

describe('the traps that others fell into', () => {
  it('no series mixes two things: each has one unit, and the three numbers of 2022 stand in three series', () => {
    const year = rows.filter(({ from, to, value }) => from === '2022-01' && to === '2022-12' && [631, 1430, 6107].includes(value));
    expect(new Set(year.map(({ id }) => id)).size).toBe(3);
  });

  it('the special prosecutors and all prosecutors are never in one series', () => {
    expect(figures.get('fistrap-denuncias')?.rows.map(({ value }) => value)).toContain(688);
    expect(figures.get('mp-denuncias-sgf')?.rows.map(({ value }) => value)).not.toContain(688);
  });

  it('a revised number stands beside the first, with the source of each', () => {
    const revised = rows.flatMap(({ value, revised: later }) => (later === undefined ? [] : [[value, later.value]]));
    expect(revised).toEqual([[882, 1189], [476, 1266]]);
  });

  it('74 and 27 are shown together, each saying why they are not to be compared', () => {
    const [one, other] = [figures.get('captadas-por-oferta-mininter'), figures.get('captadas-por-oferta-mp')];
    expect([one?.pair, other?.pair]).toEqual(['captadas-por-oferta-mp', 'captadas-por-oferta-mininter']);
    expect(one?.notSaid).toContain('27');
    expect(other?.notSaid).toContain('74');
    expect(one?.unit).not.toBe(other?.unit);
  });

  it('money per head is in céntimos, never «0,12 céntimos»', () => {
    const budget = figures.get('presupuesto-por-habitante');
    expect(budget?.unit).toBe('centimos-por-habitante');
    expect(Math.min(...(budget?.rows.map(({ value }) => value) ?? []))).toBeGreaterThan(1);
  });

  it('totals that nobody could explain are not printed as figures', () => {
    expect(rows.filter(({ value }) => [29400, 2342].includes(value))).toEqual([]);
    expect(rows.filter(({ unit, value }) => unit.startsWith('porcentaje') && [73.4, 57.8, 1.58].includes(value))).toEqual([]);
  });

  it('the year of the quarantine says so, and an advertorial is called weak', () => {
    expect(rows.find(({ value }) => value === 394)?.detail).toContain('cuarentena');
    expect(rows.filter(({ weak }) => weak === true).map(({ value }) => value).sort()).toEqual([1555, 2268]);
  });

  it('a chart sets side by side only whole years, and parts of a year stand apart in it', () => {
    for (const [id, figure] of all.filter(([, { comparable }]) => comparable)) {
      const years = figure.rows.filter(isYear).map(({ from }) => from);
      expect(new Set(years).size, id).toBe(years.length);
    }
  });
});

it('someone who finished primary school can read why they disagree (INFLESZ 65 or more)', () => {
  const text = [words.lead, words.oneYearEnd, ...words.why, ...words.how, words.seriesLead, words.dataLead, ...all.flatMap(([, { base, notSaid }]) => [base, notSaid])].join('\n\n');
  expect(inflesz(countText(text))).toBeGreaterThanOrEqual(65);
});
