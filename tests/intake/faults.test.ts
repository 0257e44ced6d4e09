import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadUntil, noLoad } from '../../src/commands/bench-intake-load.ts';
import { benchFolder, runIntake, storedInPostgres, storedInSqlite } from '../../src/commands/bench-intake-server.ts';
import { openPostgres } from '#intake/store/postgres.ts';
import { openSqlite } from '#intake/store/sqlite.ts';
import { aLetterbox, deposit, post, random, sealedLike } from './support/letterbox.ts';
import { startPostgres, type Postgres } from './support/postgres.ts';

// Processes start and die here; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 240_000 });

let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); });
afterAll(() => postgres.stop());

const CHEAP = { cost: 1, least: 0, most: 1 };

describe('when the disk is full', () => {
  it('the letterbox says that it kept nothing, and keeps what it had; afterwards it takes tips again', async () => {
    const one = await aLetterbox({ open: (folder) => openSqlite(join(folder, 'buzon.db'), 60) });
    const first = await deposit(one);
    expect(first.answer.ok).toBe(true);
    const faults = new Set<string>();
    for (let i = 0; i < 20; i += 1) {
      const { answer } = await deposit(one);
      if (!answer.ok) faults.add(answer.fault);
    }
    expect([...faults]).toEqual(['not-kept']);
    expect(one.log).toContainEqual({ event: 'store-failed', code: '13' });
    const list = await one.store.transaction((sql) => sql('SELECT retry_key FROM tip'));
    expect(list.length).toBeGreaterThan(0);
    // Space comes back: a desk throws something away.
    await one.store.transaction(async (sql) => { await sql('DELETE FROM tip'); });
    expect((await deposit(one)).answer.ok).toBe(true);
    await one.close();
  });
});

describe('when the database goes away', () => {
  it('the letterbox answers clearly, and takes tips again when it is back, each once', async () => {
    const url = await postgres.database();
    const one = await aLetterbox({ open: () => openPostgres(url) });
    const { delivery } = await deposit(one);
    await postgres.kill();
    const response = await post(one.handle, new Uint8Array([0x53, 0x54, 0x42, 0x31, 1]));
    expect(response.status).toBe(503);
    expect(new TextDecoder().decode(response.body)).toMatch(/^not-kept El buzón no puede guardar ahora/);
    expect((await one.client.deposit(delivery, null)).ok).toBe(false);
    expect(one.log.every(({ event, code }) => event === 'store-failed' && /^\w+$/.test(code ?? ''))).toBe(true);
    await postgres.restart();
    expect(await one.client.deposit(delivery, null)).toEqual({ ok: true, value: null });
    expect((await storedInPostgres(url)).rows).toBe(1);
    await one.close();
  });

  it('in the middle of a commit, no acknowledged tip is lost', async () => {
    const [folder, url, result] = [await benchFolder(CHEAP), await postgres.database(), noLoad()];
    const server = await runIntake(folder, url);
    const stop = new AbortController();
    const loading = loadUntil(server.port, 12, stop.signal, result);
    await wait(1_500);
    await postgres.kill();
    stop.abort();
    await loading;
    await postgres.restart();
    const { keys, rows } = await storedInPostgres(url);
    await server.kill('SIGTERM');
    await rm(folder, { recursive: true });
    expect(result.acknowledged.length).toBeGreaterThan(0);
    expect(result.acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    expect(rows).toBe(keys.size);
  });
});

describe('when the letterbox itself is killed under load', () => {
  it('no acknowledged tip is lost, none is stored twice, and the database is whole', async () => {
    const [folder, result] = [await benchFolder(CHEAP), noLoad()];
    let output = '';
    for (let i = 0; i < 3; i += 1) {
      const server = await runIntake(folder);
      const stop = new AbortController();
      const loading = loadUntil(server.port, 12, stop.signal, result);
      await wait(400 + 200 * i);
      await server.kill('SIGKILL');
      stop.abort();
      await loading;
      output += server.output();
    }
    // All that the process wrote about hundreds of tips: that it listens.
    expect(output.trim().split('\n').map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['listening', 'listening', 'listening']);
    const { keys, rows, whole } = storedInSqlite(folder);
    await rm(folder, { recursive: true });
    expect(result.acknowledged.length).toBeGreaterThan(0);
    expect(result.acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    expect([rows, whole]).toEqual([keys.size, true]);
  });
});

describe('two letterboxes on one PostgreSQL', () => {
  it('store a tip that reaches both once, and know each other’s proofs', async () => {
    const url = await postgres.database();
    const [a, b] = [await aLetterbox({ open: () => openPostgres(url) }), await aLetterbox({ open: () => openPostgres(url) })];
    expect(a.tools.secret).toEqual(b.tools.secret);
    const deliveries = Array.from({ length: 60 }, () => ({ retryKey: random(16), box: random(32), desk: 'tumbes', sealed: sealedLike() }));
    const answers = await Promise.all(deliveries.flatMap((one) => [a.client.deposit(one, null), b.client.deposit(one, null)]));
    expect(answers.filter((answer) => !answer.ok)).toEqual([]);
    expect((await storedInPostgres(url)).rows).toBe(60);
    await a.close();
    await b.close();
  });
});
