import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { boxOf } from '#domain/tip/receipt-keys.ts';
import { hourOf, dayOf } from '#intake/times.ts';
import type { Driver } from '#intake/store/driver.ts';
import { openPostgres } from '#intake/store/postgres.ts';
import { isSafeVersion, openSqlite } from '#intake/store/sqlite.ts';
import { aLetterbox, deposit, random, sealedLike, type TestLetterbox } from './support/letterbox.ts';
import { startPostgres, type Postgres } from './support/postgres.ts';

vi.setConfig({ testTimeout: 180_000 });

/** One contract, two engines: whatever holds for one must hold for the other. */
let postgres: Postgres;
beforeAll(async () => { postgres = await startPostgres(); });
afterAll(() => postgres.stop());

const engines: [string, (folder: string) => Promise<Driver>][] = [
  ['sqlite', (folder) => openSqlite(join(folder, 'buzon.db'))],
  ['postgres', async () => openPostgres(await postgres.database())],
];

async function with_(open: (folder: string) => Promise<Driver>, act: (box: TestLetterbox) => Promise<void>, config: Record<string, unknown> = {}): Promise<void> {
  const box = await aLetterbox({ open, config });
  try {
    await act(box);
  } finally {
    await box.close();
  }
}
const count = async (box: TestLetterbox, table: string) =>
  Number((await box.store.transaction((sql) => sql(`SELECT COUNT(*) AS n FROM ${table}`)))[0]?.['n']);

describe.each(engines)('a letterbox on %s', (_, open) => {
  it('keeps a tip and gives its desk the same bytes', () =>
    with_(open, async (box) => {
      for (const bucket of [0, 1, 2, 3] as const) {
        const { delivery, answer } = await deposit(box, { sealed: sealedLike(bucket) });
        expect(answer).toEqual({ ok: true, value: null });
        const list = await box.desk('tumbes').list();
        const entry = list.ok ? list.value.entries.find(({ size }) => size === delivery.sealed.length) : undefined;
        const found = await box.desk('tumbes').get(entry?.id ?? random(16));
        expect(found).toEqual({ ok: true, value: { sealed: delivery.sealed, followUps: [] } });
      }
    }));

  it('stores a tip sent twice once, and answers twice the same', () =>
    with_(open, async (box) => {
      const { delivery } = await deposit(box);
      expect(await box.client.deposit(delivery, null)).toEqual({ ok: true, value: null });
      expect(await count(box, 'tip')).toBe(1);
    }));

  it('takes one of two different tips under the same key, or for the same mailbox', () =>
    with_(open, async (box) => {
      const { delivery } = await deposit(box);
      expect(await box.client.deposit({ ...delivery, sealed: sealedLike() }, null)).toEqual({ ok: false, fault: 'key-used' });
      expect(await box.client.deposit({ ...delivery, desk: 'resto' }, null)).toEqual({ ok: false, fault: 'key-used' });
      expect(await box.client.deposit({ ...delivery, retryKey: random(16) }, null)).toEqual({ ok: false, fault: 'box-taken' });
      expect(await count(box, 'tip')).toBe(1);
    }));

  it('lets forty people in at the same moment, and each twin once', () =>
    with_(open, async (box) => {
      const deliveries = Array.from({ length: 40 }, () => ({ retryKey: random(16), box: random(32), desk: 'tumbes', sealed: sealedLike() }));
      const answers = await Promise.all([...deliveries, ...deliveries].map((one) => box.client.deposit(one, null)));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(await count(box, 'tip')).toBe(40);
    }));

  it('carries replies to the mailbox, three a page, newest first', () =>
    with_(open, async (box) => {
      const token = random(32);
      await deposit(box, { box: boxOf(token) });
      const list = await box.desk('tumbes').list();
      const id = (list.ok && list.value.entries[0]?.id) || random(16);
      const replies = Array.from({ length: 5 }, () => random(8_400));
      for (const reply of replies) {
        const key = random(16);
        expect(await box.desk('tumbes').reply(id, key, reply)).toEqual({ ok: true, value: null });
        expect(await box.desk('tumbes').reply(id, key, reply)).toEqual({ ok: true, value: null });
      }
      expect(await box.client.read(token)).toMatchObject({ value: { known: true, desk: 'tumbes', replies: 5, page: [replies[4], replies[3], replies[2]] } });
      expect(await box.client.readAll(token)).toMatchObject({ value: { page: replies.toReversed() } });
      const after = await box.desk('tumbes').list();
      expect(after.ok && after.value.entries[0]).toMatchObject({ replies: 5, openedHour: hourOf(box.time.now), repliedHour: hourOf(box.time.now) });
    }));

  it('numbers follow-ups one by one, each stored once, and says when there are too many', () =>
    with_(open, async (box) => {
      const token = random(32);
      await deposit(box, { box: boxOf(token) });
      const [key, sealed] = [random(16), sealedLike()];
      const all = await Promise.all([
        ...Array.from({ length: 4 }, () => box.client.followUp(random(16), token, sealedLike())),
        box.client.followUp(key, token, sealed), box.client.followUp(key, token, sealed),
      ]);
      expect(all.every((answer) => answer.ok)).toBe(true);
      expect(await box.client.followUp(key, token, sealedLike())).toEqual({ ok: false, fault: 'key-used' });
      expect(await box.client.read(token)).toMatchObject({ value: { followUps: 5 } });
      expect(await box.client.followUp(random(16), token, sealedLike())).toEqual({ ok: false, fault: 'mailbox-full' });
      expect(await box.client.followUp(random(16), random(32), sealedLike())).toEqual({ ok: false, fault: 'no-mailbox' });
    }, { limits: { followUps: 5 } }));

  it('shows a desk its own tips, and the national desk all of them', () =>
    with_(open, async (box) => {
      await deposit(box, { desk: 'tumbes' });
      await deposit(box, { desk: 'resto' });
      const seen = async (id: 'tumbes' | 'resto' | 'nacional') => {
        const list = await box.desk(id).list();
        return list.ok ? list.value.entries.map(({ desk }) => desk).sort() : [];
      };
      expect([await seen('tumbes'), await seen('resto'), await seen('nacional')]).toEqual([['tumbes'], ['resto'], ['resto', 'tumbes']]);
      const all = await box.desk('nacional').list();
      const other = (all.ok && all.value.entries.find(({ desk }) => desk === 'resto')?.id) || random(16);
      for (const refused of [box.desk('tumbes').get(other), box.desk('tumbes').mark(other, 'opened'), box.desk('tumbes').reply(other, random(16), random(10)), box.desk('tumbes').route(other, 'tumbes', sealedLike()), box.desk('tumbes').add(random(16), other, random(9))]) {
        expect(await refused).toEqual({ ok: false, fault: 'no-such-tip' });
      }
      await box.desk('tumbes').discard([other]);
      expect(await count(box, 'tip')).toBe(2);
    }));

  it('hands a tip to another desk with its hours and its mailbox', () =>
    with_(open, async (box) => {
      const token = random(32);
      await deposit(box, { box: boxOf(token), desk: 'resto' });
      const list = await box.desk('resto').list();
      const id = (list.ok && list.value.entries[0]?.id) || random(16);
      const anew = sealedLike();
      await box.desk('resto').mark(id, 'opened');
      expect(await box.desk('resto').route(id, 'nowhere', anew)).toEqual({ ok: false, fault: 'unknown-desk' });
      expect(await box.desk('resto').route(id, 'tumbes', anew.slice(1))).toEqual({ ok: false, fault: 'not-sealed' });
      expect(await box.desk('resto').route(id, 'tumbes', anew)).toEqual({ ok: true, value: null });
      expect(await box.desk('tumbes').get(id)).toMatchObject({ value: { sealed: anew } });
      expect(await box.client.read(token)).toMatchObject({ value: { known: true, desk: 'tumbes' } });
    }));

  it('throws tips away in bulk, with all that belongs to them, and leaves a tombstone', () =>
    with_(open, async (box) => {
      const token = random(32);
      await deposit(box, { box: boxOf(token) });
      await deposit(box);
      await box.client.followUp(random(16), token, sealedLike());
      const list = await box.desk('tumbes').list();
      const ids = list.ok ? list.value.entries.map(({ id }) => id) : [];
      await box.desk('tumbes').add(random(16), ids[0] ?? random(16), random(40));
      await box.desk('tumbes').reply(ids[0] ?? random(16), random(16), random(40));
      await box.desk('tumbes').discard(ids);
      for (const table of ['tip', 'follow_up', 'reply', 'paper']) expect(await count(box, table)).toBe(0);
      expect(await box.store.transaction((sql) => sql('SELECT desk, day, reason FROM tombstone'))).toEqual(
        Array.from({ length: 2 }, () => expect.objectContaining({ desk: 'tumbes', day: dayOf(box.time.now), reason: 'discarded' })),
      );
      expect(await box.client.read(token)).toMatchObject({ value: { known: false } });
    }));

  it('keeps papers of several operators, each once, and pages through them', () =>
    with_(open, async (box) => {
      const own = Array.from({ length: 70 }, () => random(30));
      const key = random(16);
      for (const paper of own) await box.desk('tumbes').add(random(16), new Uint8Array(16), paper);
      for (let i = 0; i < 2; i += 1) await box.desk('tumbes').add(key, new Uint8Array(16), random(1).fill(1));
      const papers = await box.desk('tumbes').papers();
      expect(papers.ok && papers.value.length).toBe(71);
      expect(await box.desk('resto').papers()).toEqual({ ok: true, value: [] });
    }));

  it('works through a list of more than five hundred tips', () =>
    with_(open, async (box) => {
      await Promise.all(Array.from({ length: 520 }, () => deposit(box)));
      const list = await box.desk('tumbes').list();
      expect(list.ok && new Set(list.value.entries.map(({ id }) => Buffer.from(id).toString('hex'))).size).toBe(520);
    }));

  it('rolls back all of a transaction that fails', () =>
    with_(open, async (box) => {
      await expect(box.store.transaction(async (sql) => {
        await sql('INSERT INTO setting (name, value) VALUES ($1, $2)', 'half', random(3));
        throw new Error('stop');
      })).rejects.toThrow('stop');
      expect(await count(box, "setting WHERE name = 'half'")).toBe(0);
    }));

  it('gives the clockwork to one process at a time, and to the next when the first has gone', () =>
    with_(open, async ({ store }) => {
      const [a, b] = [random(16), random(16)];
      expect(await store.lease('x', a, 1_000, 100)).toBe(true);
      expect(await store.lease('x', b, 1_050, 100)).toBe(false);
      expect(await store.lease('x', a, 1_050, 100)).toBe(true);
      expect(await store.lease('x', b, 1_200, 100)).toBe(true);
    }));

  it('shares one secret, whoever starts first', () =>
    with_(open, async ({ store }) => {
      const [a, b] = await Promise.all([store.secret('s', random(32)), store.secret('s', random(32))]);
      expect(a).toEqual(b);
    }));
});

describe('sqlite', () => {
  it('is refused when older than 3.51.3, which could damage a database', () => {
    expect(['3.51.2', '3.50.9', '3.45.1', '2.9.9'].map(isSafeVersion)).toEqual([false, false, false, false]);
    expect(['3.51.3', '3.52.0', '3.53.4', '4.0.0'].map(isSafeVersion)).toEqual([true, true, true, true]);
  });
});
