import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MLKEM768P256, MLKEM768X25519, p256 } from '#domain/tip/absent.ts';
import { tipToPayload } from '#domain/tip/content.ts';
import { openTip } from '#domain/tip/desk-open.ts';
import { open, OpenError, seal, SealError, SEALED_LENGTHS, sealReply, type Pinned } from '#domain/tip/seal.ts';
import { sealTip } from '#domain/tip/tipster.ts';
import { aTip, someKeys } from './builders.ts';

const payload = tipToPayload({ v: 1, kind: 'tip', ...aTip(), reply: null });
const random = new Uint8Array(32).fill(7);

async function faultOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'none';
  } catch (error) {
    if (error instanceof SealError || error instanceof OpenError) return error.fault;
    throw error;
  }
}

describe('sealing a tip', () => {
  it.each(['x25519', 'pq'] as const)('lets either desk open it, and nobody else (%s)', async (suite) => {
    const { desk, national, pinned } = await someKeys(suite);
    const photo = { type: 'image/jpeg', original: false, bytes: new Uint8Array(300_000).fill(3) } as const;
    const { sealed } = await sealTip(aTip({ photos: [photo] }), null, pinned, random);
    expect(SEALED_LENGTHS).toContain(sealed.length);
    for (const identity of [desk, national]) expect(await openTip(sealed, [identity])).toMatchObject(aTip({ photos: [photo] }));
    expect(await faultOf(openTip(sealed, [await generateX25519Identity()]))).toBe('no-key');
  });

  it('gives the same length whatever is written', async () => {
    const { pinned } = await someKeys();
    const lengths = await Promise.all([1, 300, 1_900, 4_000].map(async (n) => (await sealTip(aTip({ what: 'x'.repeat(n) }), null, pinned, random)).sealed.length));
    expect(new Set(lengths)).toEqual(new Set([8_490]));
  });

  it('lets nothing leave without exactly the two pinned desks', async () => {
    const [{ pinned }, other, pq] = [await someKeys(), await someKeys(), await someKeys('pq')];
    const list = [...pinned.list, ...pq.pinned.list];
    const wrong: [string, Pinned][] = [
      ['unknown-recipient', { desk: '', national: '', list: ['', ''] }],
      ['unknown-recipient', { ...pinned, list: [] }],
      ['unknown-recipient', { ...pinned, desk: other.pinned.desk }],
      ['unknown-recipient', { ...pinned, national: other.pinned.national }],
      ['unknown-recipient', { ...pinned, desk: 'age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e', list: ['age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e', pinned.national] }],
      ['same-recipient', { ...pinned, national: pinned.desk }],
      ['mixed-recipients', { desk: pinned.desk, national: pq.pinned.national, list }],
      ['age-failed', { ...pinned, desk: pinned.desk.slice(0, -1) + (pinned.desk.endsWith('q') ? 'p' : 'q'), list: [pinned.desk.slice(0, -1) + (pinned.desk.endsWith('q') ? 'p' : 'q'), pinned.national] }],
    ];
    for (const [fault, pins] of wrong) expect(await faultOf(seal(payload, pins))).toBe(fault);
    expect(await faultOf(seal(payload, pinned))).toBe('none');
  });

  it('lets nothing leave that does not fit an envelope', async () => {
    const { pinned } = await someKeys();
    expect(await faultOf(seal({ json: {}, parts: [new Uint8Array(3_000_000)] }, pinned))).toBe('bad-envelope');
    expect(await faultOf(sealReply(new Uint8Array(100), pinned.desk))).toBe('bad-envelope');
    expect(await faultOf(sealReply(new Uint8Array(8_192), 'nadie'))).toBe('unknown-recipient');
  });

  it('shows an altered or cut tip as damaged, wherever it was touched', async () => {
    const { desk, pinned } = await someKeys();
    const { sealed } = await sealTip(aTip(), null, pinned, random);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const bent = Uint8Array.from(sealed);
        bent[at] = (bent[at] ?? 0) ^ (1 << bit);
        expect(['damaged', 'no-key']).toContain(await faultOf(open(bent, [desk])));
        expect(['damaged', 'no-key']).toContain(await faultOf(open(sealed.slice(0, at), [desk])));
      }),
      { numRuns: 150 },
    );
  });

  it('tells a desk when a tip opens and is none of ours', async () => {
    const { desk, pinned } = await someKeys();
    const sealed = await seal({ json: { v: 1, kind: 'tip', surprise: true }, parts: [] }, pinned);
    expect(await faultOf(openTip(sealed, [desk]))).toBe('bad-envelope');
    expect(await faultOf(openTip(sealed, []))).toBe('no-key');
  });

  it('looks the same with a receipt and without', async () => {
    const { pinned } = await someKeys();
    const identity = await generateX25519Identity();
    const keys = { identity, address: await identityToRecipient(identity), token: new Uint8Array(32), threadKey: new Uint8Array(32) };
    const [with_, without] = [await sealTip(aTip(), keys, pinned, random), await sealTip(aTip(), null, pinned, random)];
    expect([with_.box.length, with_.sealed.length]).toEqual([without.box.length, without.sealed.length]);
  });

  it('is plain age: the library opens it without our code', async () => {
    const { desk, pinned } = await someKeys();
    const decrypter = new Decrypter();
    decrypter.addIdentity(desk);
    expect(await decrypter.decrypt((await sealTip(aTip(), null, pinned, random)).sealed, 'text')).toContain('mesera');
  });
});

describe('the pieces of age that the page leaves out', () => {
  it('throw when touched, so that a key of that kind seals nothing', () => {
    const pieces = { p256, MLKEM768P256, MLKEM768X25519 } as Record<string, { encapsulate: unknown }>;
    for (const piece of Object.values(pieces)) expect(() => piece.encapsulate).toThrow(/leaves out/);
  });
});
