import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readDecision } from '#domain/desk/decision.ts';
import { recipientFault } from '#domain/desk/export.ts';
import { openPaper, PaperError, sealPaper } from '#domain/desk/paper.ts';
import { revealing } from '#domain/desk/revealing.ts';
import { bordersOf, suggestDesk } from '#domain/desk/routing.ts';
import { caseFiles } from '#domain/desk/export.ts';
import { caseFile } from '#domain/desk/case.ts';
import type { Region } from '#domain/region.ts';
import type { Tip } from '#domain/tip/tip.ts';
import { aDesk, aTip, someKeys } from '../tip/builders.ts';
import { anEntry, merge, tipId } from './builders.ts';

const regions: readonly Region[] = [
  { id: 'tumbes', name: 'Tumbes', aliases: ['aguas verdes', 'zarumilla'], neighbours: ['piura'], borders: ['EC'] },
  { id: 'puno', name: 'Puno', aliases: ['la rinconada', 'desaguadero'], neighbours: ['cusco'], borders: ['BO'] },
];
const keys = await someKeys();
const hybrid = await someKeys('pq');
const desks = [
  aDesk('norte', keys.pinned.desk, { regions: ['tumbes', 'piura'] }), aDesk('sur', keys.pinned.desk, { regions: ['puno'] }),
  aDesk('resto', keys.pinned.desk, { everywhereElse: true }), aDesk('nacional', keys.pinned.national, { national: true }),
];
const tip = (region: string, place: string, what = 'Buscan chicas.'): Pick<Tip, 'where' | 'what'> => ({ where: { region, place }, what });

describe('where a tip belongs', () => {
  it.each([
    ['a tip from Tumbes at the southern desk', tip('tumbes', ''), 'sur', 'norte', 'region'],
    ['a tip without region that names Aguas Verdes', tip('no-se', 'por Águas Verdes'), 'resto', 'norte', 'place'],
    ['a tip without region whose story names La Rinconada', tip('no-se', '', 'Las llevan a la Rinconada, a un bar.'), 'resto', 'sur', 'place'],
  ] as const)('%s goes to another', (_, given, here, to, because) => {
    expect(suggestDesk(given, here, desks, regions)).toMatchObject({ desk: { id: to }, because });
  });

  it.each([
    ['at its own desk', tip('tumbes', ''), 'norte'],
    ['without region or place', tip('no-se', ''), 'resto'],
    ['whose region counts more than a place in passing', tip('puno', 'viene de Zarumilla'), 'sur'],
    ['that only sounds like a place', tip('no-se', 'zarumillanos'), 'resto'],
  ])('a tip %s stays', (_, given, here) => {
    expect(suggestDesk(given, here, desks, regions)).toBeNull();
  });

  it('knows which countries a region touches', () => {
    expect(bordersOf('puno', regions)).toEqual(['BO']);
    expect(bordersOf('no-se', regions)).toEqual([]);
  });
});

describe('a reply that could tell on someone', () => {
  const story = { ...aTip({ what: 'En el bar de la esquina hay dos chicas que no dejan salir.' }) };
  it.each([
    ['Llama al 987 654 321', ['number']],
    ['Escribe a ana@ejemplo.pe', ['mail']],
    ['Mira wa.me/51', ['link']],
    ['Fuimos porque hay dos chicas que no dejan salir', ['quote']],
    ['Ya estamos en aguas verdes', ['place']],
    ['Tu aviso llegó. Para ayuda más rápida llama al 1818, opción 1.', []],
    ['Nos vemos en el mercado', ['place']],
  ])('%s', (reply, found) => {
    expect(revealing(reply, story)).toEqual(found);
  });
});

describe('the four decisions', () => {
  it('need a choice and a reason', () => {
    expect(readDecision('risk', [], 'x')).toEqual({ ok: false, fault: 'no-choice' });
    expect(readDecision('risk', ['high'], '  ')).toEqual({ ok: false, fault: 'no-reason' });
    expect(readDecision('visa', ['to-request'], 'Es venezolana')).toMatchObject({ ok: true, decision: { reason: 'Es venezolana' } });
  });
  it('take several kinds of help, but not «none» beside another, nor two risks', () => {
    expect(readDecision('assistance', ['health', 'lawyer'], 'x').ok).toBe(true);
    expect(readDecision('assistance', ['none-yet', 'lawyer'], 'x')).toEqual({ ok: false, fault: 'contradiction' });
    expect(readDecision('risk', ['high', 'low'], 'x')).toEqual({ ok: false, fault: 'unknown' });
  });
  it('take nothing that is not on the list', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string(), { minLength: 1 }), (about, choices) => {
      expect(readDecision(about, choices, 'x').ok).toBe(false);
    }));
  });
});

describe('a paper', () => {
  it('opens for each of its readers and for nobody else', async () => {
    const sealed = await sealPaper('{"a":1}', [keys.pinned.desk, keys.pinned.national]);
    expect(await openPaper(sealed, [keys.desk])).toEqual({ a: 1 });
    expect(await openPaper(sealed, [keys.national])).toEqual({ a: 1 });
    expect(await openPaper(sealed, [(await someKeys()).desk])).toBeNull();
  });
  it('has one size for short texts', async () => {
    const sizes = await Promise.all(['{}', JSON.stringify('x'.repeat(900))].map(async (json) => (await sealPaper(json, [keys.pinned.desk])).length));
    expect(new Set(sizes).size).toBe(1);
  });
  it.each([
    ['nobody', []],
    ['someone unreadable', ['age1x']],
    ['two kinds of key at once', [keys.pinned.desk, hybrid.pinned.desk]],
  ])('is not made for %s', async (_, recipients) => {
    await expect(sealPaper('{}', recipients)).rejects.toBeInstanceOf(PaperError);
  });
});

describe('a case that is handed over', () => {
  it('goes without the address and the key that could write to the tipster', () => {
    const { photos: _, ...words } = aTip();
    const address = `age1${'q'.repeat(58)}`;
    const whole: Tip = { v: 1, kind: 'tip', ...words, photos: [{ type: 'image/png', original: false, bytes: new Uint8Array([1, 2, 3]) }], reply: { address, threadKey: 'ab'.repeat(32) } };
    const files = caseFiles({ code: '0000 0000', tip: whole, followUps: [], file: caseFile(merge([]), tipId(1), anEntry(1)), text: 'Hola', receivedHour: 1 });
    expect(files.map(({ name }) => name)).toEqual(['caso.json', 'caso.txt', 'foto-1.png']);
    const json = new TextDecoder().decode(files[0]?.bytes);
    expect(json).not.toContain(address);
    expect(json).not.toContain('abab');
    expect(JSON.parse(json)).toMatchObject({ kind: 'sin-trampa-caso', tip: { hasReceipt: true, photos: [{ file: 'foto-1.png' }] } });
  });
  it.each([
    ['', 'empty'],
    ['AGE-SECRET-KEY-1QQQQ', 'secret'],
    ['hola', 'not-a-recipient'],
    [keys.pinned.desk, 'own'],
    [keys.pinned.national, null],
  ])('«%s» as recipient', (pasted, fault) => {
    expect(recipientFault(pasted, [keys.pinned.desk])).toBe(fault);
  });
});
