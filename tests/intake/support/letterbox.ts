import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { toHex } from '#domain/tip/bytes.ts';
import { createTipClient, type TipClient } from '#domain/tip/client.ts';
import { createDeskClient, type DeskClient } from '#domain/tip/desk-client.ts';
import { solveProof } from '#domain/tip/proof.ts';
import { BUCKETS } from '#domain/tip/limits.ts';
import type { ResponseLike } from '#intake/answers.ts';
import { readConfig, type IntakeConfig } from '#intake/config.ts';
import { createIntake, type Handle, type IntakeTools } from '#intake/handle.ts';
import type { LogEvent } from '#intake/log.ts';
import type { Driver } from '#intake/store/driver.ts';
import { openSqlite } from '#intake/store/sqlite.ts';
import { createStore, type Store } from '#intake/store/store.ts';
import { dayOf, hourOf } from '#intake/times.ts';

export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
export const signKeys = { tumbes: random(32), resto: random(32), nacional: random(32) };
const publicKey = (secret: Uint8Array) => toHex(ed25519.getPublicKey(secret));

/** A configuration whose proofs cost next to nothing to make. */
export const aConfig = (more: Record<string, unknown> = {}): IntakeConfig =>
  readConfig({
    salt: 'prueba-de-buzon',
    origin: 'https://sintrampa.example',
    desks: [
      { id: 'nacional', name: 'Nacional', national: true, signKeys: [publicKey(signKeys.nacional)] },
      { id: 'tumbes', name: 'Tumbes', signKeys: [publicKey(signKeys.tumbes)] },
      { id: 'resto', name: 'Resto', signKeys: [publicKey(signKeys.resto)] },
    ],
    proof: { cost: 2, least: 0, most: 2 },
    ...more,
  });

/** Bytes that look sealed to the letterbox, which never opens anything. */
export function sealedLike(bucket: 0 | 1 | 2 | 3 = 0, fill: Uint8Array = random(64)): Uint8Array {
  const overhead = { 0: 298, 1: 298, 2: 410, 3: 794 }[bucket];
  const sealed = new Uint8Array(BUCKETS[bucket] + overhead).fill(0xa5);
  sealed.set(new TextEncoder().encode('age-encryption.org/v1\n'));
  sealed.set(fill, 200);
  return sealed;
}

export interface TestLetterbox {
  readonly config: IntakeConfig;
  readonly store: Store;
  readonly handle: Handle;
  readonly tools: IntakeTools;
  readonly log: LogEvent[];
  /** Milliseconds; move it by setting `now`. */
  readonly time: { now: number };
  readonly client: TipClient;
  readonly desk: (id: keyof typeof signKeys, more?: { signKey?: Uint8Array; clock?: () => number }) => DeskClient;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

export interface TestSetting {
  readonly config?: Record<string, unknown>;
  readonly open?: (folder: string) => Promise<Driver>;
  readonly isFull?: () => Promise<boolean>;
}

export const START = Date.UTC(2026, 10, 20, 15, 24);

/** A letterbox without a socket, with a clock of its own. */
export async function aLetterbox({ config: more, open = (folder) => openSqlite(join(folder, 'buzon.db')), isFull = async () => false }: TestSetting = {}): Promise<TestLetterbox> {
  const folder = await mkdtemp(join(tmpdir(), 'buzon-'));
  const [config, time, log] = [aConfig(more), { now: START }, [] as LogEvent[]];
  const clock = () => time.now;
  const store = createStore(await open(folder), () => ({
    hour: hourOf(clock()), purgeDay: dayOf(clock()) + config.keep.days,
    quarantineAfter: config.limits.quarantineAfter, quarantineBytes: config.limits.quarantineBytes,
  }));
  const tools: IntakeTools = { store, clock, random, config, secret: await store.secret('proof', random(32)), isFull, log: (event) => log.push(event) };
  const handle = createIntake(tools);
  const fetch = fetchOf(handle);
  const endpoint = 'http://buzon.test/buzon';
  return {
    config, store, handle, tools, log, time, folder,
    client: createTipClient({ fetch, endpoint, solve: solveProof, wait: async () => undefined }),
    desk: (id, { signKey = signKeys[id], clock: deskClock = clock } = {}) =>
      createDeskClient({ fetch, endpoint, salt: config.salt, desk: id, signKey, clock: deskClock, random }),
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** Hands a body to the letterbox as a browser on the right page would. */
export const post = (handle: Handle, body: Uint8Array, more: Partial<Parameters<Handle>[0]> = {}): Promise<ResponseLike> =>
  handle({ method: 'POST', contentType: 'application/octet-stream', origin: 'https://sintrampa.example', length: body.length, body: chunks(body), ...more });

/** The word that a refusal begins with. */
export const faultOf = (response: ResponseLike): string => (response.status === 200 ? 'none' : new TextDecoder().decode(response.body).split(' ')[0] ?? '');

function fetchOf(handle: Handle): typeof fetch {
  return async (_, init) => {
    const { status, headers, body } = await post(handle, init?.body as Uint8Array);
    return new Response(status === 204 ? null : Buffer.from(body), { status, headers });
  };
}

/** Sends a tip; its parts may be chosen. */
export async function deposit(box: Pick<TestLetterbox, 'client'>, more: Partial<{ retryKey: Uint8Array; box: Uint8Array; desk: string; sealed: Uint8Array }> = {}) {
  const delivery = { retryKey: random(16), box: random(32), desk: 'tumbes', sealed: sealedLike(), ...more };
  return { delivery, answer: await box.client.deposit(delivery, null) };
}
