import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../../src/commands/directory-files.ts';
import { buildIndex } from '#domain/service/search-index.ts';
import { search, type Filters } from '#domain/service/search.ts';
import { lettersApart, sound, stem } from '#domain/service/words.ts';

const { services, records, places, needs } = loadDirectory();
const index = buildIndex(records, places, needs);

const find = (question: string, filters: Filters = {}) => search(index, question, filters);
const ids = (question: string, filters: Filters = {}) => find(question, filters).hits.map(({ record }) => record.id);
const first = (question: string, n = 3, filters: Filters = {}) => ids(question, filters).slice(0, n);

describe('someone types where they are', () => {
  it.each([
    ['tumbez', 'tumbes'], ['TUMBES', 'tumbes'], ['tumb', 'tumbes'], ['cuzco', 'cusco'], ['ucallali', 'ucayali'], ['Pucalpa', 'ucayali'],
    ['la rinconada', 'puno'], ['mazuco', 'madre-de-dios'], ['puerto maldonado', 'madre-de-dios'], ['iquitos', 'loreto'], ['chiclallo', 'lambayeque'],
    ['tarapotto', 'san-martin'], ['juliaka', 'puno'], ['ancash', 'ancash'], ['huanuco', 'huanuco'], ['areqipa', 'arequipa'], ['trujiyo', 'la-libertad'],
  ])('«%s» finds %s, and only what serves it', (question, region) => {
    const found = find(question).hits;
    expect(found.length).toBeGreaterThan(5);
    for (const { record } of found) expect(record.regions).toContain(region);
  });

  it('a town comes before the rest of its region', () => {
    expect(services.find(({ id }) => id === first('juliaca', 1)[0])?.city).toBe('Juliaca');
    expect(services.find(({ id }) => id === first('aguas verdes', 1)[0])?.district).toBe('Aguas Verdes');
  });

  it('a district is not taken for the region of that name', () => {
    for (const { record } of find('san martín de porres').hits.slice(0, 5)) expect(record.regions).toContain('lima');
  });

  it('says when it read another word', () => {
    expect(find('tumbez').corrected).toEqual([{ typed: 'tumbez', readAs: 'Tumbes' }]);
    expect(find('tumbes').corrected).toEqual([]);
  });
});

describe('a place that stands in no entry', () => {
  it.each([
    ['la pampa', 'madre-de-dios'], ['mazuko', 'madre-de-dios'], ['delta uno', 'madre-de-dios'], ['secocha', 'arequipa'], ['relave', 'arequipa'], ['pataz', 'la-libertad'], ['sjl', 'lima'], ['vmt', 'lima'], ['ves', 'lima'],
    ['iñapari', 'madre-de-dios'], ['caballo cocha', 'loreto'], ['desaguadero', 'puno'], ['chala', 'arequipa'], ['carabaillo', 'lima'], ['hayabaca', 'piura'], ['guancayo', 'junin'],
  ])('«%s» leads to what serves it', (question, region) => {
    const { hits, regions } = find(question);
    expect(regions).toContain(region);
    expect(hits[0]?.record.regions).toContain(region);
  });

  it('leads to the nearest service first', () => {
    expect(find('la rinconada').hits[0]?.km).toBeLessThan(60);
    expect(services.find(({ id }) => id === first('sjl', 1)[0])?.district).toBe('San Juan de Lurigancho');
    expect(services.find(({ id }) => id === first('mazuko', 1)[0])?.district).toMatch(/Inambari|Huepetuhe/);
  });

  it('every province and every district is found, in its region, also without its accents', () => {
    const { provinces } = loadDirectory();
    expect(provinces).toHaveLength(196);
    const names = provinces.flatMap(({ province, region, districts }) => [province, ...Object.keys(districts)].map((name) => [name, region] as const));
    expect(names.length).toBeGreaterThan(2050);
    const bare = (name: string) => name.replace(/^(La|Las) /, '');
    const regions = new Set(places.regions.map(([, name]) => bare(name)));
    // «Ucayali» is also a province of Loreto, but who writes it means the region.
    const lost = names.filter(([name]) => !regions.has(bare(name))).filter(([name, region]) => !find(`${name.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')}`).regions.includes(region));
    expect(lost).toEqual([]);
  }, 120_000);

  it('a name that several places have keeps them all, and a second name settles it', () => {
    expect(find('miraflores').regions.length).toBeGreaterThan(1);
    expect(find('miraflores arequipa').regions).toEqual(['arequipa']);
  });

  it('an everyday word is no place: «me tratan mala», «quiere matar»', () => {
    expect(find('mi jefa es mala').regions).toEqual([]);
    expect(find('me quiere matar').regions).toEqual([]);
    expect(find('cem mala').regions).toContain('lima');
  });

  it('a country abroad is where she is, unless it is where she wants to go', () => {
    expect(find('mi hija se fue a bolivia y no contesta').regions).toEqual(['BO']);
    expect(find('quiero volver a venezuela').regions).toEqual([]);
  });
});

describe('someone types what they need', () => {
  it.each([
    ['me quitaron el DNI', 'linea-1818'], ['me kitaron mi dni', 'linea-1818'], ['mi hija no contesta', 'linea-114-desaparecidos'], ['no me pagan', 'sunafil-consultas'], ['nome pagan', 'sunafil-consultas'],
    ['estoy embarazada y sin papeles', 'linea-100'], ['estoy embarazada y sin papeles', 'ven-informado'], ['me pegan', 'linea-100'], ['quiero volver a mi país', 'ven-informado'], ['me amenazan con fotos', 'linea-1818'],
    ['me obligan a prostituirme', 'linea-1818'], ['me quiero morir', 'linea-113-opcion-5'], ['la policía no me hace caso', 'defensoria-del-pueblo'], ['tengo 16 años y necesito ayuda', 'linea-anna-1810'],
  ])('«%s» has %s among the first three', (question, id) => {
    expect(first(question)).toContain(id);
  });

  it('with a place, what is there comes first, and a line next', () => {
    const [here, line] = find('me pegan en huancayo').hits;
    expect(here?.record.kind).toBe('cem');
    expect(here?.record.regions).toEqual(['junin']);
    expect(line?.record.id).toBe('linea-100');
  });

  it('says what it understood', () => {
    expect(find('me quitaron el dni').needs).toEqual(['Me quitaron el DNI']);
    expect(find('cem juliaca').needs).toEqual([]);
  });

  it('rows whose source is over a year old come after fresh ones that are as near', () => {
    const cems = find('cem juliaca').hits.filter(({ record }) => record.kind === 'cem');
    expect(cems.length).toBeGreaterThan(1);
    const two = buildIndex([{ ...records.find(({ kind }) => kind === 'cem') as (typeof records)[number], id: 'viejo', old: true }, { ...records.find(({ kind }) => kind === 'cem') as (typeof records)[number], id: 'fresco' }], places, needs);
    expect(search(two, 'cem').hits.map(({ record }) => record.id)).toEqual(['fresco', 'viejo']);
  });

  it('a point on the phone orders by distance and names its region', () => {
    const near = { lat: -15.5, lng: -70.13 };
    const { hits } = find('', { near });
    expect(hits[0]?.record.regions).toContain('puno');
    expect(services.find(({ id }) => id === hits[0]?.record.id)?.district).toBe('Juliaca');
  });

  it('free of charge and language narrow to what a source says', () => {
    for (const { record } of find('', { free: true }).hits) expect(record.free).toBe(true);
    const ids = find('', { language: 'ay' }).hits.map(({ record }) => record.id);
    expect(ids).toContain('linea-100');
    for (const { record } of find('', { language: 'ay' }).hits) expect(record.languages).toContain('ay');
  });

  it('«no me pagan lima» leads to the labour lines', () => {
    expect(first('no me pagan lima')).toContain('linea-1819-trabajo-forzoso');
    expect(first('no me pagan', 4)).toContain('sunafil-consultas');
  });

  it('a need with a place shows that place, a need alone shows the national line', () => {
    expect(first('abogado en juliaca', 1)).toEqual(['alegra-juliaca']);
    expect(first('fiscalía tacna', 1)).toEqual(['fistrap-tacna']);
    expect(first('abogado', 1)).toEqual(['alegra-nacional']);
    expect(first('mi hija no contesta', 3)).toContain('linea-114-desaparecidos');
    expect(first('soy migrante en tumbes', 4)).toContain('pao-tumbes-unicef');
  });

  it('a number or a name finds its line', () => {
    expect(first('1818', 1)).toEqual(['linea-1818']);
    expect(first('1810', 1)).toEqual(['linea-anna-1810']);
    expect(first('línea 100', 3)).toContain('linea-100');
  });

  it('filters narrow by region, help and person, and keep what serves all of Peru', () => {
    const legal = find('', { region: 'puno', help: 'legal' }).hits.map(({ record }) => record);
    expect(legal[0]?.id).toBe('alegra-juliaca');
    for (const record of legal) {
      expect(record.help).toContain('legal');
      expect(record.regions.length === 0 || record.regions.includes('puno')).toBe(true);
    }
    for (const { record } of find('tumbes', { who: 'migrants' }).hits) expect(record.who.some((each) => each === 'migrants' || each === 'anyone')).toBe(true);
  });
});

describe('a question that is none', () => {
  it.each(['', '   ', '📱💃🏽', 'de la que', 'xqzwv', '‮مرحبا', '!!!'])('«%s» finds nothing and does no harm', (question) => {
    expect(find(question).hits).toEqual([]);
  });

  it('HTML is words like any others', () => {
    const found = find('<img src=x onerror=alert(1)>tumbes');
    expect(found.regions).toEqual(['tumbes']);
    expect(found.hits.map(({ record }) => record.id)).toContain('fistrap-tumbes');
  });

  it('ten thousand letters, or words, are cut short', () => {
    expect(find('a'.repeat(10_000)).hits).toEqual([]);
    expect(find('tumbes '.repeat(10_000)).regions).toEqual(['tumbes']);
    expect(find('zzqx '.repeat(10_000)).hits).toEqual([]);
  });

  it('whatever is typed, every hit is a service and comes once', () => {
    const known = new Set(services.map(({ id }) => id));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.constantFrom('tumbez', 'no', 'me', 'pagan', '<b>', 'puno', 'cem', '105', 'ñ'), { maxLength: 8 }).map((words) => words.join(' '))), (question) => {
        const found = ids(question);
        expect(new Set(found).size).toBe(found.length);
        for (const id of found) expect(known.has(id)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('accents and capitals change nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...services.slice(0, 300)), ({ name }) => {
      expect(ids(name.toUpperCase())).toEqual(ids(name.normalize('NFD').toLowerCase()));
    }), { numRuns: 30 });
  });
});

describe('words', () => {
  it('sound alike when a Peruvian would write them either way', () => {
    for (const [a, b] of [['benesuela', 'venezuela'], ['ucallali', 'ucayali'], ['tumbez', 'tumbes'], ['uancayo', 'huancayo'], ['kusko', 'cusco'], ['sicologo', 'sicologo']] as const) expect(sound(a)).toBe(sound(b));
    expect(sound('lima')).not.toBe(sound('loma'));
  });

  it('lose their plural, and a stem stays a stem', () => {
    expect([stem('comisarias'), stem('defensores'), stem('ica'), stem('mes')]).toEqual(['comisaria', 'defensor', 'ica', 'mes']);
  });

  it('are as many letters apart one way as the other', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => {
      expect(lettersApart(a, b, 3)).toBe(lettersApart(b, a, 3));
      expect(lettersApart(a, b, 3) === 0).toBe(a === b);
    }));
    expect(lettersApart('tumbes', 'tubmes', 2)).toBe(1);
  });
});
