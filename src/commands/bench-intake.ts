import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startPostgres, type Postgres } from '../../tests/intake/support/postgres.ts';
import { loadUntil, noLoad, type Load } from './bench-intake-load.ts';
import { benchFolder, runIntake, storedInPostgres, storedInSqlite } from './bench-intake-server.ts';

/**
 * `npm run bench:intake [tips] [kills on SQLite] [kills on PostgreSQL]`
 * Durable tips a second and the 99th percentile on both engines, then kill -9 under load:
 * no acknowledged tip may be lost. Everything runs on this machine, the generator too.
 */
const [tips = 3_000, sqliteKills = 40, postgresKills = 6] = process.argv.slice(2).map(Number);
const WIDTH = 50;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const percentile = (times: readonly number[], share: number): number => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

function report(name: string, stored: number, { acknowledged, times, refusals, seconds }: Load): void {
  const rate = Math.round(acknowledged.length / seconds);
  say(`${name}: ${rate} tips/s, p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms; ${acknowledged.length} acknowledged, ${stored} stored, refused ${JSON.stringify(refusals)}`);
  if (stored !== acknowledged.length) process.exitCode = 1;
}

/** The real cost of making and checking challenges; the phones' own share is kept small (counter 0). */
const MEASURE = { cost: 1_000, least: 0, most: 1 };
const CHEAP = { cost: 1, least: 0, most: 1 };

async function measure(name: string, databaseUrl: string | undefined): Promise<void> {
  const folder = await benchFolder(MEASURE);
  const server = await runIntake(folder, databaseUrl);
  const generator = [join(import.meta.dirname, 'bench-intake-load.ts'), String(server.port), String(tips), String(WIDTH)];
  const { stdout } = await promisify(execFile)(process.execPath, generator, { maxBuffer: 64_000_000 });
  await server.kill('SIGTERM');
  const stored = databaseUrl === undefined ? storedInSqlite(folder).rows : (await storedInPostgres(databaseUrl)).rows;
  report(name, stored, JSON.parse(stdout) as Load);
  await rm(folder, { recursive: true });
}

function verdict(name: string, kills: number, result: Load, keys: Set<string>, rows: number, whole: boolean): void {
  const lost = result.acknowledged.filter((key) => !keys.has(key)).length;
  const fine = lost === 0 && rows === keys.size && whole && result.acknowledged.length > 0;
  say(`${name}: ${kills} kill -9 under load, ${result.acknowledged.length} acknowledged, ${lost} lost, ${rows - keys.size} stored twice, database ${whole ? 'whole' : 'DAMAGED'}`);
  if (!fine) process.exitCode = 1;
}

async function killSqlite(kills: number): Promise<void> {
  const [folder, result] = [await benchFolder(CHEAP), noLoad()];
  let whole = true;
  for (let i = 0; i < kills; i += 1) {
    const server = await runIntake(folder);
    const stop = new AbortController();
    const loading = loadUntil(server.port, 20, stop.signal, result);
    await wait(150 + Math.random() * 350);
    await server.kill('SIGKILL');
    stop.abort();
    await loading;
    whole &&= storedInSqlite(folder).whole;
  }
  const { keys, rows } = storedInSqlite(folder);
  verdict('SQLite', kills, result, keys, rows, whole);
  await rm(folder, { recursive: true });
}

/** The database's processes are killed; the letterbox goes on, answers that it cannot keep, and recovers. */
async function killPostgres(postgres: Postgres, kills: number): Promise<void> {
  const [folder, url, result] = [await benchFolder(CHEAP), await postgres.database(), noLoad()];
  const server = await runIntake(folder, url);
  for (let i = 0; i < kills; i += 1) {
    const stop = new AbortController();
    const loading = loadUntil(server.port, 20, stop.signal, result);
    await wait(500 + Math.random() * 500);
    await postgres.kill();
    stop.abort();
    await loading;
    await postgres.restart();
  }
  const { keys, rows } = await storedInPostgres(url);
  await server.kill('SIGTERM');
  verdict('PostgreSQL', kills, result, keys, rows, true);
  await rm(folder, { recursive: true });
}

async function twoProcesses(postgres: Postgres): Promise<void> {
  const [folder, url, result] = [await benchFolder(CHEAP), await postgres.database(), noLoad()];
  const servers = [await runIntake(folder, url), await runIntake(folder, url)];
  const stop = new AbortController();
  const loading = servers.map(({ port }) => loadUntil(port, 20, stop.signal, result));
  await wait(3_000);
  stop.abort();
  await Promise.all(loading);
  for (const server of servers) await server.kill('SIGTERM');
  const { keys, rows } = await storedInPostgres(url);
  verdict('Two letterboxes on one PostgreSQL', 0, result, keys, rows, true);
  await rm(folder, { recursive: true });
}

const postgres = await startPostgres();
try {
  await measure('SQLite', undefined);
  await measure('PostgreSQL', await postgres.database());
  if (sqliteKills > 0) await killSqlite(sqliteKills);
  if (postgresKills > 0) await killPostgres(postgres, postgresKills);
  await twoProcesses(postgres);
} finally {
  await postgres.stop();
}
