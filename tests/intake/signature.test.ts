import fc from 'fast-check';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { toHex } from '#domain/tip/bytes.ts';
import { encodeDeskRequest } from '#domain/tip/wire-desk.ts';
import { isSignedBy, publicKey } from '#intake/signature.ts';

const secret = new Uint8Array(32).fill(3);
const [other, mine] = [new Uint8Array(32).fill(8), secret].map((key) => publicKey(toHex(ed25519.getPublicKey(key))));
const body = encodeDeskRequest({ desk: 'tumbes', time: 1_795_000_000, nonce: new Uint8Array(16), command: { name: 'discard', tips: [new Uint8Array(16)] } }, secret, 'a');
if (other === undefined || mine === undefined) throw new Error('keys');

describe('a desk’s signature', () => {
  it('is known whichever of the desk’s operators signed', () => {
    expect(isSignedBy(body, [other, mine], 'a')).toBe(true);
  });

  it('is worth nothing on an altered request, by a stranger, or at another letterbox', () => {
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bent = Uint8Array.from(body);
        bent[at] = (bent[at] ?? 0) ^ change;
        expect(isSignedBy(bent, [other, mine], 'a')).toBe(false);
      }),
    );
    expect(isSignedBy(body, [other], 'a')).toBe(false);
    expect(isSignedBy(body, [mine], 'b')).toBe(false);
    expect(isSignedBy(body.slice(0, 10), [mine], 'a')).toBe(false);
  });

  it('cannot be set up with a key that is none', () => {
    expect(() => publicKey('00')).toThrow(/64 hexadecimal/);
  });
});
