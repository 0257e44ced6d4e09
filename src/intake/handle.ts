import { CONTENT_TYPE, decodeRequest, encodeChallenge, encodeMailbox, opOf, type Deposit, type FollowUpRequest, type TipsterRequest } from '#domain/tip/wire.ts';
import { BUCKETS } from '#domain/tip/limits.ts';
import { boxOf } from '#domain/tip/receipt-keys.ts';
import { SEALED_LENGTHS } from '#domain/tip/seal.ts';
import { fromUtf8 } from '#domain/tip/bytes.ts';
import { answer, done, preflight, readableFrom, refuse, type ResponseLike } from './answers.ts';
import { readBody } from './body.ts';
import type { IntakeConfig } from './config.ts';
import { createDeskDoor } from './desk-door.ts';
import { codeOf, type Log } from './log.ts';
import { judgeProof, makeChallenge } from './proof.ts';
import { addFollowUp, readMailbox } from './store/mailbox.ts';
import type { Store } from './store/store.ts';
import { dayOf, hourOf } from './times.ts';

/** What the letterbox sees of a request. There is no field for an address: it cannot be kept. */
export interface RequestLike {
  readonly method: string;
  readonly contentType: string | null;
  readonly origin: string | null;
  /** Content-Length, if there was one. */
  readonly length: number | null;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface IntakeTools {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly config: IntakeConfig;
  /** Shared by all processes of a deployment; signs challenges. */
  readonly secret: Uint8Array;
  /** True when the disk or the database is too full to take anything more. */
  readonly isFull: () => Promise<boolean>;
  readonly log: Log;
}

export type Handle = (request: RequestLike) => Promise<ResponseLike>;

/** The letterbox without its socket: a request in, an answer out. Never rejects. */
export function createIntake(tools: IntakeTools): Handle {
  const { config, log } = tools;
  const atDesk = createDeskDoor(tools);
  const atSlot = createSlot(tools);

  async function serve(request: RequestLike): Promise<ResponseLike> {
    if (request.method === 'OPTIONS') return preflight();
    if (request.method !== 'POST') return refuse('wrong-method');
    if (request.contentType?.split(';')[0]?.trim().toLowerCase() !== CONTENT_TYPE) return refuse('wrong-type');
    // A body that breaks off is the caller's affair: nothing was taken.
    const read = await readBody(request.body, request.length).catch(() => ({ ok: false, fault: 'malformed' }) as const);
    if (!read.ok) return refuse(read.fault);
    if (opOf(read.body) === 'desk') return atDesk(read.body);
    const decoded = decodeRequest(read.body);
    return decoded === null ? refuse('malformed') : atSlot(decoded);
  }

  return async (request) => {
    const foreign = config.origin !== null && request.origin !== null && request.origin !== config.origin;
    if (foreign) return refuse('wrong-origin');
    let response: ResponseLike;
    try {
      response = await serve(request);
    } catch (error) {
      // A full disk, a database that went away: nothing was acknowledged.
      log({ event: 'store-failed', code: codeOf(error) });
      response = refuse('not-kept');
    }
    return config.origin === null ? response : readableFrom(response, config.origin);
  };
}

/** What a text and what photos count in the hourly window. */
const weightOf = (sealed: Uint8Array): number => [1, 2, 8, 32][BUCKETS.findIndex((bucket) => sealed.length < 2 * bucket)] ?? 32;

const AGE = 'age-encryption.org/v1\n';
const isSealed = (sealed: Uint8Array): boolean => {
  if (!SEALED_LENGTHS.has(sealed.length)) return false;
  try {
    return fromUtf8(sealed.subarray(0, AGE.length)) === AGE;
  } catch {
    return false;
  }
};

function createSlot({ store, clock, random, config, secret, isFull }: IntakeTools): (request: TipsterRequest) => Promise<ResponseLike> {
  const { limits, keep, proof } = config;
  const desks = new Set(config.desks.filter((desk) => !desk.national).map((desk) => desk.id));

  async function challenge(): Promise<ResponseLike> {
    const weight = await store.weightOf(hourOf(clock()));
    const factor = weight >= limits.dearestAfter ? 4 : weight >= limits.dearerAfter ? 2 : 1;
    const rules = { ...proof, cost: proof.cost * factor };
    return answer(encodeChallenge(await makeChallenge(rules, secret, clock(), new DataView(random(4).buffer).getUint32(0) / 2 ** 32)));
  }

  async function deposit({ retryKey, box, desk, proof: bytes, sealed }: Deposit): Promise<ResponseLike> {
    if (!isSealed(sealed)) return refuse('not-sealed');
    if (!desks.has(desk)) return refuse('unknown-desk');
    const verdict = await judgeProof(bytes, secret, clock());
    if (!verdict.ok) return refuse(verdict.fault);
    if (await isFull()) return refuse('full');
    const outcome = await store.deposit({ id: random(16), retryKey, box, desk, proof: verdict.proof, sealed, weight: weightOf(sealed) });
    return outcome === 'kept' ? done('deposit') : refuse(outcome);
  }

  async function followUp({ retryKey, token, sealed }: FollowUpRequest): Promise<ResponseLike> {
    if (!isSealed(sealed)) return refuse('not-sealed');
    if (await isFull()) return refuse('full');
    const purgeDay = dayOf(clock()) + keep.activeDays;
    const one = { id: random(16), retryKey, box: boxOf(token), sealed, purgeDay, most: limits.followUps };
    const outcome = await store.transaction((sql) => addFollowUp(sql, one));
    return outcome === 'kept' ? done('follow-up') : refuse(outcome);
  }

  return async (request) => {
    switch (request.op) {
      case 'challenge':
        return challenge();
      case 'deposit':
        return deposit(request);
      case 'deposit-large': {
        const response = await deposit(request);
        return response.status === 200 ? done('deposit-large') : response;
      }
      case 'read':
        return answer(encodeMailbox(await store.transaction((sql) => readMailbox(sql, boxOf(request.token), request.page))));
      case 'follow-up':
        return followUp(request);
    }
  };
}
