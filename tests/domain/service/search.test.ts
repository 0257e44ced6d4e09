import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import phrases from '../../../content/interface/es/directory.json' with { type: 'json' };
import { regionSchema } from '#domain/region.ts';
import { buildIndex, type Need } from '#domain/service/search-index.ts';
import { inListOrder, searchRecord } from '#domain/service/search-record.ts';
import { search, type Filters } from '#domain/service/search.ts';
import { publishable } from '#domain/service/service-set.ts';
import { lettersApart, sound, stem } from '#domain/service/words.ts';
import { parseService } from './a-service.ts';

const files = readdirSync('content/services', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const services = publishable(files.map((file) => parseService(parse(readFileSync(`content/services/${file}`, 'utf8')) as Record<string, unknown>))).sort(inListOrder);
const regions = (parse(readFileSync('content/regions.yaml', 'utf8')) as unknown[]).map((each) => regionSchema.parse(each));
const index = buildIndex(services.map((service) => searchRecord(service, phrases.kinds[service.kind].one)), regions, phrases.needs as Need[]);

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
    expect(find('tumbez').corrected).toEqual([{ typed: 'tumbez', readAs: 'tumbes' }]);
    expect(find('tumbes').corrected).toEqual([]);
  });
});

describe('someone types what they need', () => {
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
  it.each(['', '   ', '📱💃🏽', 'ayuda', 'de la que', 'xqzwv', '‮مرحبا', '!!!'])('«%s» finds nothing and does no harm', (question) => {
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
