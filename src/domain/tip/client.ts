import { BadBytes, fromUtf8, Reader } from './bytes.ts';
import { isFault, type Fault } from './faults.ts';
import { LARGE_BODY_LIMIT, MAILBOX_BYTES, REPLIES_PER_PAGE, BODY_LIMIT } from './limits.ts';
import { CONTENT_TYPE, decodeMailbox, encodeRequest, HEAD, opOf, type Mailbox, type Op, type TipsterRequest } from './wire.ts';

/** `offline`: no answer came. `strange-answer`: something answered that is not a letterbox. */
export type ClientFault = Fault | 'offline' | 'strange-answer' | 'no-proof';
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ClientFault };

export interface ClientTools {
  readonly fetch: typeof fetch;
  readonly endpoint: string;
  /** Solves a challenge: `solveProof`, here or in a worker. */
  readonly solve: (challenge: string) => Promise<Uint8Array | null>;
  /** Waits some milliseconds between tries. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

export interface Delivery {
  readonly retryKey: Uint8Array;
  readonly box: Uint8Array;
  readonly desk: string;
  readonly sealed: Uint8Array;
}

export interface TipClient {
  challenge(): Promise<Answer<string>>;
  /**
   * Sends a sealed tip until it is kept, at most four times, always with the same retry key:
   * it is stored once. `ok` means that it is on the letterbox's disk, and nothing else does.
   * @param proof one made beforehand; another is made when it is missing, stale or used
   */
  deposit(delivery: Delivery, proof: Uint8Array | null): Promise<Answer<null>>;
  /** One page of the mailbox; always the same number of bytes. */
  read(token: Uint8Array, page?: number): Promise<Answer<Mailbox>>;
  /** The mailbox with all its replies, page after page. */
  readAll(token: Uint8Array): Promise<Answer<Mailbox>>;
  followUp(retryKey: Uint8Array, token: Uint8Array, sealed: Uint8Array): Promise<Answer<null>>;
}

const TRIES = 4;
const AGAIN: readonly ClientFault[] = ['offline', 'not-kept', 'too-slow'];
const NEW_PROOF: readonly ClientFault[] = ['proof-expired', 'proof-used', 'bad-proof'];

export function createTipClient({ fetch, endpoint, solve, wait }: ClientTools): TipClient {
  const ask = (request: TipsterRequest) => post(fetch, endpoint, encodeRequest(request), request.op);
  const done = (answer: Answer<Uint8Array>): Answer<null> => (answer.ok ? { ok: true, value: null } : answer);

  async function untilKept(send: () => Promise<Answer<Uint8Array>>): Promise<Answer<null>> {
    for (let tries = 1; ; tries += 1) {
      const answer = await send();
      if (answer.ok || tries === TRIES || ![...AGAIN, ...NEW_PROOF].includes(answer.fault)) return done(answer);
      await wait(1_000 * 2 ** (tries - 1));
    }
  }

  const client: TipClient = {
    async challenge() {
      const answer = await ask({ op: 'challenge' });
      return answer.ok ? readAnswer(answer.value, (reader) => fromUtf8(reader.blob(4_096))) : answer;
    },
    async deposit(delivery, firstProof) {
      let proof = firstProof;
      return untilKept(async () => {
        if (proof === null) {
          const challenge = await client.challenge();
          if (!challenge.ok) return challenge;
          proof = await solve(challenge.value);
          if (proof === null) return { ok: false, fault: 'no-proof' };
        }
        // Head, keys, desk and proof take less than 3 kB beside the sealed tip.
        const op = delivery.sealed.length + 3_000 > BODY_LIMIT ? 'deposit-large' : 'deposit';
        const answer = await ask({ op, ...delivery, proof });
        if (!answer.ok && NEW_PROOF.includes(answer.fault)) proof = null;
        return answer;
      });
    },
    async read(token, page = 0) {
      const answer = await ask({ op: 'read', token, page });
      if (!answer.ok) return answer;
      const mailbox = decodeMailbox(answer.value);
      return mailbox === null ? { ok: false, fault: 'strange-answer' } : { ok: true, value: mailbox };
    },
    async readAll(token) {
      const first = await client.read(token);
      if (!first.ok) return first;
      const page = [...first.value.page];
      for (let number = 1; number * REPLIES_PER_PAGE < first.value.replies; number += 1) {
        const next = await client.read(token, number);
        if (!next.ok) return next;
        page.push(...next.value.page);
      }
      return { ok: true, value: { ...first.value, page } };
    },
    followUp: (retryKey, token, sealed) => untilKept(() => ask({ op: 'follow-up', retryKey, token, sealed })),
  };
  return client;
}

/** Reads the fields of an answer; anything malformed is a strange answer. */
export function readAnswer<T>(answer: Uint8Array, read: (reader: Reader) => T): Answer<T> {
  try {
    const reader = new Reader(answer.subarray(HEAD));
    const value = read(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof BadBytes || error instanceof TypeError) return { ok: false, fault: 'strange-answer' };
    throw error;
  }
}

/** Posts a body and returns the answer's bytes. Sends no cookie, no referrer and no header of its own. */
export async function post(fetch: ClientTools['fetch'], endpoint: string, body: Uint8Array, op: Op): Promise<Answer<Uint8Array>> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: body as Uint8Array<ArrayBuffer>,
      headers: { 'content-type': CONTENT_TYPE },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200 && opOf(bytes) === op && bytes.length <= 2 * LARGE_BODY_LIMIT + MAILBOX_BYTES) return { ok: true, value: bytes };
    const word = new TextDecoder().decode(bytes.subarray(0, 64)).split(' ')[0] ?? '';
    return { ok: false, fault: response.status !== 200 && isFault(word) ? word : 'strange-answer' };
  } catch {
    return { ok: false, fault: 'offline' };
  }
}
