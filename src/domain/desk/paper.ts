import { Decrypter, Encrypter } from 'age-encryption';
import { fromUtf8, utf8 } from '#domain/tip/bytes.ts';
import { suiteOf } from '#domain/tip/seal.ts';
import { PAPER_LIMIT } from '#domain/tip/wire-desk.ts';

/**
 * A desk's own paper: one JSON text, sealed to the desk and to the national desk.
 * Spaces after the JSON fill it up to a size class; stock `age -d` and any JSON reader open it.
 */
const SIZES = [1_024, 2_048, 4_096, 8_192, 16_384, 32_768, 60_000] as const;

/** Characters that the longest paper surely holds, whatever letters they are. */
export const PAPER_CHARACTERS = 14_000;

export class PaperError extends Error {
  override name = 'PaperError';
  readonly fault: 'no-recipient' | 'mixed-recipients' | 'too-long';
  constructor(fault: PaperError['fault']) {
    super(`paper: ${fault}`);
    this.fault = fault;
  }
}

/**
 * Seals a paper. It fails closed: no recipient, an unreadable one or mixed kinds, and nothing is made.
 * @throws PaperError
 */
export async function sealPaper(json: string, recipients: readonly string[]): Promise<Uint8Array> {
  const suites = new Set(recipients.map(suiteOf));
  if (recipients.length === 0 || suites.has(null)) throw new PaperError('no-recipient');
  if (suites.size > 1) throw new PaperError('mixed-recipients');
  const bytes = utf8(json);
  const size = SIZES.find((one) => one >= bytes.length);
  if (size === undefined) throw new PaperError('too-long');
  const padded = new Uint8Array(size).fill(0x20);
  padded.set(bytes);
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(padded);
  if (sealed.length > PAPER_LIMIT) throw new PaperError('too-long');
  return sealed;
}

/** The JSON value of a paper; null when no key opens it or it is not JSON: a state to show. */
export async function openPaper(sealed: Uint8Array, identities: readonly string[]): Promise<unknown> {
  try {
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    return JSON.parse(fromUtf8(await decrypter.decrypt(sealed))) as unknown;
  } catch {
    return null;
  }
}
