import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import phrases from '../../content/interface/es/directory.json' with { type: 'json' };
import { checkRegions, regionSchema } from '#domain/region.ts';
import { directoryData } from '#domain/service/directory-data.ts';
import { attendsWithoutPapers } from '#domain/service/papers.ts';
import { inListOrder, searchRecord } from '#domain/service/search-record.ts';
import { checkServices, publishable } from '#domain/service/service-set.ts';
import { serviceSchema, type Service } from '#domain/service/service.ts';
import { placeOf, serviceView } from '#domain/service/view.ts';

const today = new Date().toISOString().slice(0, 10);
const files = readdirSync('content/services', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
const filed = files.map((name) => {
  const file = `content/services/${name}`;
  const result = serviceSchema(today).safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file}: ${result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
  return { file, service: result.data };
});
const all = checkServices(filed);
const shown = publishable(all.values()).sort(inListOrder);
const regions = checkRegions((parse(readFileSync('content/regions.yaml', 'utf8')) as unknown[]).map((each) => regionSchema.parse(each)));
const context = { today, phrases, languageTag: 'es-PE', regions: new Map(regions.map((region) => [region.id as string, region])), services: new Map(shown.map((service) => [service.id, service])) };
const views = shown.map((service) => serviceView(service, context));
const by = (id: string): Service => {
  const service = all.get(id);
  if (service === undefined) throw new Error(`no ${id}`);
  return service;
};

/** What every built page, list and data file is made of, as text. */
const everything = JSON.stringify([views, directoryData(shown.map((service, at) => ({ record: searchRecord(service, ''), view: views[at] as (typeof views)[number], place: placeOf(service, context) })))]);

describe('the directory', () => {
  it('holds the 682 rows of the research, each under its own name', () => {
    expect(all.size).toBe(682);
    expect(new Set(files.map((file) => file.split('/')[0])).size).toBe(27);
  });

  it('shows 671 of them; the eleven that the research withholds reach nothing that is built', () => {
    const withheld = [...all.values()].filter(({ advice }) => advice === 'do-not-publish');
    expect(withheld).toHaveLength(11);
    expect(shown).toHaveLength(671);
    for (const { id, phones, address } of withheld) {
      expect(everything).not.toContain(`"${id}"`);
      for (const { dial } of phones) expect(everything).not.toContain(`tel:${dial}"`);
      if (address !== undefined) expect(everything).not.toContain(address);
    }
  });

  it('has a source or a citation, and a date, behind every row that is shown', () => {
    for (const { id, sources, publicCitation, sourceDate } of shown) {
      expect(sources.length > 0 || publicCitation !== undefined, id).toBe(true);
      expect(sourceDate, id).toMatch(/\d{4}|sin fecha/);
    }
  });

  it('has not been called by anyone yet', () => {
    for (const { id, verifiedOn, verifiedBy } of all.values()) expect([id, verifiedOn, verifiedBy]).toEqual([id, null, null]);
  });

  it('never says that 1810 answers day and night', () => {
    expect(JSON.stringify(views.filter(({ id }) => id === 'linea-anna-1810'))).not.toMatch(/24 ?h|24 horas|día y noche/);
    expect(phrases.pinned.find(({ id }) => id === 'linea-anna-1810')?.who).toMatch(/100 o al 105/);
  });

  it('does not call a mobile WhatsApp that no source calls so', () => {
    expect(shown.filter(({ kind }) => kind === 'cem').flatMap(({ whatsapp }) => whatsapp)).toEqual([]);
    expect(shown.filter(({ whatsapp }) => whatsapp.length > 0)).toHaveLength(4);
  });

  it('takes no general knowledge for a source: a cost stands only where one names it', () => {
    for (const { id, cost = '' } of shown) expect(cost, id).not.toMatch(/no lo precisa|No indicado/);
    expect(by('cem-tumbes-aguas-verdes').cost).toBeUndefined();
  });

  it('prints no number that the research could not confirm', () => {
    for (const number of ['1884', '0800-2-3232', '0800-22210', '424 8266', '424-8266', '637-3704', '949 604 724', '4213396', '2424346', '800 14 0348', '980047461', '9329499263', '989287117', '99656-5008']) expect(everything).not.toContain(number);
  });

  it('says every recorded conflict in words for a reader', () => {
    expect(shown.filter(({ conflicts }) => conflicts.length > 0).length).toBeGreaterThanOrEqual(78);
    for (const { id, conflicts } of shown) for (const conflict of conflicts) expect(conflict, id).not.toMatch(/CONFLICTO|source_url|ubigeo|frente a/);
  });
});

describe('the shelters', () => {
  const shelters = shown.filter(({ category }) => category === 'shelter-referral');

  it('are 29, and each names whom to call', () => {
    expect(shelters).toHaveLength(29);
    for (const { id, accessVia } of shelters) expect(accessVia.length, id).toBeGreaterThan(0);
  });

  it('have no place smaller than a region, no phone, no mail and no page of their own', () => {
    for (const service of shelters) {
      const view = views.find(({ id }) => id === service.id);
      expect(view?.phones, service.id).toEqual([]);
      expect(view?.address, service.id).toBeUndefined();
      expect([...regions.map(({ name }) => name), phrases.placeNational], service.id).toContain(view?.place);
      expect([service.email, service.web, service.whatsapp], service.id).toEqual([[], [], []]);
    }
  });
});

describe('the words of the directory', () => {
  it('explain every kind, help and person, and pin lines that exist', () => {
    for (const { kind, categories, audiences } of shown) {
      expect(phrases.kinds[kind].about.length).toBeGreaterThan(5);
      for (const each of categories) expect(phrases.helps[each]).toBeTruthy();
      for (const each of audiences) expect(phrases.audiences[each]).toBeTruthy();
    }
    for (const { id } of phrases.pinned) expect(context.services.has(id), id).toBe(true);
  });

  it('say of people without papers only what a source says, and link it', () => {
    const told = views.filter(({ withoutPapers }) => withoutPapers !== undefined);
    expect(told.map(({ id }) => id)).toEqual(shown.filter(attendsWithoutPapers).map(({ id }) => id));
    for (const { id, kind, sources } of told) expect(sources.some(({ href }) => href === phrases.papers[kind as 'cem'].href), id).toBe(true);
  });

  it('name every language in words', () => {
    for (const { languages } of shown) for (const code of languages) expect(Object.keys(phrases.languageNames)).toContain(code);
  });
});

/** Only where the research lies beside the project; a clean clone has no such folder. */
const given = '../shared/data/directory.json';
describe.runIf(existsSync(given))('beside the given data', () => {
  interface Row { id: string; name: string; phones: { dial: string; printed: string }[]; address: string | null; district: string | null; province: string | null; source_date: string; confidence: string; publish_advice: string; sources: string[] }
  const rows = existsSync(given) ? (JSON.parse(readFileSync(given, 'utf8')) as Row[]) : [];

  it('every row carries the same name, phones, place, confidence and sources', () => {
    for (const row of rows) {
      const service = by(row.id);
      expect(service.name).toBe(row.name);
      expect(service.phones.map(({ dial, printed }) => [dial, printed])).toEqual(row.phones.map(({ dial, printed }) => [dial, printed]));
      expect([service.address, service.district, service.province].map((each) => each ?? null)).toEqual([row.address, row.district, row.province]);
      expect(service.confidence).toBe(row.confidence);
      for (const source of row.sources) expect(service.sources).toContain(source);
      expect(service.sourceDate).toBe(row.source_date.replaceAll('unknown', 'sin fecha visible').trim());
    }
  });
});
