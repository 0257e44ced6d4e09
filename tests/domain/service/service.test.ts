import { describe, expect, it } from 'vitest';
import { checkServices, publishable } from '#domain/service/service-set.ts';
import { aService, aShelter, parseService } from './a-service.ts';

const without = (field: string) => Object.fromEntries(Object.entries(aService()).filter(([name]) => name !== field));
const phone = (different: object) => aService({ phones: [{ printed: '998800813', e164: '+51998800813', dial: '998800813', ...different }] });

describe('an editor writes a service', () => {
  it('and a complete one is taken, with nobody having called yet', () => {
    const service = parseService(aService());
    expect(service.verifiedOn).toBeNull();
    expect(service.whatsapp).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['has neither a page nor a citation behind it', without('publicCitation'), /sources: .*add one/],
    ['has no source date', without('sourceDate'), /sourceDate/],
    ['has a source date without a year', aService({ sourceDate: 'hace poco' }), /sourceDate: Write the year/],
    ['has a source of next year', aService({ sourceDate: '2027-01-01' }), /2027-01-01 is in the future/],
    ['is verified tomorrow', aService({ verifiedOn: '2026-11-25', verifiedBy: 'Equipo' }), /verifiedOn: 2026-11-25 is in the future/],
    ['is verified by nobody', aService({ verifiedOn: '2026-11-20' }), /verifiedBy: Fill in both/],
    ['names a region that Peru does not have', aService({ coverage: ['tumbez'] }), /«tumbez» is no region of Peru; did you mean «tumbes»\? Use one of/],
    ['names a country that the site does not cover', aService({ coverage: 'FR' }), /«FR» is no region/],
    ['has a source that is no address', aService({ sources: ['andina, 2025'] }), /sources\.0: .*https/],
    ['has a script for a page', aService({ web: ['javascript:alert(1)'] }), /web\.0: .*https/],
    ['has a mobile with ten digits', phone({ printed: '9988008131', dial: '9988008131', e164: '+519988008131' }), /wrong number of digits/],
    ['has a mobile with eight digits', phone({ printed: '99880081', dial: '99880081', e164: '+5199880081' }), /wrong number of digits/],
    ['has a Lima landline with a digit too few', phone({ printed: '(01) 311-030', dial: '01311030', e164: '+511311030' }), /wrong number of digits/],
    ['has a mobile of seven digits and no international form', phone({ printed: '9988008', dial: '9988008', e164: undefined }), /wrong number of digits/],
    ['has a toll-free number with a digit too many', phone({ printed: '0800-151700', dial: '0800151700', e164: undefined }), /wrong number of digits/],
    ['opens after it closes', aService({ opens: [{ days: ['lu'], from: '17:00', to: '08:00' }] }), /opens/],
    ['prints one number and dials another', phone({ dial: '998800814', e164: '+51998800814' }), /different numbers/],
    ['has letters in what is dialled', phone({ dial: '99880 0813' }), /Write only what a finger dials/],
    ['leaves its main category out of the list', aService({ categories: ['legal'] }), /Add «psychosocial»/],
    ['has a field that nobody knows', aService({ telefono: '105' }), /telefono/],
  ])('and is stopped when it %s', (_, raw, message) => {
    expect(() => parseService(raw)).toThrow(message);
  });

  it('and may leave the quotes off a date or a year: YAML turns them into something else', () => {
    expect(parseService(aService({ sourceDate: new Date('2025-12-26') })).sourceDate).toBe('2025-12-26');
    expect(parseService(aService({ sourceDate: 2024 })).sourceDate).toBe('2024');
    expect(parseService(aService({ verifiedOn: new Date('2026-11-20'), verifiedBy: 'Equipo' })).verifiedOn).toBe('2026-11-20');
  });

  it('and a withheld row may stay without a source: it reaches no page', () => {
    const { publicCitation, ...raw } = aService({ advice: 'do-not-publish' });
    expect(publicCitation).toBeDefined();
    expect(publishable([parseService(raw), parseService(aService({ id: 'otro' }))]).map(({ id }) => id)).toEqual(['otro']);
  });
});

describe('a shelter', () => {
  it('is reached by referral and nothing else', () => {
    expect(parseService(aShelter()).accessVia).toEqual(['linea-100']);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['its address', { address: 'Calle Falsa 1' }, /address of a shelter is never written/],
    ['its district', { district: 'Corrales' }, /no district; take the line out/],
    ['its town', { city: 'Tumbes' }, /no city/],
    ['a phone of its own', { phones: [{ printed: '998800813', dial: '998800813' }] }, /no phones of its own; write in accessVia/],
    ['an e-mail', { email: ['casa@ejemplo.pe'] }, /no email/],
    ['a street in its notes', { notes: 'Está en el Jr. Ucayali' }, /«Jr\.» in the text/],
    ['a phone in its notes', { notes: 'Pregunta al 998 800 813' }, /looks like a place or a phone/],
    ['a lot in a conflict', { conflicts: ['Otra fuente dice Mz B Lote 4'] }, /looks like a place/],
    ['coordinates', { services: ['Acogida en -3.56712'] }, /looks like a place/],
    ['no way in', { accessVia: [] }, /accessVia: Say whom to call/],
    ['a public place', { addressVisibility: 'public' }, /A shelter is «by-referral»/],
  ])('is refused when it shows %s', (_, different, message) => {
    expect(() => parseService(aShelter(different))).toThrow(message);
  });
});

describe('all services together', () => {
  const filed = (raw: Record<string, unknown>, file = `content/services/tumbes/${String(raw['id'])}.yaml`) => ({ file, service: parseService(raw) });
  const line = filed(aService({ id: 'linea-100' }));

  it('have one file an id', () => {
    expect(() => checkServices([line, { ...line, file: 'content/services/nacional/linea-100.yaml' }])).toThrow(/nacional\/linea-100\.yaml: the id «linea-100» also stands in content\/services\/tumbes/);
  });

  it('are found under their own name', () => {
    expect(() => checkServices([filed(aService(), 'content/services/tumbes/otro.yaml')])).toThrow(/otro\.yaml: its id is «cem-tumbes-prueba»; name the file/);
  });

  it('lead nobody to a service that is not there, or not shown', () => {
    expect(() => checkServices([filed(aShelter())])).toThrow(/accessVia names «linea-100», which is no service/);
    const hidden = filed(aService({ id: 'linea-100', advice: 'do-not-publish' }));
    expect(() => checkServices([hidden, filed(aShelter())])).toThrow(/which is not published/);
    expect(checkServices([line, filed(aShelter())]).size).toBe(2);
  });

  it('do not share a number, unless both say why', () => {
    const other = filed(aService({ id: 'cem-otro', name: 'CEM de al lado' }));
    expect(() => checkServices([line, other])).toThrow(/cem-otro\.yaml: «998800813» is also the number of «CEM de prueba» .*sharedPhone/);
    const note = { sharedPhone: 'Los dos contestan ahí.' };
    expect(checkServices([filed(aService({ id: 'linea-100', ...note })), filed(aService({ id: 'cem-otro', name: 'CEM de al lado', ...note }))]).size).toBe(2);
    expect(checkServices([line, filed(aService({ id: 'cem-otro', name: 'CEM de al lado', coverage: 'BR', phones: [{ printed: '100', dial: '100' }] })), filed(aService({ id: 'linea-peru', name: 'Línea de aquí', phones: [{ printed: '100', dial: '100' }] }))]).size).toBe(3);
  });
});
