import { describe, expect, it } from 'vitest';
import { asName, packInstant, unpackInstant, usualId, type InstantRegion, type InstantRow } from '#domain/search/instant-data.ts';
import { buildInstant, growInstant, searchInstant } from '#domain/search/instant-search.ts';

const rows: InstantRow[] = [
  { kind: 'herramienta', title: 'Revisa una oferta de trabajo', path: '/revisa/', also: 'oferta anuncio falsa estafa' },
  { kind: 'necesidad', title: 'Me quitaron el DNI', path: '/ayuda/linea-1818/', note: 'Línea 1818', also: 'documento papel quit reten jef' },
  { kind: 'articulo', title: 'Trabajo en la mina: qué mirar antes de subir', path: '/articulos/campamentos-mineros/', note: 'Me ofrecieron un trabajo', also: 'campamentos mineros oro' },
];
const regions: InstantRegion[] = [
  {
    id: 'tumbes',
    name: 'Tumbes',
    places: ['Zarumilla', 'Aguas Verdes', 'Tumbes', 'puente internacional'],
    services: [
      { id: 'cem-tumbes-zarumilla', name: 'CEM Regular Zarumilla' },
      { id: 'alegra-tumbes', name: 'ALEGRA Tumbes' },
    ],
  },
  { id: 'lima', name: 'Lima', places: ['sjl', 'San Juan de Lurigancho'], services: [] },
];
const index = buildInstant(unpackInstant(packInstant(rows, regions)));
const found = (question: string): string[] => searchInstant(index, question).map(({ path }) => path);

describe('the instant search', () => {
  it.each([
    ['me quitaron el dni', '/ayuda/linea-1818/'],
    ['ME QUITARON MI DNI', '/ayuda/linea-1818/'],
    ['tumbes', '/ayuda/region/tumbes/'],
    ['sarumiya', '/ayuda/region/tumbes/'],
    ['oferta falsa', '/revisa/'],
    ['mina', '/articulos/campamentos-mineros/'],
    ['campamneto', '/articulos/campamentos-mineros/'],
    ['sjl', '/ayuda/region/lima/'],
    ['cem zarumilla', '/ayuda/cem-tumbes-zarumilla/'],
  ])('to «%s» it answers first with %s', (question, path) => {
    expect(found(question)[0]).toBe(path);
  });

  it('hears «tumbez» as Tumbes, and finds the region before its services', () => {
    expect(found('tumbez')).toEqual(['/ayuda/region/tumbes/', '/ayuda/alegra-tumbes/', '/ayuda/cem-tumbes-zarumilla/']);
  });

  it('guesses nothing before all places are there, but hears a name that sounds the same', () => {
    const first = buildInstant(unpackInstant(packInstant(rows, regions.map((region) => ({ ...region, places: [], services: [] })))));
    const early = (question: string): string[] => searchInstant(first, question, 8, false).map(({ path }) => path);
    expect(early('tumbez')).toEqual(['/ayuda/region/tumbes/']);
    // «campamneto» could still be a place.
    expect(early('campamneto')).toEqual([]);
    growInstant(first, unpackInstant(packInstant([], regions)));
    expect(searchInstant(first, 'campamneto')[0]?.path).toBe('/articulos/campamentos-mineros/');
    expect(searchInstant(first, 'cem zarumilla')[0]?.path).toBe('/ayuda/cem-tumbes-zarumilla/');
  });

  it('answers from the first letter on', () => {
    expect(found('t').length).toBeGreaterThan(0);
    expect(found('z')).toContain('/ayuda/region/tumbes/');
  });

  it('stays silent where it knows nothing, and answers no question with half of it', () => {
    for (const question of ['', '   ', '!!!', 'zzzqqqxxx', 'campeonato de fútbol', 'a'.repeat(5_000)]) expect(found(question), question).toEqual([]);
    expect(found('oferta zzzqqq')).toEqual([]);
  });

  it('shows one place once, though three names lead to it', () => {
    const paths = found('aguas verdes');
    expect(paths.filter((path) => path === '/ayuda/region/tumbes/')).toHaveLength(1);
  });
});

describe('the file that the instant search reads', () => {
  it('keeps every row, place and service, with its address', () => {
    const back = unpackInstant(packInstant(rows, regions));
    expect(back.filter(({ kind }) => kind !== 'lugar' && kind !== 'ayuda').map(({ title, path }) => [title, path])).toEqual(rows.map(({ title, path }) => [title, path]));
    for (const { id, services, places } of regions) {
      for (const service of services) expect(back).toContainEqual(expect.objectContaining({ title: service.name, path: `/ayuda/${service.id}/` }));
      for (const place of places) expect(back.some(({ title, path }) => title === asName(place) && path === `/ayuda/region/${id}/`), place).toBe(true);
    }
  });

  it('writes a place once, also when a service is called after it', () => {
    const [, , places] = packInstant([], regions).regions[0] ?? [];
    expect(places?.split('|')).toEqual(['Aguas Verdes', 'puente internacional']);
  });

  it('tells the id of most services from their names', () => {
    expect(usualId('amazonas', 'CEM Regular Rodríguez de Mendoza')).toBe('cem-amazonas-rodriguez-de-mendoza');
  });

  it('prints nicknames as people do', () => {
    expect(['sjl', 'canto grande', 'madre de dios', 'San Juan'].map(asName)).toEqual(['SJL', 'Canto Grande', 'Madre de Dios', 'San Juan']);
  });
});
