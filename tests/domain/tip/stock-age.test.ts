import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '#domain/tip/bytes.ts';
import { replyBytes } from '#domain/tip/desk-open.ts';
import { unpad } from '#domain/tip/envelope.ts';
import { deriveKeys } from '#domain/tip/receipt-keys.ts';
import { openReplies, sealTip } from '#domain/tip/tipster.ts';
import { needs } from '../../intake/support/debian.ts';
import { aTip, someKeys } from './builders.ts';

const run = promisify(execFile);
let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  await needs('/usr/bin/age', 'age');
  folder = await mkdtemp(join(tmpdir(), 'stock-age-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the age program of Debian', () => {
  it('opens a tip with either desk’s key, when nothing of ours is at hand', async () => {
    const { desk, national, pinned } = await someKeys();
    await writeFile(file('tip.age'), (await sealTip(aTip(), null, pinned, new Uint8Array(32))).sealed);
    for (const identity of [desk, national]) {
      await writeFile(file('key.txt'), `${identity}\n`);
      await run('/usr/bin/age', ['-d', '-i', file('key.txt'), '-o', file('tip.bin'), file('tip.age')]);
      expect(unpad(await readFile(file('tip.bin'))).json).toMatchObject({ kind: 'tip', what: aTip().what });
    }
  });

  it('seals a reply that reaches the tipster', async () => {
    const keys = await deriveKeys(new Uint8Array(10).fill(9), 'practica');
    await writeFile(file('reply.bin'), replyBytes({ kind: 'received', text: 'Ya lo leyó una persona.', language: 'es' }, 1, toHex(keys.threadKey)));
    await run('/usr/bin/age', ['-r', keys.address, '-o', file('reply.age'), file('reply.bin')]);
    const { replies } = await openReplies([await readFile(file('reply.age'))], keys);
    expect(replies).toMatchObject([{ seq: 1, reply: { text: 'Ya lo leyó una persona.' } }]);
  });
});
