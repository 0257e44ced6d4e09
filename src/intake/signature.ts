import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { fromHex } from '#domain/tip/bytes.ts';
import { splitSigned } from '#domain/tip/wire-desk.ts';

/** A desk's public key from 64 hex digits. Node's own Ed25519: anyone may send 2 MiB to be checked. */
export function publicKey(hex: string): KeyObject {
  const bytes = fromHex(hex);
  if (bytes?.length !== 32) throw new Error('A desk key is 64 hexadecimal digits.');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') }, format: 'jwk' });
}

/** Whether one of the desk's keys signed this request, for this deployment. */
export function isSignedBy(body: Uint8Array, keys: readonly KeyObject[], salt: string): boolean {
  const parts = splitSigned(body, salt);
  return parts !== null && keys.some((key) => verify(null, parts.message, key, parts.signature));
}
