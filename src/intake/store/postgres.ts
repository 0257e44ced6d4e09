import pg from 'pg';
import type { Driver, Row, Sql } from './driver.ts';
import { makeTables } from './schema.ts';

/** PostgreSQL, for several machines behind a balancer. Values are never put into a message that might be logged. */
export async function openPostgres(url: string): Promise<Driver> {
  const types = {
    // BIGINT comes as text by default; hours and sizes fit a number.
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 6,
    types,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 10_000,
    lock_timeout: 5_000,
    options: '-c synchronous_commit=on',
  });
  // A connection that breaks while idle is thrown away by the pool; without a listener Node would stop.
  pool.on('error', () => undefined);

  const transaction = async <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => { broken = error; };
    client.on('error', onError);
    try {
      await client.query('BEGIN');
      const result = await work(async (text, ...values) => (await client.query<Row>(text, values)).rows);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => { broken = failure; });
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  };

  await transaction(async (sql) => {
    // Two machines that start at once would both create the tables: one waits here.
    await sql('SELECT pg_advisory_xact_lock(731907)');
    await makeTables(sql, { bytes: 'BYTEA', whole: 'BIGINT', ending: '' });
  });
  return {
    engine: 'postgres',
    transaction,
    size: () => transaction(async (sql) => Number((await sql('SELECT pg_database_size(current_database()) AS size'))[0]?.['size'])),
    // Old WAL and backups keep deleted ciphertext; destroying the desks' old keys is what erases it.
    scrub: async () => { await pool.query('VACUUM'); },
    close: () => pool.end(),
  };
}
