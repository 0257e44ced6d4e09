import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { mailChannel, printChannel, webhookChannel, type Channel } from './channels.ts';
import { createClockwork, TICK_SECONDS } from './clockwork.ts';
import type { IntakeConfig } from './config.ts';
import { createFullness } from './fullness.ts';
import { createIntake, type Handle } from './handle.ts';
import type { Log } from './log.ts';
import type { Driver } from './store/driver.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';
import { createStore, type Store } from './store/store.ts';
import { dayOf, hourOf } from './times.ts';

export interface Surroundings {
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** Practice prints alerts instead of sending them. */
  readonly print: ((line: string) => void) | null;
  readonly clock: () => number;
  readonly log: Log;
}

export interface Letterbox {
  readonly handle: Handle;
  readonly store: Store;
  readonly tick: () => Promise<void>;
  /** Stops the clockwork and closes the database. */
  readonly close: () => Promise<void>;
}

export const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

/** Puts a whole letterbox together, without a socket. */
export async function openLetterbox(config: IntakeConfig, { databaseUrl, smtpUrl, print, clock, log }: Surroundings): Promise<Letterbox> {
  const driver: Driver = databaseUrl === undefined ? await openSqlite(config.database) : await openPostgres(databaseUrl);
  const { limits, keep } = config;
  const store = createStore(driver, () => ({
    hour: hourOf(clock()),
    purgeDay: dayOf(clock()) + keep.days,
    quarantineAfter: limits.quarantineAfter,
    quarantineBytes: limits.quarantineBytes,
  }));
  const secret = await store.secret('proof', random(32));
  const isFull = createFullness(store, databaseUrl === undefined ? dirname(config.database) : null, limits, clock, log);
  const channels: Channel[] = print === null ? [webhookChannel(fetch)] : [printChannel(print)];
  if (print === null && smtpUrl !== undefined && config.mailFrom !== null) channels.push(mailChannel(smtpUrl, config.mailFrom));
  const tick = createClockwork({ store, clock, config, channels, holder: random(16), log });
  const timer = setInterval(() => void tick(), TICK_SECONDS * 1_000);
  timer.unref();
  void tick();
  return {
    handle: createIntake({ store, clock, random, config, secret, isFull, log }),
    store,
    tick,
    close: async () => {
      clearInterval(timer);
      await store.close();
    },
  };
}
