import { AT_RISK, HOW, LIMITS, SHORT_WHAT } from '../tip/limits.ts';

/** What a person has told the form so far. It lives in the memory of one page and nowhere else. */
export interface Draft {
  readonly danger: 'yes' | 'no' | '';
  readonly what: string;
  /** A region's id, `no-se`, or nothing yet. */
  readonly region: string;
  readonly place: string;
  readonly when: string;
  readonly riskNow: (typeof AT_RISK)[number] | '';
  readonly who: string;
  readonly how: (typeof HOW)[number] | '';
  readonly howWords: string;
  /** Whether the person wants the nine words that open the answer. */
  readonly receipt: 'yes' | 'no' | '';
  /** The two words typed to confirm that the nine were written down. */
  readonly first: string;
  readonly second: string;
}
export type Field = keyof Draft;

export const EMPTY_DRAFT: Draft = {
  danger: '', what: '', region: '', place: '', when: '', riskNow: '', who: '', how: '', howWords: '', receipt: '', first: '', second: '',
};

/** One thing a screen. `send`ing needs a letterbox; a `compose`d report is handed over by the person. */
export type Way = 'send' | 'compose';
export const STEPS = ['danger', 'call', 'what', 'where', 'when', 'risk', 'how', 'photos', 'check', 'receipt', 'words', 'confirm', 'send', 'report'] as const;
export type Step = (typeof STEPS)[number];

const BEFORE: readonly Step[] = ['what', 'where', 'when', 'risk', 'how'];

/** The screens that this person walks through, first to last. It grows and shrinks with the answers. */
export function stepsOf(way: Way, draft: Pick<Draft, 'danger' | 'receipt'>): readonly Step[] {
  const start: readonly Step[] = draft.danger === 'yes' ? ['danger', 'call'] : ['danger'];
  if (way === 'compose') return [...start, ...BEFORE, 'report'];
  const receipt: readonly Step[] = draft.receipt === 'no' ? ['receipt'] : ['receipt', 'words', 'confirm'];
  return [...start, ...BEFORE, 'photos', 'check', ...receipt, 'send'];
}

export function stepAfter(step: Step, way: Way, draft: Draft): Step {
  const steps = stepsOf(way, draft);
  return steps[steps.indexOf(step) + 1] ?? step;
}

export function stepBefore(step: Step, way: Way, draft: Draft): Step {
  const steps = stepsOf(way, draft);
  return steps[steps.indexOf(step) - 1] ?? step;
}

/** Where the questions begin to be counted: the danger screens come before the first one. */
export function progress(step: Step, way: Way, draft: Draft): { at: number; of: number } | null {
  const counted: Step[] = stepsOf(way, draft).filter((each) => each !== 'danger' && each !== 'call');
  const at = counted.indexOf(step) + 1;
  return at === 0 ? null : { at, of: counted.length };
}

export const PROBLEMS = ['danger-empty', 'what-empty', 'what-short', 'what-long', 'region-empty', 'place-long', 'when-long', 'risk-empty', 'who-long', 'how-empty', 'how-long', 'receipt-empty', 'tells-receipt', 'first-wrong', 'second-wrong'] as const;
export type ProblemCode = (typeof PROBLEMS)[number];
/** One thing to mend, and the field that mends it. */
export interface Problem {
  readonly field: Field;
  readonly code: ProblemCode;
}

/**
 * What keeps a person from going on, in the order of the screen; empty when nothing does.
 * `what-short` is asked once: hand `askedOnce` true after that, and a short text is enough.
 */
export function problemsOf(step: Step, draft: Draft, askedOnce: boolean): Problem[] {
  const empty = (field: Field, code: ProblemCode): Problem[] => (draft[field].trim() === '' ? [{ field, code }] : []);
  const long = (field: Field, limit: number, code: ProblemCode): Problem[] => (draft[field].length > limit ? [{ field, code }] : []);
  switch (step) {
    case 'danger':
      return empty('danger', 'danger-empty');
    case 'what': {
      const missing = empty('what', 'what-empty');
      if (missing.length > 0) return missing;
      if (draft.what.trim().length < SHORT_WHAT && !askedOnce) return [{ field: 'what', code: 'what-short' }];
      return long('what', LIMITS.what, 'what-long');
    }
    case 'where':
      return [...empty('region', 'region-empty'), ...long('place', LIMITS.place, 'place-long')];
    case 'when':
      return long('when', LIMITS.when, 'when-long');
    case 'risk':
      return [...empty('riskNow', 'risk-empty'), ...long('who', LIMITS.who, 'who-long')];
    case 'how':
      return [...empty('how', 'how-empty'), ...long('howWords', LIMITS.how, 'how-long')];
    case 'receipt':
      return empty('receipt', 'receipt-empty');
    default:
      return [];
  }
}

/** Every word of the story, for what looks through it as a whole. */
export const storyOf = (draft: Draft): string => [draft.what, draft.place, draft.when, draft.who, draft.howWords].join('\n');

/** True when nothing was told yet: then there is nothing to wipe and nothing to warn about. */
export const isUntouched = (draft: Draft): boolean => Object.values(draft).every((value) => value === '');
