import type { OfferKind } from './book.ts';
import type { Sentence } from './normalise.ts';
import type { Scene } from './scene.ts';
import type { FoundSign } from './signs-of.ts';

/** Facts that only texts about work carry. */
const WORK_FACTS = ['reclutar', 'oficio', 'calificado', 'pago-claro', 'horario-claro', 'experiencia-pedida', 'sin-experiencia'];

/** What speaks for an offer («se busca», «te pago») outweighs what speaks for another kind, within limits. */
const MOST_OFFERING = 6;
const OFFERING_SHARE = 0.6;
/** Points that make a text of another kind, when its words do not sound like a risky offer. */
const NEEDED = 0.5;
/** Log-odds of being no offer that it takes when they do. */
const SURE_OTHER = 0.5;
/** Log-odds of being no offer from which the loudest answer is not given: perhaps someone only tells of it. Lower when a cue says so too. */
const PERHAPS_OTHER = -1.5;
const PERHAPS_OTHER_IF_POINTED = -3.5;

/** What the learned weights say: log-odds of risk, and of being no offer at all. */
export interface KindOdds {
  risk: number;
  other: number;
}

/** A text is an offer unless it clearly asks, warns, seeks work or lets a room; or says nothing of work. */
export function kindOf(scene: Scene, signs: readonly FoundSign[], sentences: readonly Sentence[], odds: KindOdds): { kind: OfferKind; unsure: boolean } {
  const points = pointsOf(scene, sentences);
  const offering = Math.min(points.get('oferta') ?? 0, MOST_OFFERING);
  points.delete('oferta');
  const grave = signs.some((s) => s.severity === 'critica' || s.severity === 'alta');
  const [kind, most] = [...points].reduce((a, b) => (b[1] > a[1] ? b : a), ['otro' as OfferKind, 0] as [OfferKind, number]);
  const pointed = most >= NEEDED && most > offering * OFFERING_SHARE && !(kind === 'alquiler' && grave);
  if (odds.risk > 0 ? odds.other > SURE_OTHER : pointed) return { kind, unsure: false };
  const work = WORK_FACTS.some((name) => scene.findings.facts.has(name));
  const pay = scene.tokens.some((t) => t.quantity?.of === 'money');
  const telling = signs.some((s) => s.quotes.length > 0 && s.severity !== 'baja');
  return { kind: work || pay || telling || odds.risk > 0 ? 'oferta' : 'otro', unsure: odds.other > (most >= NEEDED ? PERHAPS_OTHER_IF_POINTED : PERHAPS_OTHER) };
}

/** For each kind, the points of the cues that speak for it; half for a question that is not asked. */
function pointsOf({ tokens, denied, findings }: Scene, sentences: readonly Sentence[]): Map<OfferKind, number> {
  const points = new Map<OfferKind, number>();
  const counted = new Set<object>();
  for (const { payload, from } of findings.kinds) {
    if (counted.has(payload) || denied[from]) continue;
    counted.add(payload);
    const asked = sentences[tokens[from]?.sentence ?? -1]?.question ?? false;
    const share = payload.kind === 'pregunta' && !asked ? 0.5 : 1;
    points.set(payload.kind, (points.get(payload.kind) ?? 0) + payload.points * share);
  }
  return points;
}
