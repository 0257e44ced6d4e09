import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '#domain/tip/bytes.ts';
import { boxOf, deriveKeys } from '#domain/tip/receipt-keys.ts';
import { parseWordList, readReceipt, receiptDigits, receiptWords, sameWord, tellsReceipt } from '#domain/tip/receipt.ts';

const list = parseWordList(readFileSync('content/receipt-words/es.txt', 'utf8'));
const entropies = fc.uint8Array({ minLength: 10, maxLength: 10 });
const plain = (word: string) => word.normalize('NFD').replaceAll(/\p{M}/gu, '');
const opens = (input: string, entropy: Uint8Array) => {
  const read = readReceipt(input, list);
  return read.ok && toHex(read.entropy) === toHex(entropy);
};

describe('a receipt of nine words', () => {
  it('gives back the number it was made from, in words and in digits', () => {
    fc.assert(
      fc.property(entropies, (entropy) => {
        expect(opens(receiptWords(entropy, list).join(' '), entropy)).toBe(true);
        expect(opens(receiptDigits(entropy).join(' '), entropy)).toBe(true);
        expect(opens(receiptDigits(entropy).join(''), entropy)).toBe(true);
      }),
    );
  });

  it('forgives capitals, lost accents, commas, lines, and words cut after four letters', () => {
    const hands = [
      (words: string[]) => `  ${words.join(',\n ').toUpperCase()} .`,
      (words: string[]) => words.map(plain).join(' - '),
      (words: string[]) => words.map((word) => plain(word).slice(0, 4)).join('\t'),
      (words: string[]) => words.map((word) => word.normalize('NFD')).join('; '),
    ];
    fc.assert(
      fc.property(entropies, fc.constantFrom(...hands), (entropy, hand) => {
        expect(opens(hand(receiptWords(entropy, list)), entropy)).toBe(true);
      }),
    );
  });

  it('always notices two neighbours that changed places', () => {
    fc.assert(
      fc.property(entropies, fc.nat(7), (entropy, place) => {
        const words = receiptWords(entropy, list);
        const [a = '', b = ''] = words.slice(place, place + 2);
        fc.pre(a !== b);
        words.splice(place, 2, b, a);
        expect(readReceipt(words.join(' '), list)).toEqual({ ok: false, fault: 'check' });
      }),
    );
  });

  it('always notices one wrong word', () => {
    fc.assert(
      fc.property(entropies, fc.nat(8), fc.nat(1023), (entropy, place, other) => {
        const words = receiptWords(entropy, list);
        const wrong = list[other] ?? '';
        fc.pre(wrong !== words[place]);
        words[place] = wrong;
        expect(readReceipt(words.join(' '), list)).toEqual({ ok: false, fault: 'check' });
      }),
    );
  });

  it('points at the word that is in no list, and counts when some are missing', () => {
    const words = receiptWords(new Uint8Array(10), list);
    expect(readReceipt(words.with(3, 'xilófono').join(' '), list)).toEqual({ ok: false, fault: 'unknown-word', at: 3 });
    expect(readReceipt(words.slice(1).join(' '), list)).toEqual({ ok: false, fault: 'count', found: 8 });
    expect(readReceipt(words.with(2, '1024').join(' '), list)).toEqual({ ok: false, fault: 'unknown-word', at: 2 });
  });

  it('never throws, whatever people paste', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (input) => { readReceipt(input, list); }));
  });

  it('is noticed when someone pastes it into the story', () => {
    const words = receiptWords(Uint8Array.from({ length: 10 }, (_, i) => i * 25), list);
    expect(tellsReceipt(`mis palabras son ${words.slice(2, 5).join(', ').toUpperCase()}`, words)).toBe(true);
    expect(tellsReceipt(`vi a ${words[0] ?? ''} en la tienda`, words)).toBe(false);
  });

  it('lets a person confirm a word with or without its accent', () => {
    expect(sameWord(' LIMON ', 'limón')).toBe(true);
    expect(sameWord('lima', 'limón')).toBe(false);
    expect(sameWord('', 'limón')).toBe(false);
  });
});

describe('the keys of a receipt', () => {
  it('are the same on another phone, and others at another site', async () => {
    const entropy = Uint8Array.from({ length: 10 }, (_, i) => i);
    const [here, again, elsewhere] = await Promise.all([deriveKeys(entropy, 'uno'), deriveKeys(entropy, 'uno'), deriveKeys(entropy, 'dos')]);
    expect(again).toEqual(here);
    expect(elsewhere.address).not.toBe(here.address);
    expect(toHex(boxOf(here.token))).not.toBe(toHex(boxOf(elsewhere.token)));
  });

  it('are known answers: a change here would lock out everyone who holds a receipt', async () => {
    const keys = await deriveKeys(Uint8Array.from({ length: 10 }, (_, i) => i), 'practica');
    expect({ address: keys.address, box: toHex(boxOf(keys.token)), threadKey: toHex(keys.threadKey) }).toMatchInlineSnapshot(`
      {
        "address": "age1g50ggjhg8rwk5wtnqcjqzptddgxnj75z5c7ksfqgk2u5kpp8gchsshvgmj",
        "box": "0fdcdf10aa3338ed5fe98aa8e98b07b68d248024b3c73b2bcaacfefdd9507c90",
        "threadKey": "57d2b79ce103e5cf49d35a60462571b98eb49cdb3d2ba0044b98c38e18ec2c90",
      }
    `);
  });
});
