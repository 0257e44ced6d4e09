import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Driver, Row, Sql, Value } from './driver.ts';
import { makeTables } from './schema.ts';

/** SQLite before 3.51.3 could damage a WAL database that two connections wrote to. */
const OLDEST = [3, 51, 3] as const;

/** True for SQLite 3.51.3 and younger. */
export function isSafeVersion(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, oldest] of OLDEST.entries()) {
    const part = parts[i] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}

/**
 * SQLite in this process: one connection, one transaction at a time.
 * Commits are on disk when they return (WAL with synchronous FULL), and deleted bytes are
 * overwritten (secure_delete).
 * @param maxPages stops the file from growing (4 KiB pages); tests fill a small disk with it
 */
export async function openSqlite(path: string, maxPages?: number): Promise<Driver> {
  const db = new DatabaseSync(path);
  const version = String(db.prepare('SELECT sqlite_version() AS v').get()?.['v']);
  if (!isSafeVersion(version)) {
    db.close();
    throw new Error(`SQLite ${version} is older than ${OLDEST.join('.')}: start the letterbox with a newer Node.`);
  }
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'busy_timeout = 5000', 'trusted_schema = OFF']) {
    db.exec(`PRAGMA ${pragma}`);
  }
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`);

  const statements = new Map<string, StatementSync>();
  const sql: Sql = async (text, ...values) => {
    const statement = statements.get(text) ?? db.prepare(text);
    statements.set(text, statement);
    // node:sqlite binds $1 by the name "1".
    const named = Object.fromEntries(values.map((value, i) => [String(i + 1), value]));
    return statement.all(named) as Row[];
  };

  // An await inside a transaction lets other requests run: they wait here for their turn.
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const transaction = <T>(work: (sql: Sql) => Promise<T>) =>
    alone(async () => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(sql);
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });

  await transaction((run) => makeTables(run, { bytes: 'BLOB', whole: 'INTEGER', ending: 'STRICT, WITHOUT ROWID' }));
  return {
    engine: 'sqlite',
    transaction,
    size: () => alone(async () => pragma(db, 'page_count') * pragma(db, 'page_size')),
    scrub: () => alone(async () => db.exec('PRAGMA wal_checkpoint(TRUNCATE)')),
    close: () => alone(async () => db.close()),
  };
}

const pragma = (db: DatabaseSync, name: string): number => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0] as Value);
