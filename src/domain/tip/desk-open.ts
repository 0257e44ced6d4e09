import { payloadToTip } from './content.ts';
import { pad } from './envelope.ts';
import { followUpSchema, tipSchema, type FollowUp, type Reply, type Tip } from './tip.ts';
import { messagePayload, readThread, type Thread } from './thread.ts';
import { open, OpenError } from './seal.ts';
import { fromHex } from './bytes.ts';
import type { Payload } from './envelope.ts';

/** What the desk does with a seal, on the operator's machine. Nothing here touches the network. */

/**
 * Opens and checks a tip.
 * @throws OpenError: `no-key`, `damaged` or `bad-envelope` are states to show, never a crash
 */
export async function openTip(sealed: Uint8Array, identities: readonly string[]): Promise<Tip> {
  const tip = tipSchema.safeParse(payloadToTip(await open(sealed, identities)));
  if (!tip.success) throw new OpenError('bad-envelope');
  return tip.data;
}

export interface FollowUps {
  readonly followUps: readonly { readonly seq: number; readonly followUp: FollowUp }[];
  /** Messages that did not open, were not proven, or were not a follow-up. */
  readonly unreadable: number;
  readonly refused: Thread['refused'];
  readonly missing: Thread['missing'];
  readonly doubled: Thread['doubled'];
}

/** Opens the follow-ups of one tip; `tip.reply` must not be null. */
export async function openFollowUps(sealed: readonly Uint8Array[], identities: readonly string[], threadKeyHex: string): Promise<FollowUps> {
  const payloads: Payload[] = [];
  for (const one of sealed) {
    try {
      payloads.push(await open(one, identities));
    } catch (error) {
      if (!(error instanceof OpenError)) throw error;
    }
  }
  const { messages, refused, missing, doubled } = readThread(payloads, 'to-desk', threadKey(threadKeyHex));
  const followUps = messages.flatMap(({ seq, body }) => {
    const followUp = readFollowUp(body);
    return followUp === null ? [] : [{ seq, followUp }];
  });
  const replays = refused.filter(({ fault }) => fault === 'replay').length;
  return { followUps, unreadable: sealed.length - followUps.length - replays, refused, missing, doubled };
}

/**
 * The bytes of a reply before sealing: hand them to `sealReply(bytes, tip.reply.address)`,
 * or write them to a file and run `age -r <address>` on it.
 * @param seq 1 for the first reply to this tip, then 2, 3 …
 */
export function replyBytes(words: Omit<Reply, 'v'>, seq: number, threadKeyHex: string): Uint8Array {
  const reply: Reply = { v: 1, ...words };
  return pad(messagePayload({ direction: 'to-tipster', seq, body: JSON.stringify(reply) }, threadKey(threadKeyHex)));
}

function threadKey(hex: string): Uint8Array {
  const key = fromHex(hex);
  if (key?.length !== 32) throw new RangeError('A thread key is 32 bytes in hex.');
  return key;
}

function readFollowUp(body: string): FollowUp | null {
  try {
    return followUpSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}
