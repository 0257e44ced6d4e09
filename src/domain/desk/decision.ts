import * as z from 'zod';

/**
 * The four decisions that a response team takes on a case: what help, how great the risk to the
 * person, which legal proceedings, and the humanitarian migration status (D.Leg. 1350, art. 29.2.k).
 * The words for each choice stand in content/interface/es/desk.json under the same names.
 */
export const CHOICES = {
  assistance: ['none-yet', 'safe-place', 'health', 'psychology', 'lawyer', 'child-protection', 'interpreter', 'documents', 'voluntary-return'],
  risk: ['immediate', 'high', 'medium', 'low', 'unknown'],
  proceedings: ['none-yet', 'police', 'prosecutor', 'labour-inspection', 'child-inquiry', 'already-open', 'person-declines'],
  visa: ['not-needed', 'ask-person', 'to-request', 'requested', 'person-declines'],
} as const;
export type DecisionAbout = keyof typeof CHOICES;
export const DECISIONS = Object.keys(CHOICES) as DecisionAbout[];

/** Help and proceedings may be several at once; risk and visa are one. */
export const MANY: Readonly<Record<DecisionAbout, boolean>> = { assistance: true, risk: false, proceedings: true, visa: false };
/** Choices that exclude every other of their decision. */
const ALONE = new Set(['none-yet']);

export const REASON_LIMIT = 2_000;

export const decisionSchema = z
  .strictObject({
    about: z.enum(DECISIONS),
    choices: z.array(z.string()).min(1).max(9),
    reason: z.string().trim().min(1).max(REASON_LIMIT),
  })
  .refine(({ about, choices }) => choices.every((choice) => (CHOICES[about] as readonly string[]).includes(choice)))
  .refine(({ about, choices }) => MANY[about] || choices.length === 1)
  .refine(({ choices }) => new Set(choices).size === choices.length);
export type Decision = z.infer<typeof decisionSchema>;

export type DecisionFault = 'no-choice' | 'no-reason' | 'contradiction' | 'unknown';
export type DecisionResult = { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly fault: DecisionFault };

/** Checks what the form sent. Nothing is recorded without a choice and a reason in words. */
export function readDecision(about: string, choices: readonly string[], reason: string): DecisionResult {
  if (choices.length === 0) return { ok: false, fault: 'no-choice' };
  if (reason.trim() === '') return { ok: false, fault: 'no-reason' };
  if (choices.length > 1 && choices.some((choice) => ALONE.has(choice))) return { ok: false, fault: 'contradiction' };
  const read = decisionSchema.safeParse({ about, choices, reason });
  return read.success ? { ok: true, decision: read.data } : { ok: false, fault: 'unknown' };
}
