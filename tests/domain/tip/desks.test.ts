import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { deskProblems, deskSchema, publicDesk, type Desk } from '#domain/tip/desk.ts';
import { deskFor, fingerprintOf, keyOn, pinFor, readLetterbox } from '#domain/tip/letterbox.ts';
import { NO_REGION } from '#domain/tip/limits.ts';
import { regionIds } from '#domain/region.ts';
import { aDesk, aLetterbox, someKeys } from './builders.ts';

const { pinned } = await someKeys();
const other = await someKeys();
const pq = await someKeys('pq');
const today = '2026-11-24';
const national = aDesk('nacional', pinned.national, { national: true });
const tumbes = aDesk('tumbes', pinned.desk, { regions: ['tumbes', 'piura'] });
const rest = aDesk('resto', other.pinned.desk, { everywhereElse: true });

describe('the desks of content/desks', () => {
  const desks: Desk[] = readdirSync('content/desks').filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ id: name.replace('.yaml', ''), ...deskSchema.parse(parse(readFileSync(`content/desks/${name}`, 'utf8'))) }));

  it('are ready to practise with, and cover every region', () => {
    expect(deskProblems(desks, 'practice', today)).toEqual([]);
    expect(regionIds.map((id) => deskFor(desks.map(publicDesk), id)?.id).filter((id) => id === undefined)).toEqual([]);
    expect(deskFor(desks, 'tumbes')?.id).toBe('frontera-norte');
    expect(deskFor(desks, NO_REGION)?.id).toBe('resto-del-pais');
  });

  it('hold no secret key', () => {
    for (const name of readdirSync('content/desks')) expect(readFileSync(`content/desks/${name}`, 'utf8')).not.toMatch(/AGE-SECRET-KEY/i);
  });

  it('cannot stand in for a real letterbox while they are practice desks', () => {
    expect(deskProblems(desks.filter((desk) => desk.demo), 'intake', today).some((problem) => problem.includes('practice desk'))).toBe(desks.some((desk) => desk.demo));
  });
});

describe('a desk’s file', () => {
  const key = { recipient: pinned.desk, fingerprint: fingerprintOf(pinned.desk), validFrom: '2026-11-01', validTo: '2027-01-30' };
  const file = { name: 'Mesa Tumbes', who: 'Leemos tres personas.', regions: ['tumbes'], keys: [key] };
  const mistake = (more: object) => deskSchema.safeParse({ ...file, ...more }).error?.issues[0]?.message;

  it('is refused with a sentence when something is wrong', () => {
    expect(deskSchema.safeParse(file).success).toBe(true);
    expect(mistake({ keys: [{ ...key, fingerprint: fingerprintOf(pinned.national) }] })).toMatch(/fingerprint/);
    expect(mistake({ keys: [{ ...key, recipient: 'age1abc' }] })).toMatch(/age key/);
    expect(mistake({ keys: [{ ...key, validTo: '2026-10-01' }] })).toMatch(/validFrom/);
    expect(mistake({ keys: [] })).toMatch(/has a key at least/);
    expect(mistake({ demo: true })).toMatch(/practice desk has none/);
    expect(mistake({ regions: ['tumbez'] })).toMatch(/no region/);
    expect(mistake({ regions: [] })).toMatch(/from nowhere/);
    expect(mistake({ national: true })).toMatch(/national desk/);
    expect(mistake({ secret: 'AGE-SECRET-KEY-1' })).toBeDefined();
  });

  it('is checked against the others', () => {
    const real = (id: string, more: Partial<Desk>): Desk => ({ id, ...deskSchema.parse(file), regions: [], ...more });
    const good = [real('n', { national: true }), real('t', { regions: ['tumbes'] }), real('r', { everywhereElse: true })];
    expect(deskProblems(good, 'intake', today)).toEqual([]);
    expect(deskProblems([...good, real('p', { regions: ['tumbes'] })], 'intake', today).join()).toMatch(/belongs to t\.yaml/);
    expect(deskProblems(good.slice(1), 'intake', today).join()).toMatch(/0 desks say national/);
    expect(deskProblems(good.slice(0, 2), 'intake', today).join()).toMatch(/0 desks say everywhereElse/);
    expect(deskProblems(good, 'intake', '2027-02-01').join()).toMatch(/no key is valid today/);
    const hybrid = { ...key, recipient: pq.pinned.desk, fingerprint: fingerprintOf(pq.pinned.desk) };
    expect(deskProblems([...good.slice(0, 2), real('r', { everywhereElse: true, keys: [hybrid] })], 'intake', today).join()).toMatch(/choose one kind/);
  });
});

describe('choosing who reads a tip', () => {
  const letterbox = aLetterbox([national, tumbes, rest]);

  it('takes the region’s desk, or the one for everywhere else, and always the national one', () => {
    expect(pinFor(letterbox, 'piura', today)).toMatchObject({ ok: true, desk: { id: 'tumbes' }, pinned: { desk: pinned.desk, national: pinned.national } });
    expect(pinFor(letterbox, 'loreto', today)).toMatchObject({ desk: { id: 'resto' } });
    expect(pinFor(letterbox, NO_REGION, today)).toMatchObject({ desk: { id: 'resto' } });
  });

  it('is impossible without two desks whose keys are valid today and of one kind', () => {
    expect(pinFor(aLetterbox([tumbes, rest]), 'piura', today)).toEqual({ ok: false, fault: 'no-national' });
    expect(pinFor(aLetterbox([national, tumbes]), 'loreto', today)).toEqual({ ok: false, fault: 'no-desk' });
    expect(pinFor(aLetterbox([]), 'piura', today)).toEqual({ ok: false, fault: 'no-desk' });
    expect(pinFor(letterbox, 'piura', '2027-01-31')).toEqual({ ok: false, fault: 'no-valid-key' });
    expect(pinFor(letterbox, 'piura', '2026-10-31')).toEqual({ ok: false, fault: 'no-valid-key' });
    expect(pinFor(aLetterbox([national, aDesk('tumbes', pq.pinned.desk, { regions: ['piura'] })]), 'piura', today)).toEqual({ ok: false, fault: 'mixed-keys' });
  });

  it('takes the younger key while two are valid, so that keys can change without a gap', () => {
    const [old] = tumbes.keys;
    if (old === undefined) throw new Error('builder');
    const next = { ...old, recipient: other.pinned.national, validFrom: '2027-01-15', validTo: '2027-04-15' };
    const desk = { ...tumbes, keys: [old, next] };
    expect(keyOn(desk, '2027-01-14')).toBe(old);
    expect(keyOn(desk, '2027-01-15')).toBe(next);
    expect(keyOn(desk, '2027-02-20')).toBe(next);
  });

  it('trusts no list that is not whole', () => {
    expect(readLetterbox(JSON.parse(JSON.stringify(letterbox)))).toEqual(letterbox);
    const bent = [null, 'x', [], {}, { ...letterbox, v: 2 }, { ...letterbox, mode: 'composer' }, { ...letterbox, salt: '' }, { ...letterbox, desks: {} },
      { ...letterbox, desks: [{ ...national, keys: [{ ...national.keys[0], recipient: pinned.desk }] }] }, { ...letterbox, desks: [{ ...national, id: 3 }] }];
    for (const value of bent) expect(readLetterbox(value)).toBeNull();
  });
});
