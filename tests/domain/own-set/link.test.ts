import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { browserPress } from '../../../src/components/own-set/press.ts';
import { checkSum } from '#domain/own-set/check-sum.ts';
import { fromLink, LONG_LINK, toLink } from '#domain/own-set/link.ts';
import { LIMITS } from '#domain/own-set/own-set.ts';
import { anOwn, anySet, READY } from './a-set.ts';

const press = browserPress();
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=';
const open = (fragment: string) => fromLink(fragment, READY, press);
const sealed = (version: string, method: string, payload: string): string => `conjunto=${version}.${method}.${checkSum(`${version}.${method}.${payload}`)}.${payload}`;
const aSet = { title: 'Para 3.º B', entries: ['secundaria-1-2/pregunta-3', anOwn({ scene: 'Te escribe «Leo».\nDice: ven ya.' }), 'secundaria-1-2/pregunta-1'] };

describe('a teacher sends a set as a link', () => {
  it('any set comes out of its link as it went in, squeezed or plain', async () => {
    expect(press).toBeDefined();
    await fc.assert(
      fc.asyncProperty(anySet, fc.boolean(), async (set, squeeze) => {
        expect(await open(await toLink(set, squeeze ? press : undefined))).toEqual({ set, unknown: [], faulty: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('twelve ready questions make a link that every app takes; a long own set says so by its length', async () => {
    expect((await toLink({ title: 'Doce', entries: [...READY].slice(0, 12) }, press)).length).toBeLessThan(300);
    const wordy = Array.from({ length: 8 }, (_, i) => anOwn({ question: `¿Pregunta ${i}?`, scene: Array.from({ length: 60 }, (_x, n) => ((n + 3) * (i + 7) * 7919).toString(36)).join(' ') }));
    expect((await toLink({ title: '', entries: wordy }, press)).length).toBeGreaterThan(LONG_LINK);
  });

  it('notices every single wrong letter, at every place', async () => {
    const link = await toLink(aSet, press);
    for (let at = 0; at < link.length; at += 1)
      for (const letter of LETTERS) {
        if (letter === link[at]) continue;
        expect(await open(link.slice(0, at) + letter + link.slice(at + 1)), `${at} ${letter}`).toHaveProperty('trouble');
      }
  });

  it('notices a letter that is missing, one too many, two swapped, and a link that was cut', async () => {
    const link = await toLink(aSet, undefined);
    for (let at = 0; at < link.length; at += 1) {
      expect(await open(link.slice(0, at) + link.slice(at + 1))).toEqual({ trouble: 'damaged' });
      expect(await open(`${link.slice(0, at)}A${link.slice(at)}`)).toEqual({ trouble: 'damaged' });
      expect(await open(link.slice(0, at))).toEqual({ trouble: 'damaged' });
      if (link[at] !== link[at + 1] && at + 1 < link.length) expect(await open(link.slice(0, at) + link[at + 1] + link[at] + link.slice(at + 2))).toEqual({ trouble: 'damaged' });
    }
  });

  it('opens a link that an app broke over several lines', async () => {
    const link = await toLink(aSet, press);
    expect(await open(`${link.slice(0, 40)}\r\n ${link.slice(40)}%0A`)).toMatchObject({ set: aSet });
  });

  it('tells a link of an older or newer version from a damaged one', async () => {
    expect(await open(sealed('2', 'z', 'abc'))).toEqual({ trouble: 'newer' });
    expect(await open(sealed('0', 'd', 'abc'))).toEqual({ trouble: 'older' });
  });

  it('does not freeze on what was made to harm: a bomb, rubbish under a right check, a link without end', async () => {
    const bomb = await press?.deflate(new Uint8Array(50_000_000));
    const began = performance.now();
    expect(await open(sealed('1', 'd', Buffer.from(bomb ?? []).toString('base64url')))).toEqual({ trouble: 'damaged' });
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await open(sealed('1', 'd', 'AAAA'))).toEqual({ trouble: 'damaged' });
    expect(await open(sealed('1', 'x', 'AAAA'))).toEqual({ trouble: 'damaged' });
    expect(await open(sealed('1', 'p', 'A'))).toEqual({ trouble: 'damaged' });
    expect(await open('x'.repeat(300_000))).toEqual({ trouble: 'large' });
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (rubbish) => {
        expect(await open(rubbish)).toHaveProperty('trouble');
        expect(await open(sealed('1', 'p', Buffer.from(rubbish).toString('base64url') || 'AA'))).toHaveProperty('trouble');
      }),
    );
  });

  it('says when an old browser cannot unpack it, and holds the fullest set there can be', async () => {
    expect(await fromLink(await toLink({ title: '', entries: [...READY] }, press), READY, undefined)).toEqual({ trouble: 'no-inflate' });
    const full = (size: number, seed: number) => Array.from({ length: size }, (_, i) => String.fromCodePoint(0xe0 + ((i * 7 + seed) % 24))).join('');
    const entries = Array.from({ length: LIMITS.entries }, (_, i) => anOwn({ scene: full(LIMITS.scene, i), question: full(LIMITS.question, i), options: [0, 1, 2, 3].map((o) => ({ text: full(LIMITS.option, i + o), feedback: full(LIMITS.feedback, i) })), right: 3 }));
    expect(await open(await toLink({ title: '', entries }, press))).toMatchObject({ faulty: [], set: { entries } });
  });
});
