import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concat, fromHex, sameBytes, toHex, u32, u8, utf8 } from './bytes.ts';
import type { Payload } from './envelope.ts';

/**
 * Messages after the tip, in either direction. Each carries, inside its seal,
 * HMAC-SHA-256(threadKey, label | direction | number | body): the letterbox can keep a
 * message back, but not make one, alter one, or pass one off as another thread's.
 */
export type Direction = 'to-desk' | 'to-tipster';

export interface ThreadMessage {
  readonly direction: Direction;
  /** 1, 2, 3 … for each direction apart. */
  readonly seq: number;
  /** A JSON text: a Reply or a FollowUp. */
  readonly body: string;
}

/** A message's payload, ready for `seal` (to the desk) or `pad` and `sealReply` (to the tipster). */
export function messagePayload(message: ThreadMessage, threadKey: Uint8Array): Payload {
  if (!isSeq(message.seq)) throw new RangeError('Messages are numbered from 1.');
  return { json: { v: 1, kind: 'message', ...message, mac: toHex(macOf(message, threadKey)) }, parts: [] };
}

export type MessageFault = 'not-a-message' | 'wrong-direction' | 'wrong-mac' | 'replay';

export interface Thread {
  /** Proven messages in order of their numbers. */
  readonly messages: readonly ThreadMessage[];
  /** What was refused: its place in what was handed in, and why. */
  readonly refused: readonly { readonly at: number; readonly fault: MessageFault }[];
  /** Numbers below the highest that did not arrive: something was kept back. */
  readonly missing: readonly number[];
  /** Numbers that two different proven messages carry (two phones wrote at once): both are kept. */
  readonly doubled: readonly number[];
}

/** Reads one direction of a thread. Payloads may come in any order and from anyone. */
export function readThread(payloads: readonly Payload[], direction: Direction, threadKey: Uint8Array): Thread {
  const seen = new Map<string, ThreadMessage>();
  const refused: { at: number; fault: MessageFault }[] = [];
  payloads.forEach((payload, at) => {
    const read = readMessage(payload, direction, threadKey);
    if (typeof read === 'string') refused.push({ at, fault: read });
    else if (seen.has(read.mac)) refused.push({ at, fault: 'replay' });
    else seen.set(read.mac, read.message);
  });
  // Two messages with one number are ordered by their MAC: the same on every phone and desk.
  const sorted = [...seen].sort(([macA, a], [macB, b]) => a.seq - b.seq || (macA < macB ? -1 : 1));
  const messages = sorted.map(([, message]) => message);
  const numbers = messages.map(({ seq }) => seq);
  const highest = numbers.at(-1) ?? 0;
  const missing = highest > 10_000 ? [] : Array.from({ length: highest }, (_, i) => i + 1).filter((n) => !numbers.includes(n));
  return { messages, refused, missing, doubled: [...new Set(numbers.filter((n, i) => numbers.indexOf(n) !== i))] };
}

function readMessage(
  { json, parts }: Payload,
  expected: Direction,
  threadKey: Uint8Array,
): { message: ThreadMessage; mac: string } | MessageFault {
  const { v, kind, direction, seq, body, mac } = json;
  const shaped = v === 1 && kind === 'message' && Object.keys(json).length === 6 && parts.length === 0;
  if (!shaped || typeof body !== 'string' || typeof mac !== 'string' || !isSeq(seq)) return 'not-a-message';
  if (direction !== expected) return 'wrong-direction';
  const message: ThreadMessage = { direction: expected, seq, body };
  const given = fromHex(mac);
  return given !== null && sameBytes(given, macOf(message, threadKey)) ? { message, mac } : 'wrong-mac';
}

const isSeq = (seq: unknown): seq is number => Number.isInteger(seq) && (seq as number) >= 1 && (seq as number) <= 0xffffffff;

const macOf = ({ direction, seq, body }: ThreadMessage, threadKey: Uint8Array): Uint8Array =>
  hmac(sha256, threadKey, concat(utf8('sin-trampa/v1/thread\0'), u8(direction === 'to-desk' ? 1 : 2), u32(seq), utf8(body)));
