import { toHex } from '#domain/tip/bytes.ts';
import type { DepositOutcome, NewTip } from './deposit.ts';

interface Waiting {
  readonly tip: NewTip;
  readonly resolve: (outcome: DepositOutcome) => void;
  readonly reject: (error: unknown) => void;
}

const MOST = 64;
const MOST_BYTES = 8_000_000;
/**
 * Gathers the tips that come while a commit is being written, and writes them with the next
 * one. Each caller hears its own outcome, and only after the commit.
 * @param gather milliseconds to wait for company, again as long as some arrives. SQLite needs
 *   it: while it commits nothing else runs, and whoever came meanwhile must first be read and
 *   checked to share the next commit. PostgreSQL commits elsewhere, and company gathers by itself.
 */
export function createBatch(write: (tips: readonly NewTip[]) => Promise<DepositOutcome[]>, gather: number): (tip: NewTip) => Promise<DepositOutcome> {
  let queue: Waiting[] = [];
  let busy = false;

  async function run(): Promise<void> {
    busy = true;
    while (queue.length > 0) {
      for (let before = 0; gather > 0 && before < queue.length && queue.length < MOST;) {
        before = queue.length;
        await new Promise((resolve) => setTimeout(resolve, gather));
      }
      const batch = take();
      try {
        const outcomes = await write(batch.map(({ tip }) => tip));
        batch.forEach(({ resolve }, i) => resolve(outcomes[i] ?? 'box-taken'));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  /** The first in line that share no key; a twin sent at the same moment waits for the next round. */
  function take(): Waiting[] {
    const keys = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    let size = 0;
    for (const one of queue) {
      const mine = [one.tip.retryKey, one.tip.box, one.tip.proof].map(toHex);
      const fits = batch.length === 0 || (batch.length < MOST && size + one.tip.sealed.length <= MOST_BYTES && mine.every((key) => !keys.has(key)));
      if (!fits) {
        rest.push(one);
        continue;
      }
      batch.push(one);
      size += one.tip.sealed.length;
      for (const key of mine) keys.add(key);
    }
    queue = rest;
    return batch;
  }

  return (tip) =>
    new Promise((resolve, reject) => {
      queue.push({ tip, resolve, reject });
      if (!busy) void run();
    });
}
