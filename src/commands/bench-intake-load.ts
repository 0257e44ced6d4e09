import { randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { BUCKETS } from '#domain/tip/limits.ts';
import { fromUtf8, Reader, toHex } from '#domain/tip/bytes.ts';
import { solveProof } from '#domain/tip/proof.ts';
import { CONTENT_TYPE, encodeRequest, HEAD, type Deposit } from '#domain/tip/wire.ts';

/** The load generator of `npm run bench:intake`: tips for a letterbox on this machine, never elsewhere. */
export interface Load {
  /** Retry keys (hex) of the tips that were acknowledged. */
  readonly acknowledged: string[];
  /** Milliseconds that each acknowledged tip took. */
  readonly times: number[];
  /** Answers other than 200, by status; 0 is no answer. */
  readonly refusals: Record<number, number>;
  /** Seconds that the deposits took, proofs apart. */
  seconds: number;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

function post(agent: Agent, port: number, body: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const none = (): void => resolve({ status: 0, body: Buffer.alloc(0) });
    const sent = request({ agent, host: '127.0.0.1', port, path: '/buzon', method: 'POST', headers: { 'content-type': CONTENT_TYPE, 'content-length': body.length } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }));
      response.on('error', none);
    });
    sent.on('error', none);
    sent.setTimeout(20_000, () => sent.destroy());
    sent.end(body);
  });
}

async function proofFrom(agent: Agent, port: number): Promise<Uint8Array | null> {
  const { status, body } = await post(agent, port, encodeRequest({ op: 'challenge' }));
  if (status !== 200) return null;
  return solveProof(fromUtf8(new Reader(new Uint8Array(body.subarray(HEAD))).blob(4_096)));
}

function someTip(desk: string): Omit<Deposit, 'proof'> {
  const sealed = new Uint8Array(randomBytes(BUCKETS[0] + 298));
  sealed.set(new TextEncoder().encode('age-encryption.org/v1\n'));
  return { op: 'deposit', retryKey: new Uint8Array(randomBytes(16)), box: new Uint8Array(randomBytes(32)), desk, sealed };
}

/** Runs `work` on every item, `width` at a time. */
async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(Array.from({ length: width }, async () => {
    for (const item of queue) await work(item);
  }));
}

/**
 * Deposits `count` tips over `width` connections. Proofs are made before the clock starts:
 * this machine plays all the phones, and they share its two cores with the letterbox.
 */
export async function load(port: number, count: number, width: number, desk = 'tumbes'): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const result: Load = { acknowledged: [], times: [], refusals: {}, seconds: 0 };
  const proofs: Uint8Array[] = [];
  await inParallel(Array.from({ length: count }), width, async () => {
    const proof = await proofFrom(agent, port);
    if (proof !== null) proofs.push(proof);
  });
  const start = performance.now();
  await inParallel(proofs, width, (proof) => sendOne(agent, port, proof, desk, result));
  result.seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return result;
}

/** Deposits tips until `stop` is aborted; whatever is under way then may or may not be stored. */
export async function loadUntil(port: number, width: number, stop: AbortSignal, result: Load, desk = 'tumbes'): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  await Promise.all(Array.from({ length: width }, async () => {
    while (!stop.aborted) {
      const proof = await proofFrom(agent, port);
      if (proof === null) await new Promise((resolve) => setTimeout(resolve, 20));
      else await sendOne(agent, port, proof, desk, result);
    }
  }));
  agent.destroy();
}

async function sendOne(agent: Agent, port: number, proof: Uint8Array, desk: string, result: Load): Promise<void> {
  const tip = someTip(desk);
  const began = performance.now();
  const { status } = await post(agent, port, encodeRequest({ ...tip, proof }));
  if (status === 200) {
    result.acknowledged.push(toHex(tip.retryKey));
    result.times.push(performance.now() - began);
  } else result.refusals[status] = (result.refusals[status] ?? 0) + 1;
}

export const noLoad = (): Load => ({ acknowledged: [], times: [], refusals: {}, seconds: 0 });

// As a process of its own: node bench-intake-load.ts <port> <count> <width>
if (import.meta.main) {
  const [port, count, width] = process.argv.slice(2).map(Number);
  if (port === undefined || count === undefined || width === undefined) throw new Error('port, count, width');
  process.stdout.write(JSON.stringify(await load(port, count, width)));
}
