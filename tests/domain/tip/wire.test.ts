import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTipClient, type ClientTools } from '#domain/tip/client.ts';
import { FAULTS } from '#domain/tip/faults.ts';
import { MAILBOX_BYTES } from '#domain/tip/limits.ts';
import { decodeMailbox, decodeRequest, encodeChallenge, encodeMailbox, encodeRequest, NO_MAILBOX, opOf, type Mailbox, type TipsterRequest } from '#domain/tip/wire.ts';
import { decodeDeskRequest, encodeDeskRequest, type Command } from '#domain/tip/wire-desk.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const some = (most: number) => fc.uint8Array({ maxLength: most });
const desk = fc.stringMatching(/^[a-z][a-z-]{0,30}$/);
const requests: fc.Arbitrary<TipsterRequest> = fc.oneof(
  fc.constant({ op: 'challenge' } as const),
  fc.record({ op: fc.constantFrom('deposit' as const, 'deposit-large' as const), retryKey: bytes(16), box: bytes(32), desk, proof: some(600), sealed: some(900) }),
  fc.record({ op: fc.constant('read' as const), token: bytes(32), page: fc.nat(65_535) }),
  fc.record({ op: fc.constant('follow-up' as const), retryKey: bytes(16), token: bytes(32), sealed: some(900) }),
);
const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ name: fc.constantFrom('list' as const, 'papers' as const), after: bytes(16), limit: fc.nat(65_535) }),
  fc.record({ name: fc.constant('get' as const), tip: bytes(16) }),
  fc.record({ name: fc.constant('reply' as const), tip: bytes(16), retryKey: bytes(16), sealed: some(900) }),
  fc.record({ name: fc.constant('mark' as const), tip: bytes(16), as: fc.constantFrom('opened' as const, 'answered' as const) }),
  fc.record({ name: fc.constant('discard' as const), tips: fc.array(bytes(16), { maxLength: 5 }) }),
  fc.record({ name: fc.constant('route' as const), tip: bytes(16), desk, sealed: some(900) }),
  fc.record({ name: fc.constant('add' as const), retryKey: bytes(16), tip: bytes(16), paper: some(900) }),
);

describe('the wire', () => {
  it('brings every request whole to the other end', () => {
    fc.assert(fc.property(requests, (request) => { expect(decodeRequest(encodeRequest(request))).toEqual(request); }));
  });

  it('takes no request that is a byte short or a byte long', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const body = encodeRequest(request);
        expect(decodeRequest(body.slice(0, -1))).toBeNull();
        expect(decodeRequest(Uint8Array.of(...body, 0))).toBeNull();
      }),
    );
  });

  it('answers a mailbox with as many bytes, full, empty or unknown', () => {
    const mailboxes: fc.Arbitrary<Mailbox> = fc.record({ known: fc.boolean(), desk, followUps: fc.nat(60), replies: fc.nat(60), page: fc.array(some(9_216), { maxLength: 3 }) });
    fc.assert(
      fc.property(mailboxes, (mailbox) => {
        const answer = encodeMailbox(mailbox);
        expect(answer).toHaveLength(MAILBOX_BYTES);
        expect(decodeMailbox(answer)).toEqual(mailbox);
      }),
    );
    expect(encodeMailbox(NO_MAILBOX)).toHaveLength(MAILBOX_BYTES);
    expect(decodeMailbox(new Uint8Array(MAILBOX_BYTES))).toBeNull();
  });
});

describe('a desk’s request', () => {
  const secret = new Uint8Array(32).fill(3);
  const of = (command: Command) => encodeDeskRequest({ desk: 'tumbes', time: 1_795_000_000, nonce: new Uint8Array(16), command }, secret, 'a');

  it('comes whole to the other end', () => {
    fc.assert(fc.property(commands, (command) => { expect(decodeDeskRequest(of(command))?.command).toEqual(command); }), { numRuns: 40 });
  });
});

describe('the phone’s side', () => {
  const delivery = { retryKey: new Uint8Array(16), box: new Uint8Array(32), desk: 'tumbes', sealed: new Uint8Array(8_490) };
  const proof = new Uint8Array(3);
  const kept = () => new Response(Buffer.from([0x53, 0x54, 0x42, 0x31, 2]));
  const refused = (fault: keyof typeof FAULTS) => new Response(`${fault} Frase.`, { status: FAULTS[fault] });
  function aClient(answers: (() => Response)[], more: Partial<ClientTools> = {}) {
    const sent: { url: string; init: RequestInit }[] = [];
    const fetch = (async (url: string, init: RequestInit) => {
      sent.push({ url, init });
      const answer = answers.shift();
      if (answer === undefined) throw new TypeError('Failed to fetch');
      return answer();
    }) as unknown as typeof globalThis.fetch;
    return { sent, client: createTipClient({ fetch, endpoint: '/buzon', solve: async () => proof, wait: async () => undefined, ...more }) };
  }

  it('says that a tip arrived only when the letterbox said so', async () => {
    expect(await aClient([kept]).client.deposit(delivery, proof)).toEqual({ ok: true, value: null });
    const strange = [() => new Response('OK'), () => new Response('<html>Inicia sesión</html>'), () => new Response(null, { status: 204 }), () => new Response('ok', { status: 500 })];
    for (const answer of strange) expect(await aClient([answer]).client.deposit(delivery, proof)).toEqual({ ok: false, fault: 'strange-answer' });
    expect(await aClient([]).client.deposit(delivery, proof)).toEqual({ ok: false, fault: 'offline' });
    expect(await aClient([() => refused('full')]).client.deposit(delivery, proof)).toEqual({ ok: false, fault: 'full' });
  });

  it('tries again with the same key after a broken line, and makes a new proof when the old one is stale', async () => {
    const challenge = () => new Response(Buffer.from(encodeChallenge('{}')));
    const { client, sent } = aClient([() => refused('not-kept'), () => refused('proof-expired'), challenge, kept]);
    expect(await client.deposit(delivery, proof)).toEqual({ ok: true, value: null });
    const keys = sent.map(({ init }) => decodeRequest(init.body as Uint8Array)).flatMap((request) => (request?.op === 'deposit' ? [request.retryKey] : []));
    expect(keys).toEqual([delivery.retryKey, delivery.retryKey, delivery.retryKey]);
  });

  it('gives up after four tries and says why', async () => {
    const { client, sent } = aClient([]);
    expect(await client.followUp(new Uint8Array(16), new Uint8Array(32), new Uint8Array(3))).toEqual({ ok: false, fault: 'offline' });
    expect(sent).toHaveLength(4);
  });

  it('puts nothing in the address or the headers, and no cookie or referrer', async () => {
    const { client, sent } = aClient([kept]);
    await client.deposit(delivery, proof);
    expect(sent.map(({ url }) => url)).toEqual(['/buzon']);
    expect(sent[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', headers: { 'content-type': 'application/octet-stream' } });
  });

  it('sends what is larger than 64 KiB by the lane for photos', async () => {
    const { client, sent } = aClient([() => new Response(Buffer.from([0x53, 0x54, 0x42, 0x31, 3]))]);
    expect((await client.deposit({ ...delivery, sealed: new Uint8Array(65_834) }, proof)).ok).toBe(true);
    expect(opOf(sent[0]?.init.body as Uint8Array)).toBe('deposit-large');
  });
});
