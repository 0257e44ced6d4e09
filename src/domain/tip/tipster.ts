import type { FollowUp, Reply, Tip } from './tip.ts';
import { LIMITS } from './limits.ts';
import { tipToPayload } from './content.ts';
import { messagePayload, readThread, type Thread } from './thread.ts';
import { open, OpenError, seal, type Pinned } from './seal.ts';
import type { Payload } from './envelope.ts';
import { toHex } from './bytes.ts';
import { boxOf, type ReceiptKeys } from './receipt-keys.ts';

/** What the person's phone does, in four functions. Nothing here touches the network. */

/** A tip as the form holds it: without what the receipt adds. */
export type TipWords = Omit<Tip, 'v' | 'kind' | 'reply'>;

export interface SealedTip {
  readonly sealed: Uint8Array;
  /** 32 bytes that name the mailbox. Without a receipt they are random, so nobody can tell the two apart. */
  readonly box: Uint8Array;
}

/**
 * Seals a tip.
 * @param keys null for "send without a receipt"
 * @param random 32 fresh random bytes
 * @throws SealError; then nothing may be sent
 */
export async function sealTip(words: TipWords, keys: ReceiptKeys | null, pinned: Pinned, random: Uint8Array): Promise<SealedTip> {
  const reply = keys === null ? null : { address: keys.address, threadKey: toHex(keys.threadKey) };
  const sealed = await seal(tipToPayload({ v: 1, kind: 'tip', ...words, reply }), pinned);
  return { sealed, box: keys === null ? random : boxOf(keys.token) };
}

/**
 * Seals a follow-up.
 * @param seq `nextSeq` of what the mailbox answered
 * @throws SealError; then nothing may be sent
 */
export async function sealFollowUp(words: Omit<FollowUp, 'v' | 'kind'>, seq: number, keys: ReceiptKeys, pinned: Pinned): Promise<Uint8Array> {
  const followUp: FollowUp = { v: 1, kind: 'follow-up', ...words };
  return seal(messagePayload({ direction: 'to-desk', seq, body: JSON.stringify(followUp) }, keys.threadKey), pinned);
}

export interface Replies {
  readonly replies: readonly { readonly seq: number; readonly reply: Reply }[];
  /** Replies that did not open or were not proven. Shown as "we could not open a message", never hidden. */
  readonly unreadable: number;
  readonly missing: Thread['missing'];
}

/** Opens what the mailbox held. Damaged or forged messages are counted, not thrown. */
export async function openReplies(sealed: readonly Uint8Array[], keys: ReceiptKeys): Promise<Replies> {
  const payloads: Payload[] = [];
  for (const one of sealed) {
    try {
      payloads.push(await open(one, [keys.identity]));
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
    }
  }
  const thread = readThread(payloads, 'to-tipster', keys.threadKey);
  const read = thread.messages.map(({ seq, body }) => ({ seq, reply: readReply(body) }));
  const replies = read.flatMap(({ seq, reply }) => (reply === null ? [] : [{ seq, reply }]));
  const replays = thread.refused.filter(({ fault }) => fault === 'replay').length;
  return { replies, unreadable: sealed.length - replies.length - replays, missing: thread.missing };
}

/** The same rules as `replySchema`, without zod's weight (a test holds the two together). */
export function readReply(body: string): Reply | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return null;
  const { v, kind, text, language } = value as Record<string, unknown>;
  const right =
    v === 1 &&
    (kind === 'received' || kind === 'message' || kind === 'closed') &&
    typeof text === 'string' && text.length <= LIMITS.message &&
    typeof language === 'string' && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language);
  return right ? { v: 1, kind, text, language } : null;
}
