import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { stringify } from 'yaml';
import pg from 'pg';

/** A letterbox as a process of its own, started as `npm run intake` starts it, to be measured or killed. */
export interface Running {
  readonly port: number;
  readonly child: ChildProcess;
  /** Everything it wrote. */
  readonly output: () => string;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

const KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

/** @param proof the work asked of the phones: cheap for kill runs, the real cost for measuring */
export async function benchFolder(proof: { cost: number; least: number; most: number }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'buzon-bench-'));
  const desk = (id: string) => ({ id, name: id, national: id === 'nacional', signKeys: [KEY], webhook: 'http://127.0.0.1:9/' });
  const limits = { connections: 512, dearerAfter: 1e9, dearestAfter: 1e9, quarantineAfter: 1e9, diskShare: 1 };
  const config = { salt: 'bench', origin: 'https://sintrampa.example', listen: { port: 0 }, database: join(folder, 'buzon.db'), desks: ['nacional', 'tumbes'].map(desk), limits, proof };
  await writeFile(join(folder, 'intake.yaml'), stringify(config));
  return folder;
}

export async function runIntake(folder: string, databaseUrl?: string): Promise<Running> {
  const env = { ...process.env, INTAKE_CONFIG: join(folder, 'intake.yaml'), ...(databaseUrl === undefined ? {} : { INTAKE_DATABASE_URL: databaseUrl }) };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'intake.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stderr.on('data', (part: Buffer) => { output += part.toString(); });
  const lines = createInterface({ input: child.stdout });
  const port = await new Promise<number>((resolve, reject) => {
    lines.on('line', (line) => {
      output += `${line}\n`;
      const event = JSON.parse(line) as { event: string; count?: number };
      if (event.event === 'listening') resolve(event.count ?? 0);
    });
    child.once('exit', () => reject(new Error(`The letterbox did not start: ${output}`)));
  });
  const exited = once(child, 'exit');
  return {
    port, child, output: () => output,
    kill: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

/** Retry keys (hex) of all stored tips, and whether the database is whole. */
export function storedInSqlite(folder: string): { keys: Set<string>; rows: number; whole: boolean } {
  const db = new DatabaseSync(join(folder, 'buzon.db'));
  const keys = db.prepare('SELECT lower(hex(retry_key)) AS k FROM tip').all().map((row) => String(row['k']));
  const whole = db.prepare('PRAGMA integrity_check').all().every((row) => row['integrity_check'] === 'ok');
  db.close();
  return { keys: new Set(keys), rows: keys.length, whole };
}

export async function storedInPostgres(url: string): Promise<{ keys: Set<string>; rows: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ k: string }>("SELECT encode(retry_key, 'hex') AS k FROM tip");
  await client.end();
  return { keys: new Set(rows.map(({ k }) => k)), rows: rows.length };
}
