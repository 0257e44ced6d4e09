import { describe, expect, it } from 'vitest';
import { resolveHelp, type HelpBook } from '#domain/self-check/help.ts';

const file = 'content/self-checks/es/prueba.yaml';
const aService = (id: string, number: string) => ({ id, name: `Servicio ${id}`, href: `/ayuda/${id}/`, phones: number === '' ? [] : [{ href: `tel:${number}`, number }] });
const aBook = (over: Partial<HelpBook> = {}): HelpBook => ({
  people: { 'persona-adulta': 'Una persona adulta' },
  lines: { 'linea-1818': { number: '1818, opción 1', about: 'Trata.' } },
  pages: { '/ayuda/': 'Ayuda' },
  services: new Map([aService('linea-1818', '1818'), aService('sunafil', '0800-16872')].map((service) => [service.id, service])),
  ...over,
});

describe('the help that a feedback names', () => {
  it('a person near has a name and nothing to press', () => {
    expect(resolveHelp('persona-adulta', aBook(), file)).toEqual({ id: 'persona-adulta', kind: 'person', label: 'Una persona adulta' });
  });

  it('a national line is called with the number that the directory holds', () => {
    expect(resolveHelp('linea-1818', aBook(), file)).toMatchObject({ kind: 'line', label: '1818, opción 1', href: 'tel:1818' });
  });

  it('any other service leads to its own page, where its number stands with its doubts', () => {
    expect(resolveHelp('sunafil', aBook(), file)).toEqual({ id: 'sunafil', kind: 'page', label: 'Servicio sunafil', href: '/ayuda/sunafil/' });
  });

  it('the build stops when the printed number and the directory part ways', () => {
    const moved = new Map([['linea-1818', aService('linea-1818', '1900')]]);
    expect(() => resolveHelp('linea-1818', aBook({ services: moved }), file)).toThrow(/prueba\.yaml: «linea-1818» is printed as 1818, opción 1, but the directory has 1900/);
    expect(() => resolveHelp('linea-1818', aBook({ services: new Map([['linea-1818', aService('linea-1818', '')]]) }), file)).toThrow('no number');
  });

  it('the build stops, and names the file, when a help leads nowhere', () => {
    expect(() => resolveHelp('/nada/', aBook(), file)).toThrow(/prueba\.yaml: the help «\/nada\/» is no page/);
    expect(() => resolveHelp('linea-999', aBook(), file)).toThrow(/prueba\.yaml: the help «linea-999» is neither/);
    expect(() => resolveHelp('persona-rara', aBook(), file)).toThrow('neither');
  });
});
