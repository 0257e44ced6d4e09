import { describe, expect, it } from 'vitest';
import { boxOf } from '#domain/tip/receipt-keys.ts';
import type { Channel } from '#intake/channels.ts';
import { createClockwork } from '#intake/clockwork.ts';
import { createFullness } from '#intake/fullness.ts';
import { dayOf } from '#intake/times.ts';
import { aLetterbox, deposit, random, sealedLike, type TestLetterbox } from './support/letterbox.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A letterbox with a clock that tests wind, and what the desks heard. */
async function withClock(act: (one: TestLetterbox & { heard: string[]; broken: { is: boolean }; pass: (milliseconds: number) => Promise<void> }) => Promise<void>): Promise<void> {
  const one = await aLetterbox();
  const [heard, broken] = [[] as string[], { is: false }];
  const channel: Channel = async (desk, alert) => {
    if (broken.is) throw Object.assign(new Error('no route to mail.example'), { code: 'ECONNREFUSED' });
    heard.push(`${desk.id}: ${alert.text.split('\n')[0] ?? ''}`);
  };
  const tick = createClockwork({ store: one.store, clock: one.tools.clock, config: one.config, channels: [channel], holder: random(16), log: one.tools.log });
  const pass = async (milliseconds: number) => {
    one.time.now += milliseconds;
    await tick();
  };
  await act({ ...one, heard, broken, pass });
  await one.close();
}
const ids = async (one: TestLetterbox) => {
  const list = await one.desk('nacional').list();
  return list.ok ? list.value.entries : [];
};

describe('alerts', () => {
  it('say once an hour how many tips came, never one mail a tip', () =>
    withClock(async (one) => {
      for (let i = 0; i < 3; i += 1) await deposit(one);
      await deposit(one, { desk: 'resto' });
      await one.pass(0);
      expect(one.heard.sort()).toEqual(['resto: Hay 1 aviso nuevo en la mesa Resto.', 'tumbes: Hay 3 avisos nuevos en la mesa Tumbes.']);
      await deposit(one);
      await one.pass(60_000);
      expect(one.heard).toHaveLength(2);
      await one.pass(HOUR);
      expect(one.heard.slice(2)).toEqual(['tumbes: Hay 1 aviso nuevo en la mesa Tumbes.']);
    }));

  it('grow louder at 12, 20 and 24 hours, and reach the national desk from the twentieth', () =>
    withClock(async (one) => {
      await deposit(one);
      await one.pass(0);
      for (let hour = 1; hour <= 30; hour += 1) await one.pass(HOUR);
      expect(one.heard).toEqual([
        'tumbes: Hay 1 aviso nuevo en la mesa Tumbes.',
        'tumbes: 1 aviso lleva 12 horas sin abrir en la mesa Tumbes.',
        'nacional: 1 aviso lleva 20 horas sin abrir en la mesa Nacional.',
        'tumbes: 1 aviso lleva 20 horas sin abrir en la mesa Tumbes.',
        'nacional: 1 aviso pasó de 24 horas sin abrir en la mesa Nacional.',
        'tumbes: 1 aviso pasó de 24 horas sin abrir en la mesa Tumbes.',
      ]);
    }));

  it('fall silent as soon as someone opens the tip', () =>
    withClock(async (one) => {
      await deposit(one);
      await one.pass(0);
      const [entry] = await ids(one);
      await one.desk('tumbes').mark(entry?.id ?? random(16), 'opened');
      for (let hour = 1; hour <= 30; hour += 1) await one.pass(HOUR);
      expect(one.heard).toHaveLength(1);
    }));

  it('tell a desk of a follow-up and of a tip that another desk handed over', () =>
    withClock(async (one) => {
      const token = random(32);
      await deposit(one, { box: boxOf(token), desk: 'resto' });
      const [entry] = await ids(one);
      await one.desk('resto').mark(entry?.id ?? random(16), 'opened');
      await one.pass(0);
      await one.desk('resto').route(entry?.id ?? random(16), 'tumbes', sealedLike());
      await one.client.followUp(random(16), token, sealedLike());
      await one.pass(HOUR);
      expect(one.heard).toEqual(['tumbes: Hay 1 mensaje nuevo en avisos que ya llegaron en la mesa Tumbes.', 'tumbes: Otra mesa pasó 1 aviso en la mesa Tumbes.']);
    }));

  it('are kept and tried again when the mail server is away, and come as one digest when it is back', () =>
    withClock(async (one) => {
      one.broken.is = true;
      await deposit(one);
      await one.pass(0);
      await deposit(one);
      for (let minute = 0; minute < 90; minute += 1) await one.pass(60_000);
      const list = await one.desk('tumbes').list();
      expect(list.ok && list.value.alertsFailing).toBe(true);
      expect(one.log.map(({ event }) => event)).toContain('alerts-undelivered');
      // Fewer tries than ticks: each waits longer than the one before.
      expect(one.log.filter(({ event }) => event === 'alert-failed').length).toBeLessThan(20);
      one.broken.is = false;
      for (let minute = 0; minute < 61; minute += 1) await one.pass(60_000);
      expect(one.heard.filter((line) => line.includes('nuevo'))).toEqual(['tumbes: Hay 2 avisos nuevos en la mesa Tumbes.']);
      expect(one.heard.some((line) => line.startsWith('nacional') && line.includes('no pud'))).toBe(true);
      const after = await one.desk('tumbes').list();
      expect(after.ok && after.value.alertsFailing).toBe(false);
    }));

  it('are sent by one of two processes', () =>
    withClock(async (one) => {
      const second: string[] = [];
      const other = createClockwork({ ...one.tools, channels: [async (desk) => void second.push(desk.id)], holder: random(16) });
      await deposit(one);
      await one.pass(0);
      await other();
      expect([one.heard.length, second.length]).toEqual([1, 0]);
      // The first one has died: the other takes over after some minutes.
      await deposit(one);
      one.time.now += HOUR;
      await other();
      expect(second).toEqual(['tumbes']);
    }));
});

describe('deleting', () => {
  it('tells the desk at 90 days, waits seven more, then leaves a tombstone and nothing else', () =>
    withClock(async (one) => {
      await deposit(one);
      await one.pass(0);
      await one.pass(89 * DAY);
      expect(one.heard.some((line) => line.includes('se borrará'))).toBe(false);
      await one.pass(DAY);
      expect(one.heard.at(-1)).toBe('tumbes: 1 aviso se borrará en unos días en la mesa Tumbes.');
      await one.pass(6 * DAY);
      expect(await ids(one)).toHaveLength(1);
      await one.pass(DAY);
      expect(await ids(one)).toHaveLength(0);
      const stones = await one.store.transaction((sql) => sql('SELECT desk, day, reason FROM tombstone'));
      expect(stones).toEqual([expect.objectContaining({ desk: 'tumbes', day: dayOf(one.time.now), reason: 'expired' })]);
      expect(one.log).toContainEqual({ event: 'purged', count: 1 });
    }));

  it('waits for a thread that is in use: a message on day 96 gives thirty days more', () =>
    withClock(async (one) => {
      const token = random(32);
      await deposit(one, { box: boxOf(token) });
      await one.pass(96 * DAY);
      await one.client.followUp(random(16), token, sealedLike());
      await one.pass(30 * DAY);
      expect(await ids(one)).toHaveLength(1);
      await one.pass(7 * DAY);
      expect(await ids(one)).toHaveLength(0);
      expect(await one.client.read(token)).toMatchObject({ value: { known: false } });
    }));

  it('forgets proofs, nonces and hourly counts', () =>
    withClock(async (one) => {
      await deposit(one);
      await one.desk('tumbes').list();
      const rows = async () => {
        const counts = ['proof_seen', 'nonce_seen', 'hourly'].map((table) => one.store.transaction((sql) => sql(`SELECT COUNT(*) AS n FROM ${table}`)));
        return (await Promise.all(counts)).map(([row]) => Number(row?.['n']));
      };
      expect(await rows()).toEqual([1, 1, 1]);
      await one.pass(3 * DAY);
      expect(await rows()).toEqual([0, 0, 0]);
    }));

  it('never goes finer than hours in what it keeps about a tip', () =>
    withClock(async (one) => {
      const token = random(32);
      await deposit(one, { box: boxOf(token) });
      const [entry] = await ids(one);
      await one.desk('tumbes').mark(entry?.id ?? random(16), 'answered');
      const seconds = Math.floor(one.time.now / 1_000);
      const [row] = await one.store.transaction((sql) => sql('SELECT * FROM tip'));
      const finest = Object.values(row ?? {}).filter((value) => typeof value === 'number' && value >= seconds / 60 - 60);
      expect(finest).toEqual([]);
    }));
});

describe('the disk guard', () => {
  it('closes the slot when the database or the disk is too full, and says so in the log', async () => {
    const one = await aLetterbox();
    const share = (limits: Partial<typeof one.config.limits>) => createFullness(one.store, one.folder, { ...one.config.limits, ...limits }, one.tools.clock, one.tools.log)();
    expect(await share({ diskShare: 1 })).toBe(false);
    expect(await share({ diskShare: 1e-9 })).toBe(true);
    expect(await share({ diskShare: 1, databaseBytes: 1 })).toBe(true);
    expect(one.log).toEqual([{ event: 'disk-guard' }, { event: 'disk-guard' }]);
    await one.close();
  });
});
