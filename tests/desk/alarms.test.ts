import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concat, Reader } from '#domain/tip/bytes.ts';
import { encodeWorklist, readWorklist, type Worklist } from '#domain/tip/desk-answers.ts';
import { HEAD } from '#domain/tip/wire.ts';
import { decodeDeskRequest } from '#domain/tip/wire-desk.ts';
import { house, openLetters, pageOf, takeSeat, tipsOn, type Letters } from './support/practice.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await openLetters();
});
afterAll(() => letters.close());

/** The real letterbox, whose list says something else. */
const listing = (change: (list: Worklist) => Worklist): typeof fetch => (async (input: string, init: RequestInit) => {
  const answer = await fetch(input, init);
  if (decodeDeskRequest(init.body as Uint8Array)?.command.name !== 'list') return answer;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return new Response(concat(encodeWorklist(change(readWorklist(new Reader(bytes.subarray(HEAD)))))) as Uint8Array<ArrayBuffer>);
}) as typeof fetch;

describe('when something is wrong at the letterbox', () => {
  it('says on every page that alerts reach nobody', async () => {
    const seat = takeSeat(letters, { fetch: listing((list) => ({ ...list, alertsFailing: true })) });
    await seat.enter();
    for (const path of ['', 'registro', 'mes']) expect(pageOf(await seat.get(path))).toContain(house.words.alertsFailing);
    expect(pageOf(await takeSeat(letters).get(''))).not.toContain(house.words.alertsFailing);
  });

  it('keeps a flood apart, and throws it away as a whole only after a second look', async () => {
    await letters.send();
    await letters.send();
    const flooded = takeSeat(letters, { fetch: listing((list) => ({ ...list, entries: list.entries.map((entry) => ({ ...entry, quarantined: true })) })) });
    await flooded.enter();
    expect(pageOf(await flooded.get(''))).toContain(house.words.list.quarantineHelp);
    const asked = await flooded.post('descartar', { todos: 'cuarentena' });
    expect(pageOf(asked)).toContain('2 avisos');
    expect(pageOf(asked)).toContain('2 no los ha abierto nadie');
    const ids = tipsOn(asked);
    expect(ids).toHaveLength(2);
    expect((await flooded.post('descartar/si', { id: ids, reason: 'junk', sure: 'si' })).status).toBe(303);
    expect(tipsOn(await flooded.get(''))).toEqual([]);
  });
});
