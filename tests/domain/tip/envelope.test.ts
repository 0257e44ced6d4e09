import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EnvelopeError, pad, unpad } from '#domain/tip/envelope.ts';
import { BUCKETS, LIMITS } from '#domain/tip/limits.ts';

const payloads = fc.record({
  json: fc.dictionary(fc.string({ maxLength: 12 }).filter((key) => key !== '__proto__'), fc.oneof(fc.string({ unit: 'binary', maxLength: 900 }).filter((text) => text.isWellFormed()), fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 8, noNullPrototype: true }),
  parts: fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: LIMITS.photos }),
});
const faultOf = (act: () => unknown): string => {
  try {
    act();
    return 'none';
  } catch (error) {
    if (error instanceof EnvelopeError) return error.fault;
    throw error;
  }
};

describe('the envelope', () => {
  it('gives back what was put in, and is as long as one of four sizes', () => {
    fc.assert(
      fc.property(payloads, (payload) => {
        const envelope = pad(payload);
        expect(BUCKETS).toContain(envelope.length);
        expect(unpad(envelope)).toEqual(payload);
      }),
    );
  });

  it('is as long for one word as for a page', () => {
    const sizes = [1, 20, 500, 4_000].map((length) => pad({ json: { what: 'a'.repeat(length) }, parts: [] }).length);
    expect(new Set(sizes)).toEqual(new Set([8_192]));
  });

  it('holds three photos of the largest size', () => {
    const photo = new Uint8Array(LIMITS.photoBytes).fill(1);
    expect(pad({ json: { what: 'ñ'.repeat(7_000) }, parts: [photo, photo, photo] })).toHaveLength(BUCKETS[3]);
  });

  it('refuses what is too big, a fourth photo, and what JSON cannot say', () => {
    expect(faultOf(() => pad({ json: {}, parts: [new Uint8Array(BUCKETS[3])] }))).toBe('too-big');
    expect(faultOf(() => pad({ json: {}, parts: Array.from({ length: 4 }, () => new Uint8Array(1)) }))).toBe('too-many-parts');
    expect(faultOf(() => pad({ json: { n: 1n }, parts: [] }))).toBe('not-json');
  });

  it('says what is wrong with an envelope, always with its own error', () => {
    const good = pad({ json: { a: 1 }, parts: [Uint8Array.of(1, 2, 3)] });
    const with_ = (at: number, value: number) => Uint8Array.from(good).fill(value, at, at + 1);
    expect(faultOf(() => unpad(good.slice(1)))).toBe('wrong-size');
    expect(faultOf(() => unpad(with_(0, 2)))).toBe('wrong-version');
    expect(faultOf(() => unpad(with_(1, 255)))).toBe('ends-early');
    expect(faultOf(() => unpad(with_(5, 0x5b)))).toBe('not-json');
    expect(faultOf(() => unpad(with_(8_191, 1)))).toBe('not-zeros');
    expect(faultOf(() => unpad(with_(12, 4)))).toBe('too-many-parts');
    expect(faultOf(() => unpad(pad({ json: [] as never, parts: [] })))).toBe('not-json');
  });

  it('stands 100,000 hostile inputs: its own error or a payload, nothing else', () => {
    const good = pad({ json: { kind: 'tip', what: 'vi un aviso' }, parts: [Uint8Array.of(9, 9)] });
    const start = fc.uint8Array({ maxLength: 64 });
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const hostile = fc.oneof(
      start,
      start.map((bytes) => { const full = new Uint8Array(8_192); full.set(bytes); return full; }),
      start.map((bytes) => { const full = new Uint8Array(8_192); full.set([1, 0, 0, 0, bytes.length, ...bytes]); return full; }),
      edits.map((list) => { const bent = Uint8Array.from(good); for (const [at, value] of list) bent[at] = value; return bent; }),
      fc.nat(8_192).map((length) => good.slice(0, length)),
    );
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(hostile, (bytes) => { const fault = faultOf(() => unpad(bytes)); seen.set(fault, (seen.get(fault) ?? 0) + 1); }),
      { numRuns: 100_000 },
    );
    expect([...seen.keys()].sort()).toEqual(['ends-early', 'none', 'not-json', 'not-zeros', 'too-many-parts', 'wrong-size', 'wrong-version']);
  });
});
