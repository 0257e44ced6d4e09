import { identityToRecipient } from 'age-encryption';
import { hkdf } from '@noble/hashes/hkdf.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bech32 } from '@scure/base';
import { utf8 } from './bytes.ts';

/** What nine words open. None of it is ever stored on the phone; only `address` and `threadKey` travel, sealed. */
export interface ReceiptKeys {
  /** Opens the replies. */
  readonly identity: string;
  /** Where the desk seals replies to (`age1…`). Goes inside the sealed tip. */
  readonly address: string;
  /** Names the mailbox to the letterbox, which keeps its SHA-256 only. */
  readonly token: Uint8Array;
  /** Proves that a message belongs to this thread. Goes inside the sealed tip. */
  readonly threadKey: Uint8Array;
}

/**
 * scrypt (N=2^14, r=8, p=1: some 0.2 s on a phone of 2018, 16 MiB), then HKDF-SHA-256 with one
 * label for each key (research/tip-intake.md, 3.4). The same words and salt give the same keys.
 * @param salt public, one for each deployment
 */
export async function deriveKeys(entropy: Uint8Array, salt: string): Promise<ReceiptKeys> {
  const root = await scryptAsync(entropy, utf8(`sin-trampa/v1/receipt/${salt}`), { N: 2 ** 14, r: 8, p: 1, dkLen: 32, asyncTick: 20 });
  const key = (label: string): Uint8Array => hkdf(sha256, root, undefined, utf8(`sin-trampa/v1/${label}`), 32);
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', key('age-x25519')).toUpperCase();
  return { identity, address: await identityToRecipient(identity), token: key('mailbox'), threadKey: key('thread-mac') };
}

/** The letterbox's name for a mailbox: it cannot be turned back into the token. */
export const boxOf = (token: Uint8Array): Uint8Array => sha256(token);
