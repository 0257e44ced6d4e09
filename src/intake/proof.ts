import { createHash } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import * as z from 'zod';
import { fromUtf8, toHex } from '#domain/tip/bytes.ts';

/** Minutes that a challenge is good for: long enough to write a tip, and its traces go within hours. */
const MINUTES = 15;

const proofSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string().max(64),
      salt: z.string().max(64),
      cost: z.int(),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(64),
      keySignature: z.string().max(128),
      data: z.strictObject({ until: z.int() }),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.strictObject({ counter: z.int().nonnegative(), derivedKey: z.string().regex(/^[0-9a-f]{64}$/) }),
});

export interface ProofRules {
  readonly cost: number;
  readonly least: number;
  readonly most: number;
}

/**
 * A challenge as JSON. The counter is picked here, so the work is predictable: between
 * `least` and `most` derivations, never an unlucky minute on a weak phone.
 * @param secret 32 bytes that all processes share @param random a number in [0, 1)
 */
export async function makeChallenge(rules: ProofRules, secret: Uint8Array, now: number, random: number): Promise<string> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: rules.cost,
    counter: rules.least + Math.floor(random * (rules.most - rules.least)),
    deriveKey,
    keyLength: 32,
    hmacSignatureSecret: `challenge-${toHex(secret)}`,
    hmacKeySignatureSecret: `key-${toHex(secret)}`,
    // Under the signature, and judged by our own clock (the library asks the system's).
    data: { until: Math.floor(now / 1_000) + MINUTES * 60 },
  });
  return JSON.stringify(challenge);
}

export type ProofVerdict =
  | { readonly ok: true; /** SHA-256 of the challenge's signature: it serves once. */ readonly proof: Uint8Array }
  | { readonly ok: false; readonly fault: 'bad-proof' | 'proof-expired' };

/** Judges a proof; it may come from anyone. Costs two HMACs, no derivation. */
export async function judgeProof(bytes: Uint8Array, secret: Uint8Array, now: number): Promise<ProofVerdict> {
  const proof = readProof(bytes);
  if (proof === null) return { ok: false, fault: 'bad-proof' };
  const { verified } = await verifySolution({
    ...proof,
    deriveKey,
    hmacSignatureSecret: `challenge-${toHex(secret)}`,
    hmacKeySignatureSecret: `key-${toHex(secret)}`,
  });
  if (!verified) return { ok: false, fault: 'bad-proof' };
  if (proof.challenge.parameters.data.until * 1_000 < now) return { ok: false, fault: 'proof-expired' };
  return { ok: true, proof: new Uint8Array(createHash('sha256').update(proof.challenge.signature).digest()) };
}

function readProof(bytes: Uint8Array): z.infer<typeof proofSchema> | null {
  try {
    return proofSchema.parse(JSON.parse(fromUtf8(bytes)));
  } catch {
    return null;
  }
}
