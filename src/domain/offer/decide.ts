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

/**
 * Points towards «careful», in log-odds, on top of what the learned word weights
 * say (weigh.ts). Chosen on the work texts for the broad middle of a plateau, not
 * for a peak: moving any of them by a third changes F1 by less than 0.01.
 */
const POINTS = {
  critical: 2,
  anotherCritical: 1.5,
  high: 1.2,
  /** No employer may charge for the job. */
  asksForMoney: 0.5,
  /** A paid trip far away, or a task no one can name, by someone unnamed and with nothing reassuring said. */
  bait: 1,
  /** For each reassuring fact, and only when no sign is critical: traffickers also write «contrato». */
  reassuring: -0.2,
  start: -0.3,
};

export interface Evidence {
  kind: OfferKind;
  /** Something also speaks for a question, a warning or the like. */
  unsure: boolean;
  signs: readonly { id: string; severity: Severity }[];
  /** How many reassuring facts were found. */
  reassuring: number;
  words: number;
  /** Log-odds of the learned word weights. */
  tilt: number;
}

const has = (signs: Evidence['signs'], id: string): boolean => signs.some((s) => s.id === id);

function isBait({ signs, reassuring }: Evidence): boolean {
  const paidTripFar = has(signs, 'traslado_lejos') && has(signs, 'todo_pagado');
  return reassuring === 0 && has(signs, 'empleador_oculto') && (paidTripFar || has(signs, 'puesto_vago'));
}

/** All the evidence in one number; above 0 the offer calls for care. */
export function score(evidence: Evidence): number {
  const { signs, reassuring, tilt } = evidence;
  const critical = signs.filter((s) => s.severity === 'critica').length;
  const high = signs.filter((s) => s.severity === 'alta').length;
  return (
    POINTS.start + tilt + POINTS.high * high +
    (critical > 0 ? POINTS.critical + POINTS.anotherCritical * (critical - 1) : POINTS.reassuring * reassuring) +
    (has(signs, 'pide_dinero') ? POINTS.asksForMoney : 0) +
    (isBait(evidence) ? POINTS.bait : 0)
  );
}

/**
 * From signs to a level, and the rule that decided. Doubts alone never alarm: they
 * ask for information. A critical sign alarms unless every other word of the text
 * reads like those of honest offers; then it is still shown.
 */
export function decide(evidence: Evidence): { level: Level; rule: Rule } {
  const { kind, signs, words } = evidence;
  if (kind !== 'oferta') return { level: 'no-es-oferta', rule: 'no-offer' };
  const high = signs.filter((s) => s.severity === 'alta');
  const grave = high.length > 0 || signs.some((s) => s.severity === 'critica');
  if (score(evidence) > 0 && signs.length > 0) {
    // Who only tells of an offer, or asks about it, is not to be met with the loudest answer.
    if (signs.some((s) => s.severity === 'critica')) return evidence.unsure ? { level: 'varias-senales', rule: 'critical-sign-perhaps-quoted' } : { level: 'alto', rule: 'critical-sign' };
    if (has(signs, 'pide_dinero')) return { level: 'varias-senales', rule: 'asks-for-money' };
    if (high.length >= 2) return { level: 'varias-senales', rule: 'several-high-signs' };
    if (high.length === 1) return { level: 'varias-senales', rule: 'high-sign-in-such-words' };
    return { level: 'varias-senales', rule: isBait(evidence) ? 'bait' : 'words-of-risky-offers' };
  }
  if (grave) return { level: 'falta-informacion', rule: 'signs-in-honest-words' };
  if (signs.some((s) => s.severity === 'media')) return { level: 'falta-informacion', rule: 'only-doubts' };
  if (words < FEW_WORDS) return { level: 'falta-informacion', rule: 'few-words' };
  return { level: 'sin-senales', rule: 'nothing-found' };
}
