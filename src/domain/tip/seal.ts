import { Decrypter, Encrypter } from 'age-encryption';
import { BUCKETS, LARGE_BODY_LIMIT, REPLY_SLOT } from './limits.ts';
import { EnvelopeError, pad, unpad, type Payload } from './envelope.ts';

/**
 * The only place that seals. It fails closed: an error, and no bytes.
 *
 * age-encryption 0.3.1 encrypts to nobody without a word, and mixes post-quantum with
 * classic keys, which stock age refuses (both reproduced in research/tip-intake.md, 3.2).
 */
export type Suite = 'x25519' | 'pq';

/** Who a tip is for: exactly these two, and both must stand in the list built into the page. */
export interface Pinned {
  readonly desk: string;
  readonly national: string;
  /** Every recipient that this deployment knows. */
  readonly list: readonly string[];
}

export type SealFault = 'unknown-recipient' | 'same-recipient' | 'mixed-recipients' | 'bad-envelope' | 'age-failed' | 'bad-output';

export class SealError extends Error {
  override name = 'SealError';
  readonly fault: SealFault;
  constructor(fault: SealFault) {
    super(`seal: ${fault}`);
    this.fault = fault;
  }
}

/** Which keys a recipient text stands for; null for anything but an age X25519 or hybrid recipient. */
export function suiteOf(recipient: string): Suite | null {
  if (/^age1pq1[02-9ac-hj-np-z]{1952}$/.test(recipient)) return 'pq';
  return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) ? 'x25519' : null;
}

/** Header bytes that one recipient costs, and the header and MACs around them (age v1 format). */
const STANZA: Record<Suite, { bytes: number; pattern: string }> = {
  x25519: { bytes: 98, pattern: '-> X25519 [A-Za-z0-9+/]{43}\\n[A-Za-z0-9+/]{43}\\n' },
  pq: { bytes: 1557, pattern: '-> mlkem768x25519 [A-Za-z0-9+/]{1494}\\n[A-Za-z0-9+/]{43}\\n' },
};
const CHUNK = 65_536;
const sealedLength = (bytes: number, suite: Suite, recipients: number): number =>
  22 + STANZA[suite].bytes * recipients + 48 + 16 + 16 * Math.ceil(bytes / CHUNK) + bytes;

/** The only lengths that a sealed tip or follow-up can have; the letterbox takes no others. */
export const SEALED_LENGTHS: ReadonlySet<number> = new Set(
  (['x25519', 'pq'] as const).flatMap((suite) => BUCKETS.map((bucket) => sealedLength(bucket, suite, 2))),
);

/**
 * Seals a payload to the desk of the region and the national desk.
 * @returns an age file that either of them opens, alone, with stock `age` too.
 * @throws SealError, and nothing leaves: unknown, equal or mixed recipients, or anything unexpected.
 */
export async function seal(payload: Payload, pinned: Pinned): Promise<Uint8Array> {
  const to = [pinned.desk, pinned.national];
  if (!to.every((recipient) => suiteOf(recipient) !== null && pinned.list.includes(recipient))) {
    throw new SealError('unknown-recipient');
  }
  if (pinned.desk === pinned.national) throw new SealError('same-recipient');
  return sealTo(envelopeOf(payload), to);
}

/**
 * Seals the padded bytes of a reply to the one address that travelled inside the tip.
 * (`age -r <address>` on the same bytes does the same.)
 */
export async function sealReply(padded: Uint8Array, address: string): Promise<Uint8Array> {
  if (suiteOf(address) !== 'x25519') throw new SealError('unknown-recipient');
  const sealed = await sealTo(padded, [address]);
  if (sealed.length > REPLY_SLOT) throw new SealError('bad-envelope');
  return sealed;
}

function envelopeOf(payload: Payload): Uint8Array {
  try {
    return pad(payload);
  } catch {
    throw new SealError('bad-envelope');
  }
}

async function sealTo(padded: Uint8Array, to: readonly string[]): Promise<Uint8Array> {
  const [first] = to;
  const suite = first === undefined ? null : suiteOf(first);
  if (suite === null || to.some((recipient) => suiteOf(recipient) !== suite)) throw new SealError('mixed-recipients');
  if (!BUCKETS.some((bucket) => bucket === padded.length)) throw new SealError('bad-envelope');
  let sealed: Uint8Array;
  try {
    const encrypter = new Encrypter();
    for (const recipient of to) encrypter.addRecipient(recipient);
    sealed = await encrypter.encrypt(padded);
  } catch {
    throw new SealError('age-failed');
  }
  const { pattern } = STANZA[suite];
  const header = new RegExp(`^age-encryption\\.org/v1\\n(?:${pattern}){${to.length}}--- [A-Za-z0-9+/]{43}\\n`);
  const start = Array.from(sealed.subarray(0, 4_000), (byte) => String.fromCharCode(byte)).join('');
  const right = sealed.length === sealedLength(padded.length, suite, to.length) && header.test(start);
  if (!right) throw new SealError('bad-output');
  return sealed;
}

/** `no-key`: sealed for others. `damaged`: for us, but altered or cut. `bad-envelope`: opened, and not ours. */
export type OpenFault = 'no-key' | 'damaged' | 'bad-envelope';

export class OpenError extends Error {
  override name = 'OpenError';
  readonly fault: OpenFault;
  constructor(fault: OpenFault) {
    super(`open: ${fault}`);
    this.fault = fault;
  }
}

/**
 * Opens an age file with any of the identities (`AGE-SECRET-KEY-1…`, `AGE-SECRET-KEY-PQ-1…`).
 * @throws OpenError only; its `fault` is a state that the desk shows.
 */
export async function open(sealed: Uint8Array, identities: readonly string[]): Promise<Payload> {
  if (identities.length === 0) throw new OpenError('no-key');
  if (sealed.length > LARGE_BODY_LIMIT) throw new OpenError('damaged');
  let envelope: Uint8Array;
  try {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    envelope = await decrypter.decrypt(sealed);
  } catch (error) {
    const nobody = error instanceof Error && /no identity matched/i.test(error.message);
    throw new OpenError(nobody ? 'no-key' : 'damaged');
  }
  try {
    return unpad(envelope);
  } catch (error) {
    if (error instanceof EnvelopeError) throw new OpenError('bad-envelope');
    throw error;
  }
}
