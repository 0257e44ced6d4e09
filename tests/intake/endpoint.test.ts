import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, Reader } from '#domain/tip/bytes.ts';
import { FAULTS } from '#domain/tip/faults.ts';
import { boxOf } from '#domain/tip/receipt-keys.ts';
import { solveProof } from '#domain/tip/proof.ts';
import { encodeRequest, HEAD, type Deposit } from '#domain/tip/wire.ts';
import { encodeDeskRequest } from '#domain/tip/wire-desk.ts';
import { makeChallenge } from '#intake/proof.ts';
import { aLetterbox, chunks, deposit, faultOf, post, random, sealedLike, signKeys, type TestLetterbox } from './support/letterbox.ts';

let box: TestLetterbox;
beforeAll(async () => { box = await aLetterbox(); });
afterAll(() => box.close());

async function aProof(one = box, now = one.time.now): Promise<Uint8Array> {
  const proof = await solveProof(await makeChallenge({ cost: 2, least: 0, most: 2 }, one.tools.secret, now, 0.5));
  if (proof === null) throw new Error('no proof');
  return proof;
}
const aDeposit = async (more: Partial<Deposit> = {}): Promise<Deposit> => ({
  op: 'deposit', retryKey: random(16), box: random(32), desk: 'tumbes', proof: await aProof(), sealed: sealedLike(), ...more,
});
const stored = async (one = box) => Number((await one.store.transaction((sql) => sql('SELECT COUNT(*) AS n FROM tip')))[0]?.['n']);
const fault = async (body: Uint8Array, more: Parameters<typeof post>[2] = {}) => faultOf(await post(box.handle, body, more));

describe('the one endpoint', () => {
  it('keeps a good tip', async () => {
    expect(await fault(encodeRequest(await aDeposit()))).toBe('none');
  });

  it('has a clear answer to everything else, and stores nothing', async () => {
    const before = await stored();
    const good = encodeRequest(await aDeposit());
    const large = new Uint8Array(70_000).fill(1);
    large.set(good.subarray(0, HEAD));
    const altered = Uint8Array.from(good).fill(0x78, 57, 58);
    const cases: [string, Uint8Array, Parameters<typeof post>[2]?][] = [
      ['wrong-method', good, { method: 'GET' }],
      ['wrong-method', good, { method: 'PUT' }],
      ['wrong-type', good, { contentType: 'application/json' }],
      ['wrong-type', good, { contentType: null }],
      ['wrong-type', good, { contentType: 'multipart/form-data; boundary=x' }],
      ['wrong-origin', good, { origin: 'https://otra.example' }],
      ['wrong-origin', good, { origin: 'null' }],
      ['malformed', new Uint8Array(0)],
      ['malformed', new TextEncoder().encode('what=hola')],
      ['malformed', good.slice(0, 4)],
      ['malformed', good.slice(0, -1)],
      ['malformed', Uint8Array.of(...good, 0)],
      ['malformed', good.slice(0, 400), { length: good.length }],
      ['too-large', large],
      ['too-large', large, { length: null, body: chunks(...Array.from({ length: 70 }, (_, i) => large.subarray(i * 1_000, (i + 1) * 1_000))) }],
      ['too-large', good, { length: 3_000_000 }],
      ['too-large', good, { length: 70_000 }],
      ['unknown-desk', encodeRequest(await aDeposit({ desk: 'lima' }))],
      ['unknown-desk', encodeRequest(await aDeposit({ desk: 'nacional' }))],
      ['not-sealed', encodeRequest(await aDeposit({ sealed: new TextEncoder().encode('Ofrecen trabajo de mesera') }))],
      ['not-sealed', encodeRequest(await aDeposit({ sealed: sealedLike().fill(32, 0, 5) }))],
      ['not-sealed', encodeRequest(await aDeposit({ sealed: sealedLike().slice(1) }))],
      ['bad-proof', encodeRequest(await aDeposit({ proof: new Uint8Array(0) }))],
      ['bad-proof', encodeRequest(await aDeposit({ proof: new TextEncoder().encode('{"challenge":{}}') }))],
      ['unknown-desk', altered],
    ];
    const seen = [];
    for (const [, body, more] of cases) seen.push(await fault(body, more));
    expect(seen).toEqual(cases.map(([expected]) => expected));
    expect(await stored()).toBe(before);
  });

  it('answers with a fixed sentence and the right status, never with a trace', async () => {
    for (const [body, more] of [[random(90), {}], [random(90), { contentType: 'text/html' }], [encodeRequest(await aDeposit({ desk: 'x' })), {}]] as const) {
      const response = await post(box.handle, body, more);
      const text = new TextDecoder().decode(response.body);
      expect(text).toMatch(/^[a-z-]+ [^\n]{10,120}\n$/);
      expect(response.status).toBe(FAULTS[faultOf(response) as keyof typeof FAULTS]);
      expect(text).not.toMatch(/Error|at |node:|\.ts/);
    }
  });

  it('lets exactly one site read its answers', async () => {
    const right = await post(box.handle, encodeRequest({ op: 'challenge' }));
    expect(right.headers).toMatchObject({ 'access-control-allow-origin': 'https://sintrampa.example', 'cache-control': 'no-store' });
    const wrong = await post(box.handle, encodeRequest({ op: 'challenge' }), { origin: 'https://otra.example' });
    expect(wrong.headers).not.toHaveProperty('access-control-allow-origin');
    const preflight = await box.handle({ method: 'OPTIONS', contentType: null, origin: 'https://sintrampa.example', length: null, body: chunks() });
    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' } });
  });

  it('takes three photos by their own lane', async () => {
    const photos = await aDeposit({ op: 'deposit-large', sealed: sealedLike(3) });
    expect(await fault(encodeRequest(photos))).toBe('none');
    expect(await fault(encodeRequest({ ...photos, op: 'deposit' }))).toBe('too-large');
  });

  it('takes each proof once, and none that is old, altered or from another letterbox', async () => {
    const proof = await aProof();
    expect(await fault(encodeRequest(await aDeposit({ proof })))).toBe('none');
    expect(await fault(encodeRequest(await aDeposit({ proof })))).toBe('proof-used');
    expect(await fault(encodeRequest(await aDeposit({ proof: await aProof(box, box.time.now - 16 * 60_000) })))).toBe('proof-expired');
    const elsewhere = await aLetterbox();
    expect(await fault(encodeRequest(await aDeposit({ proof: await aProof(elsewhere) })))).toBe('bad-proof');
    await elsewhere.close();
    const text = new TextDecoder().decode(await aProof());
    const longer = text.replace(/"until":(\d+)/, (_, until: string) => `"until":${Number(until) + 9_999}`);
    expect(await fault(encodeRequest(await aDeposit({ proof: new TextEncoder().encode(longer) })))).toBe('bad-proof');
    const guessed = text.replace(/"derivedKey":"[0-9a-f]{64}"/, `"derivedKey":"${'0'.repeat(64)}"`);
    expect(await fault(encodeRequest(await aDeposit({ proof: new TextEncoder().encode(guessed) })))).toBe('bad-proof');
  });

  it('stores a tip once when the same bytes arrive again, and when a later try needs a new proof', async () => {
    const request = await aDeposit();
    const body = encodeRequest(request);
    const before = await stored();
    expect(await Promise.all([fault(body), fault(body), fault(body)])).toEqual(['none', 'none', 'none']);
    box.time.now += 20 * 60_000;
    expect(await fault(body)).toBe('proof-expired');
    expect(await box.client.deposit(request, request.proof)).toEqual({ ok: true, value: null });
    box.time.now -= 20 * 60_000;
    expect(await stored()).toBe(before + 1);
  });

  it('gives a wrong receipt an answer of the same size as a right one', async () => {
    const token = random(32);
    await deposit(box, { box: boxOf(token) });
    const list = await box.desk('nacional').list();
    for (const { id } of list.ok ? list.value.entries : []) await box.desk('nacional').reply(id, random(16), random(8_392));
    const [right, wrong, far] = await Promise.all([
      post(box.handle, encodeRequest({ op: 'read', token, page: 0 })),
      post(box.handle, encodeRequest({ op: 'read', token: random(32), page: 0 })),
      post(box.handle, encodeRequest({ op: 'read', token, page: 65_535 })),
    ]);
    expect(new Set([right, wrong, far].map(({ body }) => body.length))).toEqual(new Set([28_672]));
    expect(new Set([right, wrong].map(({ status, headers }) => JSON.stringify([status, headers]))).size).toBe(1);
  });
});

describe('a desk at the endpoint', () => {
  it('is heard when it signs, and not when someone else does or its clock is wrong', async () => {
    expect((await box.desk('tumbes').list()).ok).toBe(true);
    expect(await box.desk('tumbes', { signKey: signKeys.resto }).list()).toEqual({ ok: false, fault: 'not-a-desk' });
    expect(await box.desk('tumbes', { clock: () => box.time.now + 301_000 }).list()).toEqual({ ok: false, fault: 'clock' });
    expect(await box.desk('tumbes', { clock: () => box.time.now - 290_000 }).list()).toMatchObject({ ok: true });
  });

  it('cannot be played back', async () => {
    const list = { desk: 'tumbes', time: Math.floor(box.time.now / 1_000), nonce: random(16), command: { name: 'list', after: new Uint8Array(16), limit: 1 } } as const;
    const body = encodeDeskRequest(list, signKeys.tumbes, box.config.salt);
    expect([await fault(body), await fault(body)]).toEqual(['none', 'seen-before']);
    expect(await fault(encodeDeskRequest({ ...list, nonce: random(16) }, signKeys.tumbes, 'otro buzón'))).toBe('not-a-desk');
  });
});

describe('a flood', () => {
  it('makes the work dearer, then keeps tips apart, then says that it is full; a known mailbox is never slowed', async () => {
    const one = await aLetterbox({ config: { proof: { cost: 10, least: 0, most: 1 }, limits: { dearerAfter: 2, dearestAfter: 4, quarantineAfter: 6, quarantineBytes: 3 * 8_490 } } });
    const costs: number[] = [];
    const faults: string[] = [];
    const token = random(32);
    for (let i = 0; i < 11; i += 1) {
      const challenge = await post(one.handle, encodeRequest({ op: 'challenge' }));
      costs.push((JSON.parse(fromUtf8(new Reader(challenge.body.subarray(HEAD)).blob(4_096))) as { parameters: { cost: number } }).parameters.cost);
      const { answer } = await deposit(one, i === 0 ? { box: boxOf(token) } : {});
      faults.push(answer.ok ? 'none' : answer.fault);
    }
    expect(costs).toEqual([10, 10, 20, 20, 40, 40, 40, 40, 40, 40, 40]);
    expect(faults).toEqual([...Array.from({ length: 9 }, () => 'none'), 'full', 'full']);
    const list = await one.desk('nacional').list();
    expect(list.ok && list.value.entries.filter(({ quarantined }) => quarantined)).toHaveLength(3);
    expect(await one.client.followUp(random(16), token, sealedLike())).toEqual({ ok: true, value: null });
    one.time.now += 3_600_000;
    expect((await deposit(one)).answer.ok).toBe(true);
    await one.close();
  });

  it('is stopped before the disk is full, with a number to call', async () => {
    const one = await aLetterbox({ isFull: async () => true });
    const response = await post(one.handle, encodeRequest({ ...(await aDeposit()), proof: await aProof(one) }));
    expect([response.status, faultOf(response)]).toEqual([503, 'full']);
    expect(new TextDecoder().decode(response.body)).toContain('llama al 105');
    await one.close();
  });
});

describe('whatever anyone sends', () => {
  it('gets a clear answer: 100,000 hostile bodies, no 5xx and no hang', async () => {
    const good = encodeRequest(await aDeposit());
    const signed = encodeDeskRequest({ desk: 'tumbes', time: Math.floor(box.time.now / 1_000), nonce: random(16), command: { name: 'get', tip: random(16) } }, signKeys.tumbes, box.config.salt);
    const read = encodeRequest({ op: 'read', token: random(32), page: 0 });
    const followUp = encodeRequest({ op: 'follow-up', retryKey: random(16), token: random(32), sealed: sealedLike() });
    const seeds = [good, good, signed, read, followUp];
    const edits = fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 4 });
    const bodies = fc.oneof(
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 120 }) },
      { weight: 2, arbitrary: fc.tuple(fc.nat(20), fc.uint8Array({ maxLength: 200 })).map(([op, rest]) => Uint8Array.of(0x53, 0x54, 0x42, 0x31, op, ...rest)) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...seeds), edits, fc.option(fc.nat(9_000))).map(([seed, list, cut]) => {
          const bent = Uint8Array.from(seed);
          for (const [at, value] of list) if (at < bent.length) bent[at] = value;
          return cut === null ? bent : bent.slice(0, cut);
        }),
      },
    );
    const around = fc.record({
      method: fc.oneof({ weight: 12, arbitrary: fc.constant('POST') }, fc.constantFrom('GET', 'OPTIONS', 'DELETE', '')),
      contentType: fc.oneof({ weight: 12, arbitrary: fc.constant('application/octet-stream') }, fc.constantFrom(null, 'text/plain', ';')),
      length: fc.oneof({ weight: 12, arbitrary: fc.constant(null) }, fc.constantFrom(0, -1, Number.NaN, 1e12)),
    });
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(bodies, around, async (body, more) => {
        const { status } = await post(box.handle, body, more);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 100_000 },
    );
    expect([...statuses.values()].reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(100_000);
    expect([...statuses.keys()].sort()).toEqual([200, 204, 400, 401, 405, 409, 413, 415]);
  }, 600_000);
});
