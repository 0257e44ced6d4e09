import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import phrases from '../../../content/interface/es/directory.json' with { type: 'json' };
import { csv } from '#domain/csv.ts';
import { hsdsService, hsdsTables, taxonomyTerms } from '#domain/service/hsds.ts';
import { serviceView } from '#domain/service/view.ts';
import { stableId } from '#domain/service/stable-id.ts';
import { aService, aShelter, parseService, today } from './a-service.ts';
import { faultsOf } from './hsds-schema.ts';

const line = parseService(aService({ id: 'linea-100', name: 'Línea 100' }));
const context = { today, phrases, languageTag: 'es-PE', regions: new Map([['tumbes', { name: 'Tumbes' }]]), services: new Map([['linea-100', line]]) };
const exported = (raw: Record<string, unknown>) => {
  const service = parseService(raw);
  return hsdsService(service, serviceView(service, context), 'https://example.org/ayuda/x/', phrases, new Map([['tumbes', 'Tumbes']]));
};

describe('a programmer takes the open data', () => {
  it('and every service fits Open Referral’s own schema', () => {
    expect(faultsOf('service', exported(aService()))).toEqual([]);
    expect(faultsOf('service', exported(aService({ opens: [{ days: ['lu'], from: '08:00', to: '24:00' }], languages: ['es', 'qu'], whatsapp: [{ printed: '998800813', e164: '+51998800813', dial: '998800813' }] })))).toEqual([]);
    expect(faultsOf('service', exported(aShelter()))).toEqual([]);
  });

  it('the check itself sees what is wrong', () => {
    const { name, ...without } = exported(aService());
    expect(name).toBeDefined();
    expect(faultsOf('service', without)).toEqual(['service: name is missing']);
    expect(faultsOf('service', { ...exported(aService()), status: 'open', telefono: '1' })).toHaveLength(2);
    expect(faultsOf('service', { ...exported(aService()), id: 'cem' })[0]).toMatch(/uuid/);
  });

  it('what our profile adds is checked too: who leads to a shelter is an id, how its place is shown one of four words', () => {
    const shelter = exported(aShelter());
    expect(shelter['access_via']).toEqual([stableId('service linea-100')]);
    expect(faultsOf('service', { ...shelter, access_via: ['linea-100'] })[0]).toMatch(/access_via\[0\].*uuid/);
    expect(faultsOf('service', { ...shelter, address_visibility: 'secret' })[0]).toMatch(/none of public/);
  });

  it('a shelter has no location, no phone, and says whom to call', () => {
    const shelter = exported(aShelter());
    expect(shelter['service_at_locations']).toEqual([]);
    expect(shelter['phones']).toEqual([]);
    expect(shelter['application_process']).toMatch(/Línea 100: 998 800 813/);
  });

  it('the tables join: every id that is pointed to exists', () => {
    const tables = hsdsTables([exported(aService()), exported(aShelter())], taxonomyTerms(phrases));
    const ids = (name: string) => new Set((tables[name] ?? []).map(({ id }) => id));
    for (const { service_id } of [...(tables['phones'] ?? []), ...(tables['service_areas'] ?? [])]) expect(ids('services')).toContain(service_id);
    for (const { taxonomy_term_id } of tables['attributes'] ?? []) expect(ids('taxonomy_terms')).toContain(taxonomy_term_id);
    for (const { organization_id } of tables['services'] ?? []) expect(ids('organizations')).toContain(organization_id);
  });

  it('a comma or a quote in a cell breaks no table', () => {
    expect(csv([{ a: 'uno, dos', b: 'di «"x"»' }])).toBe('a,b\r\n"uno, dos","di «""x""»"\r\n');
  });

  it('an id stays the same, and no two texts of the directory share one', () => {
    expect(stableId('service linea-100')).toBe(stableId('service linea-100'));
    const many = Array.from({ length: 20_000 }, (_, at) => stableId(`service ${at}`));
    expect(new Set(many).size).toBe(many.length);
    expect(JSON.parse(readFileSync('tests/examples/hsds/service.json', 'utf8'))).toHaveProperty('required', ['id', 'name', 'status']);
  });
});
