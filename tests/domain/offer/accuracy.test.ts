import { describe, expect, it } from 'vitest';
import { readExamples, scores } from '#commands/score-offers.ts';
import { check } from './engine.ts';

/**
 * The floor under which a change of cues or weights is a step back. The measure
 * texts are for numbers only: never read them, or these numbers mean nothing.
 */
describe('on labelled texts that no one tuned the signs on', () => {
  const judged = readExamples(['tests/examples/offers/measure']).map((example) => {
    const result = check(example.text);
    return { example, result, risk: result.level === 'alto' || result.level === 'varias-senales' };
  });

  it('nine risky offers in ten are met with care, and few honest ones', () => {
    const all = scores(judged);
    expect(all.recall).toBeGreaterThanOrEqual(0.9);
    expect(all.alarms).toBeLessThanOrEqual(0.095);
    expect(all.f1).toBeGreaterThanOrEqual(0.905);
  });

  it('the hard half too', () => {
    expect(scores(judged.filter((j) => j.example.difficulty === 'hard')).f1).toBeGreaterThanOrEqual(0.9);
  });

  it('who asks, warns or seeks work is almost never met with the loudest answer', () => {
    expect(scores(judged).accused).toBeLessThanOrEqual(3);
  });

  it('two of three signs are told as people who labelled the texts told them', () => {
    const right = judged.reduce((sum, { example, result }) => sum + result.signs.filter((s) => example.signs.includes(s.id)).length, 0);
    const said = judged.reduce((sum, { example, result }) => sum + result.signs.length + example.signs.length, 0);
    expect((2 * right) / said).toBeGreaterThanOrEqual(0.67);
  });
});
