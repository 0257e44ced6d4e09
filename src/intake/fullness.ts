import { statfs } from 'node:fs/promises';
import type { IntakeConfig } from './config.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

/** Milliseconds that an answer holds. */
const HOLD = 15_000;

/**
 * Stops the letterbox before the disk does: when the disk is four fifths full, or the
 * database has reached its size, nothing more is taken, and the answer says so.
 * @param folder where the database lives, to ask its disk; null when it lives on another machine
 */
export function createFullness(store: Store, folder: string | null, limits: IntakeConfig['limits'], clock: () => number, log: Log): () => Promise<boolean> {
  let until = Number.NEGATIVE_INFINITY;
  let full = false;
  return async () => {
    if (clock() < until) return full;
    full = (await store.size()) >= limits.databaseBytes || (folder !== null && (await diskShare(folder)) >= limits.diskShare);
    until = clock() + HOLD;
    if (full) log({ event: 'disk-guard' });
    return full;
  };
}

async function diskShare(folder: string): Promise<number> {
  const { blocks, bavail } = await statfs(folder);
  return 1 - bavail / blocks;
}
