import type { OfferKind } from './book.ts';
import type { Sentence } from './normalise.ts';
import type { Scene } from './scene.ts';
import type { FoundSign } from './signs-of.ts';

/** Facts that only texts about work carry. */
const WORK_FACTS = ['reclutar', 'oficio', 'calificado', 'pago-claro', 'horario-claro', 'experiencia-pedida', 'sin-experiencia'];

/** What speaks for an offer («se busca», «te pago») outweighs what speaks for another kind, within limits. */
const MOST_OFFERING = 6;
const OFFERING_SHARE = 0.6;
/** Points that make a text of another kind; fewer when its words do not sound like a risky offer. */
const NEEDED = 2;
const NEEDED_WHEN_CALM = 0.5;
const UNSURE = 0.5;
const TILT_SHARE = 0.75;

/**
 * A text is an offer unless it clearly asks, warns, seeks work or lets a room; or
 * says nothing of work. `unsure`: something also speaks for another kind.
 */
export function kindOf({ tokens, denied, findings }: Scene, signs: readonly FoundSign[], sentences: readonly Sentence[], tilt: number): { kind: OfferKind; unsure: boolean } {
  const points = new Map<OfferKind, number>();
  const counted = new Set<object>();
  for (const { payload, from } of findings.kinds) {
    if (counted.has(payload) || denied[from]) continue;
    counted.add(payload);
    const asked = sentences[tokens[from]?.sentence ?? -1]?.question ?? false;
    const share = payload.kind === 'pregunta' && !asked ? 0.5 : 1;
    points.set(payload.kind, (points.get(payload.kind) ?? 0) + payload.points * share);
  }
  const offering = Math.min(points.get('oferta') ?? 0, MOST_OFFERING);
  points.delete('oferta');
  const grave = signs.some((s) => s.severity === 'critica' || s.severity === 'alta');
  const [kind, most] = [...points].reduce((a, b) => (b[1] > a[1] ? b : a), ['oferta' as OfferKind, 0] as [OfferKind, number]);
  if (most >= (tilt < 0 ? NEEDED_WHEN_CALM : NEEDED) && most > offering * OFFERING_SHARE + Math.max(0, tilt) * TILT_SHARE && !(kind === 'alquiler' && grave)) return { kind, unsure: false };
  const work = WORK_FACTS.some((name) => findings.facts.has(name));
  const pay = tokens.some((t) => t.quantity?.of === 'money');
  const telling = signs.some((s) => s.quotes.length > 0 && s.severity !== 'baja');
  return { kind: work || pay || telling || tilt > 0 ? 'oferta' : 'otro', unsure: most >= UNSURE && most >= offering };
}
