import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadDirectory } from '../../../src/commands/directory-files.ts';
import { pointOf } from '#domain/place.ts';
import { buildIndex } from '#domain/service/search-index.ts';
import { search } from '#domain/service/search.ts';

interface Query { readonly q: string; readonly right: readonly string[] }

const { records, places, needs } = loadDirectory();
const index = buildIndex(records, places, needs);
const first = (question: string, n = 3) => search(index, question).hits.slice(0, n).map(({ record }) => record.id);
const fits = (id: string, right: readonly string[]) => right.some((each) => (each.endsWith('*') ? id.startsWith(each.slice(0, -1)) : id === each));

describe('a stranger types as they speak', () => {
  it.each(['queries', 'strangers', 'fresh'])('of tests/examples/directory/%s.yaml, the right service stands among the first three at least 19 times in 20', (name) => {
    const queries = parse(readFileSync(`tests/examples/directory/${name}.yaml`, 'utf8')) as Query[];
    const missed = queries.filter(({ q, right }) => !first(q).some((id) => fits(id, right))).map(({ q }) => q);
    expect(missed.length / queries.length, missed.join(' · ')).toBeLessThanOrEqual(0.05);
  });

  it('a camp leads to the office of its own district, however far the next town', () => {
    expect(first('mazuko', 1)).toEqual(['cem-madre-de-dios-inambari']);
    expect(first('el pedregal')).toContain('cem-arequipa-majes');
  });

  it('a district that no map gives a point counts from its province, not from the capital of the region', () => {
    const province = { province: 'Camaná', region: 'arequipa' as const, at: [-16.62, -72.71] as [number, number], districts: { 'Mariano Nicolás Valcárcel': null } };
    expect(pointOf([province], 'arequipa', ['Mariano Nicolás Valcárcel'])).toEqual([-16.62, -72.71]);
  });

  it('a lone cry for help is answered with the lines for all of Peru, however it is spelt', () => {
    for (const cry of ['ayuda', 'alluda', 'ausilio', 'help']) expect(first(cry, 1), cry).toEqual(['emergencia-105-pnp']);
  });

  it('the region beside a town only says where the town is', () => {
    expect(first('la rinconada puno', 1)).toEqual(['cem-puno-san-antonio-de-putina']);
  });

  it('whoever is in another country gets two of its own lines before those of Peru', () => {
    const [one, two] = first('colombia menor de edad abuso', 2);
    for (const id of [one, two]) expect(id).toMatch(/^co-/);
  });
});
