import { BUCKETS, LIMITS } from './limits.ts';
import { BadBytes, blob, concat, fromUtf8, Reader, u32, u8, utf8 } from './bytes.ts';

/**
 * The envelope: what is inside the sealed file.
 *
 *     0x01 | u32 length | JSON | u8 count | (u32 length | photo)* | zeros
 *
 * It is filled with zeros up to one of four sizes, so that whoever sees the sealed file
 * learns the size's class and nothing of the text. It is not compressed: the length of
 * compressed text tells about the text.
 */
export interface Payload {
  /** A plain object, as JSON gives it. */
  readonly json: Readonly<Record<string, unknown>>;
  /** Photos, at most three. */
  readonly parts: readonly Uint8Array[];
}

export type EnvelopeFault =
  | 'too-big'
  | 'not-json'
  | 'wrong-size'
  | 'wrong-version'
  | 'ends-early'
  | 'too-many-parts'
  | 'not-zeros';

/** The only error that `pad` and `unpad` throw. */
export class EnvelopeError extends Error {
  override name = 'EnvelopeError';
  readonly fault: EnvelopeFault;
  constructor(fault: EnvelopeFault) {
    super(`envelope: ${fault}`);
    this.fault = fault;
  }
}

const VERSION = 1;

/** The envelope's bytes for a payload: as long as the smallest of the four sizes that holds it. */
export function pad(payload: Payload): Uint8Array {
  if (payload.parts.length > LIMITS.photos) throw new EnvelopeError('too-many-parts');
  let json: Uint8Array;
  try {
    json = utf8(JSON.stringify(payload.json));
  } catch {
    throw new EnvelopeError('not-json');
  }
  const content = concat(u8(VERSION), u32(json.length), json, u8(payload.parts.length), ...payload.parts.map(blob));
  const size = BUCKETS.find((bucket) => bucket >= content.length);
  if (size === undefined) throw new EnvelopeError('too-big');
  const padded = new Uint8Array(size);
  padded.set(content);
  return padded;
}

/** The payload of an envelope. The bytes may come from anyone. */
export function unpad(envelope: Uint8Array): Payload {
  if (!BUCKETS.some((bucket) => bucket === envelope.length)) throw new EnvelopeError('wrong-size');
  const reader = new Reader(envelope);
  if (reader.u8() !== VERSION) throw new EnvelopeError('wrong-version');
  try {
    const json = parseObject(reader.blob(envelope.length));
    const count = reader.u8();
    if (count > LIMITS.photos) throw new EnvelopeError('too-many-parts');
    const parts = Array.from({ length: count }, () => reader.blob(envelope.length));
    if (reader.take(reader.left).some((byte) => byte !== 0)) throw new EnvelopeError('not-zeros');
    return { json, parts };
  } catch (error) {
    if (error instanceof BadBytes) throw new EnvelopeError('ends-early');
    throw error;
  }
}

function parseObject(bytes: Uint8Array): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes));
  } catch {
    throw new EnvelopeError('not-json');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EnvelopeError('not-json');
  return value as Record<string, unknown>;
}
