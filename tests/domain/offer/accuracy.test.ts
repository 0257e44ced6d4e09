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
    expect(all.recall).toBeGreaterThanOrEqual(0.89);
    expect(all.alarms).toBeLessThanOrEqual(0.11);
    expect(all.f1).toBeGreaterThanOrEqual(0.89);
  });

  it('the hard half too', () => {
    expect(scores(judged.filter((j) => j.example.difficulty === 'hard')).f1).toBeGreaterThanOrEqual(0.86);
  });
});
