import type { Driver, Sql } from './driver.ts';
import { bytes, number } from './driver.ts';
import { createBatch } from './batch.ts';
import { depositAll, type DepositOutcome, type DepositRules, type NewTip } from './deposit.ts';

/** What the letterbox asks of its memory. Everything else runs as a function on a transaction. */
export interface Store {
  readonly engine: Driver['engine'];
  /** Resolves after the commit; tips that come together share one. */
  deposit(tip: NewTip): Promise<DepositOutcome>;
  transaction: Driver['transaction'];
  /** Weight of the tips that came in an hour. */
  weightOf(hour: number): Promise<number>;
  /** A secret of this deployment that all its processes share; made by whoever asks first. */
  secret(name: string, fresh: Uint8Array): Promise<Uint8Array>;
  /** True when this process does the clockwork for the next seconds; the others leave it alone. */
  lease(name: string, holder: Uint8Array, nowSecond: number, seconds: number): Promise<boolean>;
  size: Driver['size'];
  scrub: Driver['scrub'];
  close: Driver['close'];
}

/** @param rules the rules of the moment, asked anew for each commit */
export function createStore(driver: Driver, rules: () => DepositRules): Store {
  const { engine, transaction, size, scrub, close } = driver;
  return {
    engine,
    deposit: createBatch((tips) => transaction((sql) => depositAll(sql, tips, rules())), engine === 'sqlite' ? 6 : 0),
    transaction,
    weightOf: (hour) => transaction(async (sql) => number((await sql('SELECT weight FROM hourly WHERE hour = $1', hour))[0], 'weight')),
    secret: (name, fresh) => transaction((sql) => sharedSecret(sql, name, fresh)),
    lease: (name, holder, nowSecond, seconds) =>
      transaction(async (sql) => {
        const rows = await sql(
          `INSERT INTO lease (name, holder, until_second) VALUES ($1, $2, $3)
           ON CONFLICT (name) DO UPDATE SET holder = $2, until_second = $3
           WHERE lease.until_second < $4 OR lease.holder = $2 RETURNING name`,
          name, holder, nowSecond + seconds, nowSecond,
        );
        return rows.length === 1;
      }),
    size,
    scrub,
    close,
  };
}

async function sharedSecret(sql: Sql, name: string, fresh: Uint8Array): Promise<Uint8Array> {
  await sql('INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', name, fresh);
  const [row] = await sql('SELECT value FROM setting WHERE name = $1', name);
  if (row === undefined) throw new Error('The database does not keep settings.');
  return bytes(row, 'value');
}
