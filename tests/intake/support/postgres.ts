import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { needs } from './debian.ts';

/** A real PostgreSQL in a temporary folder, on a free port, run by an unprivileged user. */
export interface Postgres {
  /** Address of a fresh, empty database. */
  readonly database: () => Promise<string>;
  /** Ends the server and all its children at once, as a power cut ends a process. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

export async function startPostgres(): Promise<Postgres> {
  const bin = await programs();
  const owner = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'buzon-pg-'));
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder }, stdio: 'ignore' } as const;
  const init = spawn(join(bin, 'initdb'), ['-D', data, '-U', 'buzon', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], options);
  const [code] = (await once(init, 'exit')) as [number];
  if (code !== 0) throw new Error(`initdb ended with ${code}`);

  const port = await freePort();
  const address = (name: string) => `postgres://buzon@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | null = null;
  let exited: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=60', '-c', 'log_min_messages=fatal'], options);
    exited = once(server, 'exit');
    for (let tries = 0; tries < 150; tries += 1) {
      if (await answers(address('postgres'))) return;
      await wait(100);
    }
    throw new Error('PostgreSQL does not answer.');
  }
  await start();
  let count = 0;

  return {
    async database() {
      count += 1;
      const client = new pg.Client({ connectionString: address('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE prueba_${count}`);
      await client.end();
      return address(`prueba_${count}`);
    },
    async kill() {
      const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
      for (const child of await childrenOf(pid)) signal(child);
      signal(pid);
      await exited;
      // The children notice within moments; until then their shared memory stops a new start.
      for (let tries = 0; tries < 50 && (await childrenOf(pid)).length > 0; tries += 1) await wait(50);
    },
    restart: start,
    async stop() {
      server?.kill('SIGINT');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) === parent ? Number(pid) : null;
  }));
  return found.filter((pid) => pid !== null);
}

/** PostgreSQL refuses to run as root: then it runs as Debian's postgres, or as nobody. */
async function unprivileged(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  return { uid: Number(user?.[2] ?? 65_534), gid: Number(user?.[3] ?? 65_534) };
}

async function programs(): Promise<string> {
  const installed = async () => (await readdir('/usr/lib/postgresql').catch(() => [])).sort((a, b) => Number(b) - Number(a))[0];
  if ((await installed()) === undefined) await needs('/usr/bin/psql', 'postgresql');
  return join('/usr/lib/postgresql', (await installed()) ?? '', 'bin');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
