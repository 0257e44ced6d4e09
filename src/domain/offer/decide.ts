import type { OfferKind, Severity } from './book.ts';

export type Level = 'alto' | 'varias-senales' | 'falta-informacion' | 'sin-senales' | 'no-es-oferta';

/** The rule that decided, so that a page can say why. */
export type Rule =
  | 'no-offer'
  | 'one-critical'
  | 'two-high'
  | 'asks-for-money'
  | 'one-high-and-doubts'
  | 'far-paid-and-something'
  | 'many-doubts'
  | 'few-words'
  | 'only-doubts'
  | 'nothing-found';

export interface Weighed {
  id: string;
  severity: Severity;
  /** 1 as found; less when something reassuring speaks against a doubt. */
  weight: number;
}

const POINTS: Record<Severity, number> = { critica: 4, alta: 3, media: 1.5, baja: 0.5 };
/** Signs that turn a paid trip far away from ordinary to worrying. */
const WITH_TRAVEL = new Set(['perfil_sexo_edad', 'puesto_vago', 'sueldo_irreal', 'empleador_oculto', 'sin_papeles', 'apunta_vulnerables', 'urgencia']);
/** An offer shorter than this leaves too much unsaid to be called clear. */
export const FEW_WORDS = 60;

/**
 * From signs to a level, by the first rule that holds. One critical sign is
 * enough and nothing lowers it; doubts count only in company.
 */
export function decide(kind: OfferKind, signs: readonly Weighed[], reassuring: number, words: number): { level: Level; rule: Rule } {
  if (kind !== 'oferta') return { level: 'no-es-oferta', rule: 'no-offer' };
  const by = (severity: Severity): Weighed[] => signs.filter((s) => s.severity === severity);
  const full = new Set(signs.filter((s) => s.weight >= 0.5).map((s) => s.id));
  const doubts = by('media').reduce((sum, s) => sum + s.weight, 0);
  const score = signs.reduce((sum, s) => sum + POINTS[s.severity] * s.weight, 0);
  if (by('critica').length > 0) return { level: 'alto', rule: 'one-critical' };
  // No employer may charge for the job: one such demand weighs like two other signs, whatever the offer says of itself.
  if (by('alta').some((s) => s.id === 'pide_dinero')) return { level: 'varias-senales', rule: 'asks-for-money' };
  if (by('alta').length >= 2) return { level: 'varias-senales', rule: 'two-high' };
  if (by('alta').length === 1 && doubts >= 1.5) return { level: 'varias-senales', rule: 'one-high-and-doubts' };
  if (full.has('traslado_lejos') && full.has('todo_pagado') && reassuring < 2 && [...full].some((id) => WITH_TRAVEL.has(id))) {
    return { level: 'varias-senales', rule: 'far-paid-and-something' };
  }
  if (score >= 6 && doubts >= 3.5 && reassuring < 2) return { level: 'varias-senales', rule: 'many-doubts' };
  if (doubts > 0) return { level: 'falta-informacion', rule: 'only-doubts' };
  if (words < FEW_WORDS) return { level: 'falta-informacion', rule: 'few-words' };
  return { level: 'sin-senales', rule: 'nothing-found' };
}
