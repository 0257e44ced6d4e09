import fc from 'fast-check';
import { generateX25519Identity } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { openFollowUps, replyBytes } from '#domain/tip/desk-open.ts';
import { pad, unpad, type Payload } from '#domain/tip/envelope.ts';
import { toHex } from '#domain/tip/bytes.ts';
import { deriveKeys, type ReceiptKeys } from '#domain/tip/receipt-keys.ts';
import { sealReply } from '#domain/tip/seal.ts';
import { messagePayload, readThread } from '#domain/tip/thread.ts';
import { replySchema, type Reply } from '#domain/tip/tip.ts';
import { openReplies, readReply, sealFollowUp } from '#domain/tip/tipster.ts';
import { someKeys } from './builders.ts';

const key = new Uint8Array(32).fill(5);
const message = (seq: number, body = `m${seq}`): Payload => messagePayload({ direction: 'to-desk', seq, body }, key);
const bodies = (payloads: Payload[]) => readThread(payloads, 'to-desk', key).messages.map(({ body }) => body);

describe('a thread', () => {
  it('is read in the order it was written, however it arrives', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }), (order) => {
        expect(bodies(order.map((seq) => message(seq)))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
      }),
    );
  });

  it('takes a message that comes twice once', () => {
    const thread = readThread([message(1), message(1)], 'to-desk', key);
    expect(thread.messages).toHaveLength(1);
    expect(thread.refused).toEqual([{ at: 1, fault: 'replay' }]);
  });

  it('notices what was kept back, and keeps both when two phones wrote at once', () => {
    expect(readThread([message(1), message(4)], 'to-desk', key).missing).toEqual([2, 3]);
    const twice = readThread([message(1, 'b'), message(1, 'a')], 'to-desk', key);
    expect(twice.messages).toHaveLength(2);
    expect(twice.doubled).toEqual([1]);
    expect(bodies([message(1, 'a'), message(1, 'b')])).toEqual(bodies([message(1, 'b'), message(1, 'a')]));
  });

  it('refuses a message that was altered, made without the key, or belongs elsewhere', () => {
    const faultOf = (payload: Payload) => readThread([payload], 'to-desk', key).refused[0]?.fault;
    const good = message(1);
    expect(faultOf({ ...good, json: { ...good.json, body: 'otra cosa' } })).toBe('wrong-mac');
    expect(faultOf({ ...good, json: { ...good.json, seq: 2 } })).toBe('wrong-mac');
    expect(faultOf(messagePayload({ direction: 'to-desk', seq: 1, body: 'm1' }, new Uint8Array(32)))).toBe('wrong-mac');
    expect(faultOf(messagePayload({ direction: 'to-tipster', seq: 1, body: 'm1' }, key))).toBe('wrong-direction');
    expect(faultOf({ ...good, json: { ...good.json, direction: 'to-tipster' } })).toBe('wrong-direction');
    expect(faultOf({ json: { v: 1, kind: 'tip' }, parts: [] })).toBe('not-a-message');
    expect(faultOf({ ...good, json: { ...good.json, more: 1 } })).toBe('not-a-message');
  });
});

describe('a reply', () => {
  const reply = (keys: ReceiptKeys, seq: number, text: string) =>
    sealReply(replyBytes({ kind: 'message', text, language: 'es' }, seq, toHex(keys.threadKey)), keys.address);

  it('reaches the one who holds the nine words; a forged, foreign or repeated one is not shown', async () => {
    const [keys, stranger] = [await deriveKeys(new Uint8Array(10), 'a'), await deriveKeys(new Uint8Array(10).fill(1), 'a')];
    const [first, second] = [await reply(keys, 1, 'Lo recibimos.'), await reply(keys, 2, 'Gracias.')];
    const forged = await sealReply(replyBytes({ kind: 'message', text: 'Ven a la plaza.', language: 'es' }, 3, toHex(stranger.threadKey)), keys.address);
    const opened = await openReplies([second, forged, await reply(stranger, 1, 'No es para ti'), first, first], keys);
    expect(opened.replies.map(({ reply: { text } }) => text)).toEqual(['Lo recibimos.', 'Gracias.']);
    expect(opened).toMatchObject({ unreadable: 2, missing: [] });
  });

  it('is checked on the phone by the same rules as at the desk', () => {
    const candidates = fc.record({
      v: fc.constantFrom(1, 2), kind: fc.constantFrom('received', 'message', 'closed', 'tip'),
      text: fc.oneof(fc.string(), fc.integer(), fc.constant('x'.repeat(4_001))), language: fc.constantFrom('es', 'qu', 'es-PE', 'ES', '', 7),
    }, { requiredKeys: [] });
    const more = fc.oneof(candidates, candidates.map((value) => ({ ...value, extra: 1 })), fc.jsonValue());
    let accepted = 0;
    fc.assert(
      fc.property(more, (value) => {
        const schema = replySchema.safeParse(JSON.parse(JSON.stringify(value)));
        const phone: Reply | null = readReply(JSON.stringify(value));
        expect(phone).toEqual(schema.success ? schema.data : null);
        if (phone !== null) accepted += 1;
      }),
      { numRuns: 3_000 },
    );
    expect(accepted).toBeGreaterThan(0);
  });
});

describe('a follow-up', () => {
  it('opens at both desks and belongs to its own tip only', async () => {
    const { desk, national, pinned } = await someKeys();
    const keys = await deriveKeys(new Uint8Array(10), 'a');
    const sealed = await Promise.all([1, 2].map((seq) => sealFollowUp({ practice: true, text: `Sigue ahí ${seq}`, language: 'es' }, seq, keys, pinned)));
    for (const identity of [desk, national]) {
      const { followUps } = await openFollowUps(sealed.toReversed(), [identity], toHex(keys.threadKey));
      expect(followUps.map(({ followUp }) => followUp.text)).toEqual(['Sigue ahí 1', 'Sigue ahí 2']);
    }
    expect(await openFollowUps(sealed, [desk], '00'.repeat(32))).toMatchObject({ followUps: [], unreadable: 2 });
    expect(await openFollowUps(sealed, [await generateX25519Identity()], toHex(keys.threadKey))).toMatchObject({ followUps: [], unreadable: 2 });
  });

  it('keeps its bytes through the envelope', () => {
    expect(unpad(pad(message(3, '{"á":"ñ"}')))).toEqual(message(3, '{"á":"ñ"}'));
  });
});
