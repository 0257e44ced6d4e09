import type { OfferKind, Severity } from './book.ts';

export type Level = 'alto' | 'varias-senales' | 'falta-informacion' | 'sin-senales' | 'no-es-oferta';

/** The rule that decided, so that a page can say why. */
export type Rule =
  | 'no-offer'
  | 'one-critical'
  | 'lone-cue-in-an-honest-text'
  | 'words-like-risky-offers'
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

/** Signs that turn a paid trip far away from ordinary to worrying. */
const WITH_TRAVEL = new Set(['perfil_sexo_edad', 'puesto_vago', 'sueldo_irreal', 'empleador_oculto', 'sin_papeles', 'apunta_vulnerables', 'urgencia']);
/** An offer shorter than this leaves too much unsaid to be called clear. */
export const FEW_WORDS = 60;

/** Log-odds of the learned word weights (weigh.ts) beyond which they may tip the scales. */
const TILT = { againstCritical: -2, againstOthers: -0.75, towardsRisk: 0.5 };

export interface Evidence {
  kind: OfferKind;
  signs: readonly Weighed[];
  /** How many reassuring facts were found. */
  reassuring: number;
  words: number;
  /** From weigh.ts. */
  tilt: number;
}

/**
 * From signs to a level, by the first rule that holds. One critical sign is
 * enough and no reassuring fact lowers it; doubts count only in company. The
 * learned weights decide nothing alone: they silence one lone cue in a text that
 * otherwise reads like honest ones, or add up doubts in one that reads like risky ones.
 */
export function decide({ kind, signs, reassuring, words, tilt }: Evidence): { level: Level; rule: Rule } {
  if (kind !== 'oferta') return { level: 'no-es-oferta', rule: 'no-offer' };
  const by = (severity: Severity): Weighed[] => signs.filter((s) => s.severity === severity);
  const [critical, high] = [by('critica'), by('alta')];
  const full = new Set(signs.filter((s) => s.weight >= 0.5).map((s) => s.id));
  const doubts = by('media').reduce((sum, s) => sum + s.weight, 0);
  if (critical.length > 0) {
    if (critical.length === 1 && high.length === 0 && tilt < TILT.againstCritical) return { level: 'falta-informacion', rule: 'lone-cue-in-an-honest-text' };
    return { level: 'alto', rule: 'one-critical' };
  }
  if (high.length >= 2) return { level: 'varias-senales', rule: 'two-high' };
  if (tilt > TILT.againstOthers) {
    // No employer may charge for the job: one such demand weighs like two other signs, whatever the offer says of itself.
    if (high.some((s) => s.id === 'pide_dinero')) return { level: 'varias-senales', rule: 'asks-for-money' };
    if (high.length === 1 && doubts >= 1.5) return { level: 'varias-senales', rule: 'one-high-and-doubts' };
    if (full.has('traslado_lejos') && full.has('todo_pagado') && reassuring < 2 && [...full].some((id) => WITH_TRAVEL.has(id))) {
      return { level: 'varias-senales', rule: 'far-paid-and-something' };
    }
    if (doubts >= 3 && reassuring < 2) return { level: 'varias-senales', rule: 'many-doubts' };
  }
  if (tilt > TILT.towardsRisk && (high.length > 0 || doubts > 0)) return { level: 'varias-senales', rule: 'words-like-risky-offers' };
  if (doubts > 0 || high.length > 0) return { level: 'falta-informacion', rule: 'only-doubts' };
  if (words < FEW_WORDS) return { level: 'falta-informacion', rule: 'few-words' };
  return { level: 'sin-senales', rule: 'nothing-found' };
}
