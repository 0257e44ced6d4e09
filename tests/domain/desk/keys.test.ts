import { describe, expect, it } from 'vitest';
import { makeDrill, readDrill } from '#domain/desk/drill.ts';
import { deskOfFile, keyFileName, newKey, openKey, publicKey, readKeyText, sealKey, keyText } from '#domain/desk/key-file.ts';
import { deskKeySchema } from '#domain/tip/desk.ts';
import { someKeys } from '../tip/builders.ts';

const PASSPHRASE = 'cinco palabras bien al azar';
const CHEAP = 8;

describe('a desk’s key', () => {
  it('opens with its passphrase and with no other', async () => {
    const key = await newKey('norte', '2026-11-24', 'x25519');
    const file = await sealKey(key, PASSPHRASE, CHEAP);
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(file).not.toContain(key.recipient);
    expect(await openKey(file, PASSPHRASE)).toEqual({ ok: true, key });
    expect(await openKey(file, `${PASSPHRASE} `)).toEqual({ ok: false, fault: 'wrong-passphrase' });
  });
  it('serves 90 days, and its public half is what content/desks takes', async () => {
    const item = publicKey(await newKey('norte', '2026-11-24', 'x25519'));
    expect(item).toMatchObject({ validFrom: '2026-11-24', validTo: '2027-02-22' });
    expect(deskKeySchema.parse(item)).toEqual(item);
  });
  it.each(['', 'hola', '-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n-----END AGE ENCRYPTED FILE-----'])('«%s» is no key file, and a state rather than a crash', async (text) => {
    expect(await openKey(text, PASSPHRASE)).toMatchObject({ ok: false });
  });
  it('is not made with a short passphrase', async () => {
    await expect(sealKey(await newKey('norte', '2026-11-24', 'x25519'), 'corta', CHEAP)).rejects.toThrow(/too short/);
  });
  it('can be hybrid, and then its text names a hybrid recipient', async () => {
    const key = await newKey('norte', '2026-11-24', 'pq');
    expect((await readKeyText(keyText(key)))?.recipient).toMatch(/^age1pq1/);
  });
  it('has a file name that tells the desk', () => {
    expect(keyFileName({ desk: 'frontera-norte', validFrom: '2026-11-24' }, 2)).toBe('frontera-norte.2026-11-24.2.age');
    expect(deskOfFile('frontera-norte.2026-11-24.2.age')).toBe('frontera-norte');
    expect(['papel.txt', 'frontera-norte.2026-11-24.papel.txt', '../x.2026-11-24.age'].map(deskOfFile)).toEqual([null, null, null]);
  });
});

describe('the drill', () => {
  it('proves both keys, each by itself, with one code', async () => {
    const { desk, national, pinned } = await someKeys();
    const { sealed, code } = await makeDrill(pinned, new Uint8Array(8).fill(0xab));
    expect(code).toBe('abab abab abab abab');
    expect(await readDrill(sealed, [desk])).toEqual({ ok: true, code });
    expect(await readDrill(sealed, [national])).toEqual({ ok: true, code });
  });
  it('says which way it failed', async () => {
    const { desk, pinned } = await someKeys();
    const { sealed } = await makeDrill(pinned, new Uint8Array(8));
    expect(await readDrill(sealed, [(await someKeys()).desk])).toEqual({ ok: false, fault: 'no-key' });
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(await readDrill(sealed, [desk])).toEqual({ ok: false, fault: 'damaged' });
  });
  it('is not made with half the keys', async () => {
    const { pinned } = await someKeys();
    await expect(makeDrill({ ...pinned, national: pinned.desk }, new Uint8Array(8))).rejects.toThrow('same-recipient');
  });
});
