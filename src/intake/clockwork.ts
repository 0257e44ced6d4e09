import type { Channel } from './channels.ts';
import type { IntakeConfig } from './config.ts';
import { codeOf, type Log } from './log.ts';
import { addAlert, collectAlerts, countUnopened, FAILING_AFTER, missAlert, settleAlert, waitingAlerts, type Waiting } from './store/outbox.ts';
import { forgetOld, purgeExpired } from './store/purge.ts';
import type { Store } from './store/store.ts';
import { dayOf, hourOf } from './times.ts';
import { alertText } from './words.ts';

export interface ClockworkTools {
  readonly store: Store;
  readonly clock: () => number;
  readonly config: IntakeConfig;
  readonly channels: readonly Channel[];
  /** 16 random bytes that name this process. */
  readonly holder: Uint8Array;
  readonly log: Log;
}

/** Seconds between two ticks, as the server calls them; a lease lasts a little over two. */
export const TICK_SECONDS = 60;
const MINUTE = 60_000;

/**
 * What the letterbox does by itself: alerts once an hour, retries, deletions once a day.
 * Of several processes on one database, one does it.
 * @returns one tick; a test calls it with a clock of its own
 */
export function createClockwork({ store, clock, config, channels, holder, log }: ClockworkTools): () => Promise<void> {
  const national = config.desks.find((desk) => desk.national)?.id ?? '';
  const nextTry = new Map<string, number>();
  let collected = -1;
  let purged = -1;
  let complained = -1;

  async function tick(): Promise<void> {
    if (!(await store.lease('clockwork', holder, Math.floor(clock() / 1_000), 2 * TICK_SECONDS + 30))) return;
    const [hour, today] = [hourOf(clock()), dayOf(clock())];
    if (config.alerts === 'at-once' || hour !== collected) {
      await store.transaction((sql) => collectAlerts(sql, hour, today, national));
      collected = hour;
    }
    await deliver(hour);
    if (today !== purged) {
      await purge(today, hour);
      purged = today;
    }
  }

  async function deliver(hour: number): Promise<void> {
    const waiting = await store.transaction(waitingAlerts);
    let [sent, failing] = [0, 0];
    for (const alert of waiting) {
      const key = `${alert.desk} ${alert.kind}`;
      if ((nextTry.get(key) ?? 0) <= clock()) {
        if (await deliverOne(alert)) {
          nextTry.delete(key);
          sent += 1;
          continue;
        }
        nextTry.set(key, clock() + Math.min(60, 2 ** alert.attempts) * MINUTE);
      }
      if (alert.attempts + 1 >= FAILING_AFTER) failing += alert.count;
    }
    if (sent > 0) log({ event: 'alerts-sent', count: sent });
    if (failing > 0 && hour !== complained) {
      complained = hour;
      log({ event: 'alerts-undelivered', count: failing });
      await store.transaction((sql) => addAlert(sql, national, 'undelivered', failing, hour));
    }
  }

  /** True when the alert is done: taken by one way at least, or no longer true. */
  async function deliverOne(alert: Waiting): Promise<boolean> {
    const desk = config.desks.find((one) => one.id === alert.desk);
    const current = await currentCount(alert);
    if (desk === undefined || current === 0) {
      await store.transaction((sql) => settleAlert(sql, alert));
      return true;
    }
    const results = await Promise.allSettled(channels.map((channel) => channel(desk, alertText(alert.kind, current, desk.name))));
    if (results.some((result) => result.status === 'fulfilled')) {
      await store.transaction((sql) => settleAlert(sql, alert));
      return true;
    }
    await store.transaction((sql) => missAlert(sql, alert));
    log({ event: 'alert-failed', code: codeOf(results.find((result) => result.status === 'rejected')?.reason ?? {}) });
    return false;
  }

  /** Alerts about unopened tips fall silent as soon as someone has opened them. */
  async function currentCount({ desk, kind, count }: Waiting): Promise<number> {
    if (kind !== 'new' && !kind.startsWith('unopened')) return count;
    return Math.min(count, await store.transaction((sql) => countUnopened(sql, desk === national ? null : desk)));
  }

  async function purge(today: number, hour: number): Promise<void> {
    let count = 0;
    for (let some = -1; some !== 0; count += some) some = await store.transaction((sql) => purgeExpired(sql, today, config.keep.graceDays));
    await store.transaction((sql) => forgetOld(sql, hour));
    await store.scrub();
    if (count > 0) log({ event: 'purged', count });
  }

  return async () => {
    try {
      await tick();
    } catch (error) {
      log({ event: 'tick-failed', code: codeOf(error) });
    }
  };
}
