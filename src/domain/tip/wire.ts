import { BadBytes, blob, concat, Reader, shortText, u16, u8, utf8 } from './bytes.ts';
import { LARGE_BODY_LIMIT, MAILBOX_BYTES, REPLIES_PER_PAGE, REPLY_SLOT } from './limits.ts';

/**
 * The one request format of the letterbox. Everything is in the body of a POST; addresses and
 * headers end up in logs. Numbers are big-endian; `blob` is u32 length and bytes, `text` u8 length and UTF-8.
 *
 *     request:  "STB1" | u8 op | fields
 *       1 challenge     (nothing)
 *       2 deposit       16 retry key | 32 box | text desk | blob proof | blob sealed
 *       3 deposit-large the same; only this one may be longer than 64 KiB
 *       4 read          32 token | u16 page
 *       5 follow-up     16 retry key | 32 token | blob sealed
 *      16 desk          see wire-desk.ts
 *     answer:   200 "STB1" | u8 op | fields, or another status and `code sentence` as text/plain
 *       1 blob challenge (JSON)    2, 3, 5 nothing    4 always MAILBOX_BYTES long
 */
export const CONTENT_TYPE = 'application/octet-stream';
export const MAGIC = utf8('STB1');
export const OPS = { challenge: 1, deposit: 2, 'deposit-large': 3, read: 4, 'follow-up': 5, desk: 16 } as const;
export type Op = keyof typeof OPS;

/** Bytes that tell what a request is, before the rest is read: the magic and the op. */
export const HEAD = 5;
const PROOF_LIMIT = 2_048;

export interface Deposit {
  readonly op: 'deposit' | 'deposit-large';
  /** 16 random bytes, one for each draft: sending again with the same key stores nothing twice. */
  readonly retryKey: Uint8Array;
  readonly box: Uint8Array;
  readonly desk: string;
  readonly proof: Uint8Array;
  readonly sealed: Uint8Array;
}
export interface Read {
  readonly op: 'read';
  readonly token: Uint8Array;
  /** 0 for the newest replies, then older ones. */
  readonly page: number;
}
export interface FollowUpRequest {
  readonly op: 'follow-up';
  readonly retryKey: Uint8Array;
  readonly token: Uint8Array;
  readonly sealed: Uint8Array;
}
export type TipsterRequest = { readonly op: 'challenge' } | Deposit | Read | FollowUpRequest;

export function encodeRequest(request: TipsterRequest): Uint8Array {
  const head = concat(MAGIC, u8(OPS[request.op]));
  switch (request.op) {
    case 'challenge':
      return head;
    case 'deposit':
    case 'deposit-large':
      return concat(head, request.retryKey, request.box, shortText(request.desk), blob(request.proof), blob(request.sealed));
    case 'read':
      return concat(head, request.token, u16(request.page));
    case 'follow-up':
      return concat(head, request.retryKey, request.token, blob(request.sealed));
  }
}

/** Which op a request's first five bytes name; null when it is none of ours. */
export function opOf(head: Uint8Array): Op | null {
  if (head.length < HEAD || !MAGIC.every((byte, i) => head[i] === byte)) return null;
  return (Object.keys(OPS) as Op[]).find((op) => OPS[op] === head[4]) ?? null;
}

/** Reads a tipster's request; null when it is malformed. Never throws. */
export function decodeRequest(body: Uint8Array): TipsterRequest | null {
  const op = opOf(body);
  if (op === null || op === 'desk') return null;
  try {
    const reader = new Reader(body.subarray(HEAD));
    const request = readFields(op, reader);
    reader.end();
    return request;
  } catch (error) {
    if (error instanceof BadBytes) return null;
    throw error;
  }
}

function readFields(op: TipsterRequest['op'], reader: Reader): TipsterRequest {
  switch (op) {
    case 'challenge':
      return { op };
    case 'deposit':
    case 'deposit-large':
      return {
        op,
        retryKey: reader.take(16),
        box: reader.take(32),
        desk: reader.shortText(),
        proof: reader.blob(PROOF_LIMIT),
        sealed: reader.blob(LARGE_BODY_LIMIT),
      };
    case 'read':
      return { op, token: reader.take(32), page: reader.u16() };
    case 'follow-up':
      return { op, retryKey: reader.take(16), token: reader.take(32), sealed: reader.blob(LARGE_BODY_LIMIT) };
  }
}

/** What a mailbox holds. A box that does not exist answers with `known: false` and as many bytes. */
export interface Mailbox {
  readonly known: boolean;
  /** Id of the desk that has the tip now: follow-ups are sealed to it. Empty when unknown. */
  readonly desk: string;
  /** Follow-ups that arrived: the next one is numbered one higher. */
  readonly followUps: number;
  /** Replies in all, and those on this page (sealed). */
  readonly replies: number;
  readonly page: readonly Uint8Array[];
}
export const NO_MAILBOX: Mailbox = { known: false, desk: '', followUps: 0, replies: 0, page: [] };

export const answerHead = (op: Op): Uint8Array => concat(MAGIC, u8(OPS[op]));

/** Always MAILBOX_BYTES long. */
export function encodeMailbox({ known, desk, followUps, replies, page }: Mailbox): Uint8Array {
  if (page.length > REPLIES_PER_PAGE || page.some((reply) => reply.length > REPLY_SLOT)) throw new RangeError('Does not fit in a mailbox page.');
  const content = concat(answerHead('read'), u8(known ? 1 : 0), shortText(desk), u16(followUps), u16(replies), u8(page.length), ...page.map(blob));
  const answer = new Uint8Array(MAILBOX_BYTES);
  answer.set(content);
  return answer;
}

/** Reads a mailbox answer; null when it is malformed. */
export function decodeMailbox(answer: Uint8Array): Mailbox | null {
  if (answer.length !== MAILBOX_BYTES || opOf(answer) !== 'read') return null;
  try {
    const reader = new Reader(answer.subarray(HEAD));
    const [known, desk, followUps, replies, count] = [reader.u8() === 1, reader.shortText(), reader.u16(), reader.u16(), reader.u8()];
    if (count > REPLIES_PER_PAGE) return null;
    return { known, desk, followUps, replies, page: Array.from({ length: count }, () => reader.blob(REPLY_SLOT)) };
  } catch (error) {
    if (error instanceof BadBytes) return null;
    throw error;
  }
}

export const encodeChallenge = (json: string): Uint8Array => concat(answerHead('challenge'), blob(utf8(json)));
