import type { OfferKind, Severity } from './book.ts';

export type Level = 'alto' | 'varias-senales' | 'falta-informacion' | 'sin-senales' | 'no-es-oferta';

/** The rule that decided, so that a page can say why. */
export type Rule =
  | 'no-offer'
  | 'critical-sign'
  | 'critical-sign-perhaps-quoted'
  | 'asks-for-money'
  | 'several-high-signs'
  | 'high-sign-in-such-words'
  | 'bait'
  | 'words-of-risky-offers'
  | 'signs-in-honest-words'
  | 'only-doubts'
  | 'few-words'
  | 'nothing-found';

/** An offer shorter than this leaves too much unsaid to be called clear. */
export const FEW_WORDS = 60;

export interface Evidence {
  kind: OfferKind;
  /** Something also speaks for a question, a warning or the like. */
  unsure: boolean;
  signs: readonly { id: string; severity: Severity }[];
  /** How many reassuring facts were found. */
  reassuring: number;
  words: number;
  /** Log-odds of risk by the learned weights of words, signs and reassuring facts (weigh.ts). */
  tilt: number;
}

/** A paid trip far away, or a task no one can name, by someone unnamed and with nothing reassuring said. */
export function isBait(signs: readonly { id: string }[], reassuring: number): boolean {
  const has = (id: string): boolean => signs.some((s) => s.id === id);
  const paidTripFar = has('traslado_lejos') && has('todo_pagado');
  return reassuring === 0 && has('empleador_oculto') && (paidTripFar || has('puesto_vago'));
}

/**
 * From signs to a level, and the rule that decided. Doubts alone never alarm: they
 * ask for information. A critical sign alarms unless everything else in the text
 * reads like an honest offer; then it is still shown, with whom to call.
 */
export function decide(evidence: Evidence): { level: Level; rule: Rule } {
  const { kind, signs, words, tilt } = evidence;
  if (kind !== 'oferta') return { level: 'no-es-oferta', rule: 'no-offer' };
  const high = signs.filter((s) => s.severity === 'alta');
  const grave = high.length > 0 || signs.some((s) => s.severity === 'critica');
  if (tilt > 0 && signs.length > 0) {
    // Who only tells of an offer, or asks about it, is not to be met with the loudest answer.
    if (signs.some((s) => s.severity === 'critica')) return evidence.unsure ? { level: 'varias-senales', rule: 'critical-sign-perhaps-quoted' } : { level: 'alto', rule: 'critical-sign' };
    if (signs.some((s) => s.id === 'pide_dinero')) return { level: 'varias-senales', rule: 'asks-for-money' };
    if (high.length >= 2) return { level: 'varias-senales', rule: 'several-high-signs' };
    if (high.length === 1) return { level: 'varias-senales', rule: 'high-sign-in-such-words' };
    return { level: 'varias-senales', rule: isBait(signs, evidence.reassuring) ? 'bait' : 'words-of-risky-offers' };
  }
  if (grave) return { level: 'falta-informacion', rule: 'signs-in-honest-words' };
  if (signs.some((s) => s.severity === 'media')) return { level: 'falta-informacion', rule: 'only-doubts' };
  if (words < FEW_WORDS) return { level: 'falta-informacion', rule: 'few-words' };
  return { level: 'sin-senales', rule: 'nothing-found' };
}
