import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, problemsOf, progress, stepAfter, stepBefore, stepsOf, type Draft } from '../../../src/domain/tip-form/draft.ts';
import { fitted, roomFor } from '../../../src/domain/tip-form/photo-fit.ts';
import { idleAt, WARN_AFTER, WIPE_AFTER } from '../../../src/domain/tip-form/idle.ts';
import { outcomeOf, OUTCOMES } from '../../../src/domain/tip-form/outcome.ts';
import { reportText } from '../../../src/domain/tip-form/report.ts';
import { tipWords } from '../../../src/domain/tip-form/words.ts';
import { FAULTS, type Fault } from '../../../src/domain/tip/faults.ts';
import { photosFit } from '../../../src/domain/tip/content.ts';
import { tipSchema } from '../../../src/domain/tip/tip.ts';

const aDraft = (change: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, danger: 'no', what: 'Piden señoritas para un bar sin nombre', region: 'puno', riskNow: 'unknown', how: 'saw', receipt: 'yes', ...change });

describe('the walk through the form', () => {
  it('sends someone in danger to the phone before anything is asked', () => {
    expect(stepAfter('danger', 'send', aDraft({ danger: 'yes' }))).toBe('call');
    expect(stepAfter('danger', 'send', aDraft())).toBe('what');
  });

  it('has no photos, receipt or sending where nothing can be sent', () => {
    const steps = stepsOf('compose', aDraft());
    expect(steps.at(-1)).toBe('report');
    for (const step of ['photos', 'receipt', 'words', 'confirm', 'send'] as const) expect(steps).not.toContain(step);
  });

  it('shows no words to someone who wants no receipt', () => {
    expect(stepAfter('receipt', 'send', aDraft({ receipt: 'no' }))).toBe('send');
    expect(stepAfter('receipt', 'send', aDraft())).toBe('words');
  });

  it('back leads where one came from, on every way', () => {
    for (const way of ['send', 'compose'] as const)
      for (const draft of [aDraft(), aDraft({ danger: 'yes' }), aDraft({ receipt: 'no' })])
        for (const step of stepsOf(way, draft).slice(0, -1)) expect(stepBefore(stepAfter(step, way, draft), way, draft)).toBe(step);
  });

  it('counts from the first question to the last', () => {
    expect(progress('danger', 'send', aDraft())).toBeNull();
    expect(progress('what', 'send', aDraft())).toEqual({ at: 1, of: 11 });
    expect(progress('send', 'send', aDraft())).toEqual({ at: 11, of: 11 });
    expect(progress('report', 'compose', aDraft())).toEqual({ at: 6, of: 6 });
  });

  it('asks once for a little more, and never refuses a short word', () => {
    const short = aDraft({ what: 'ayuda' });
    expect(problemsOf('what', short, false)).toEqual([{ field: 'what', code: 'what-short' }]);
    expect(problemsOf('what', short, true)).toEqual([]);
    expect(problemsOf('what', aDraft({ what: ' ' }), true)).toEqual([{ field: 'what', code: 'what-empty' }]);
  });

  it('whoever answered everything is held up nowhere, and the desk can read what they told', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20, maxLength: 4_000 }), fc.string({ maxLength: 300 }), fc.string({ maxLength: 1_000 }), (what, short, long) => {
        fc.pre(what.trim().length >= 20);
        const draft = aDraft({ what, place: short, when: short, who: long, howWords: long });
        for (const step of stepsOf('send', draft)) expect(problemsOf(step, draft, false)).toEqual([]);
        const tip = tipSchema.safeParse({ v: 1, kind: 'tip', ...tipWords(draft, 'es-PE', []), reply: null });
        expect(tip.success).toBe(true);
      }),
    );
  });
});

describe('a page left open', () => {
  it('warns after 14 minutes and forgets after 15', () => {
    expect(idleAt(1_000, 1_000).state).toBe('active');
    expect(idleAt(1_000, 1_000 + WARN_AFTER)).toEqual({ state: 'warn', lookAgainIn: 60_000 });
    expect(idleAt(1_000, 1_000 + WIPE_AFTER).state).toBe('wipe');
    expect(idleAt(1_000, 1_000 + 9 * WIPE_AFTER).state).toBe('wipe');
  });
});

describe('a photo', () => {
  it('is never larger than 1600 pixels, never larger than it was, and keeps its shape', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30_000 }), (width, height) => {
        const small = fitted(width, height, 1_600);
        expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(Math.min(1_600, Math.max(width, height)));
        expect(Math.min(small.width, small.height)).toBeGreaterThanOrEqual(1);
        // Each side is at most one pixel off the same scale.
        const scale = Math.min(1, 1_600 / Math.max(width, height));
        expect(Math.abs(small.width - width * scale)).toBeLessThanOrEqual(1);
        expect(Math.abs(small.height - height * scale)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('that has room fits beside the others', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 690_000 }), { maxLength: 2 }), (sizes) => {
        expect(photosFit([...sizes, Math.max(1, roomFor(sizes, 2_097_152 - 65_536))])).toBe(true);
      }),
    );
  });
});

describe('a fault', () => {
  it('of every kind has a group with a sentence; nobody sees a code', () => {
    for (const fault of [...Object.keys(FAULTS) as Fault[], 'offline', 'strange-answer', 'no-proof', 'no-desk', 'no-national', 'no-valid-key', 'mixed-keys'] as const) expect(OUTCOMES).toContain(outcomeOf(fault));
    expect(outcomeOf('full')).toBe('full');
    expect(outcomeOf('strange-answer')).toBe('broken');
  });
});

describe('the report to hand over', () => {
  it('leaves out what was not answered and adds nothing of its own', () => {
    const text = reportText('Aviso', [{ label: 'Qué pasa', value: ' Piden señoritas ' }, { label: 'Cuándo', value: '' }], 'Pido que se revise.');
    expect(text).toBe('Aviso\n\nQué pasa\nPiden señoritas\n\nPido que se revise.');
  });
});
