import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEMS, EMPTY_DRAFT, STEPS } from '../../../src/domain/tip-form/draft.ts';
import { confirmProblems, makeReceipt, pasted } from '../../../src/domain/tip-form/paper.ts';
import { DETAIL_KINDS } from '../../../src/domain/tip-form/identifying.ts';
import { OUTCOMES } from '../../../src/domain/tip-form/outcome.ts';
import { AT_RISK, HOW } from '../../../src/domain/tip/limits.ts';
import { receiptDigits } from '../../../src/domain/tip/receipt.ts';

const read = (language: string): Record<string, unknown> => JSON.parse(readFileSync(`content/interface/${language}/tip.json`, 'utf8')) as Record<string, unknown>;
/** Every key down to its sentence, with the `{places}` that the sentence must have. */
function shape(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [`${path} ${[...value.matchAll(/\{\w+\}/g)].map(String).sort().join(' ')}`.trim()];
  return Object.entries(value as object).flatMap(([key, inner]) => shape(inner, `${path}/${key}`));
}

describe('the words of the form', () => {
  it('are as complete in English as in Spanish, with the same places to fill', () => {
    expect(shape(read('en'))).toEqual(shape(read('es')));
  });

  it('have a sentence for every problem, outcome, detail, step and answer', () => {
    for (const language of ['es', 'en']) {
      const words = read(language) as { errors: object; failed: { outcomes: object }; identifying: { kinds: object }; how: { options: object }; risk: { options: object } };
      expect(Object.keys(words.errors)).toEqual(expect.arrayContaining([...PROBLEMS]));
      expect(Object.keys(words.failed.outcomes).sort()).toEqual([...OUTCOMES].sort());
      expect(Object.keys(words.identifying.kinds).sort()).toEqual([...DETAIL_KINDS].sort());
      expect(Object.keys(words.how.options).sort()).toEqual([...HOW].sort());
      expect(Object.keys(words.risk.options).sort()).toEqual([...AT_RISK].sort());
      expect(Object.keys(words)).toEqual(expect.arrayContaining([...STEPS]));
    }
  });

  it('promise no anonymity, call nobody a victim, and hold no hurtful word', () => {
    for (const language of ['es', 'en']) {
      const text = JSON.stringify(read(language)).toLowerCase();
      for (const word of ['víctima', 'victim', 'prostitu', '1884', 'te deport', 'totalmente', '100 %', 'nunca sabr']) expect(text, word).not.toContain(word);
    }
  });
});

describe('the receipt on paper', () => {
  const list = readFileSync('content/receipt-words/es.txt', 'utf8');
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

  it('two different words are asked for, and whoever copied them right goes on, in words, short words or digits', () => {
    fc.assert(
      fc.property(bytes(10), bytes(2), (entropy, choice) => {
        const receipt = makeReceipt(entropy, choice, list);
        const [one, other] = receipt.asked;
        expect(one).toBeLessThan(other);
        expect(other).toBeLessThanOrEqual(8);
        const typed = (first: string, second: string) => confirmProblems({ ...EMPTY_DRAFT, first, second }, receipt);
        const [a = '', b = ''] = [receipt.list[one], receipt.list[other]];
        expect(typed(a.toUpperCase(), ` ${b} `)).toEqual([]);
        expect(typed(a.slice(0, 4), receiptDigits(entropy)[other] ?? '')).toEqual([]);
        expect(typed('', '').length).toBe(2);
        if (a.slice(0, 4) !== b.slice(0, 4)) expect(typed(b, a).length).toBe(2);
      }),
      { numRuns: 60 },
    );
  });

  it('is noticed in the story, in words and in digits', () => {
    const receipt = makeReceipt(new Uint8Array(10).fill(77), new Uint8Array(2), list);
    expect(pasted(`Mi recibo: ${receipt.list.join(', ')}`, receipt)).toBe(true);
    expect(pasted(`Es ${receiptDigits(receipt.entropy).join(' ')}`, receipt)).toBe(true);
    expect(pasted('Piden señoritas para un bar', receipt)).toBe(false);
  });
});
