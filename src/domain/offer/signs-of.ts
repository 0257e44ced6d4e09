import type { Severity, SignBook, SignCues } from './book.ts';
import { compute, type Reading } from './computed.ts';
import { isNegator } from './denial.ts';
import type { Measured } from './quantity.ts';
import { quotesOf, type Quote, type Range } from './quotes.ts';
import type { Findings } from './reader.ts';
import type { Scene } from './scene.ts';
import type { Odds } from './weigh.ts';

export interface FoundSign {
  id: string;
  severity: Severity;
  /** Empty when the sign is something the offer does not say. */
  quotes: Quote[];
}

export interface FoundFact {
  id: string;
  quotes: Quote[];
}

/** A counter-cue this near, in tokens, silences a cue. */
const NEAR = 6;
/** The sides of a pair may stand this many tokens apart, sentences or not. */
const PAIR_REACH = 45;
const NONE: readonly never[] = [];
const ORDER: readonly Severity[] = ['critica', 'alta', 'media', 'baja'];

/** The warning signs whose cues are heard. */
export function heardSigns(scene: Scene, book: SignBook): FoundSign[] {
  const { text, tokens, findings } = scene;
  const reading = readingOf(scene, book);
  const found: FoundSign[] = [];
  for (const sign of book.signs) {
    const own = findings.signs.get(sign) ?? NONE;
    if (own.length === 0 && !sign.computed) continue;
    if (own.some((m) => m.payload.to === 'unless-anywhere')) continue;
    const silencers = own.filter((m) => m.payload.to === 'unless');
    const heard = own.filter((m) => m.payload.to === 'sign' && isSaid(scene, m) && !silencers.some((s) => isNear(tokens, s, m)));
    const cues = heard.filter((m) => hasOtherSide(m, heard));
    const isFaint = ({ payload }: Cue): boolean => payload.to === 'sign' && payload.faint;
    const enough = cues.some((m) => !isFaint(m)) || new Set(cues.map((m) => m.payload)).size > 1;
    const computed = sign.computed ? compute(sign.computed, reading) : null;
    if (enough || computed !== null) found.push({ id: sign.id, severity: sign.severity, quotes: quotesOf(text, tokens, [...(enough ? cues : []), ...(computed ?? [])]) });
  }
  return found;
}

/** Log-odds at which a sign that was heard is no longer shown: only clear counter-evidence hides it. */
const DOUBT = { critica: -0.7, alta: -0.7, media: -0.55, baja: 0 } as const;
/** A sign heard in two places is hidden by hardly anything. */
const HEARD_TWICE = -3;
/** In a risky offer without any sign, the likeliest one is shown from here on. */
const LIKELIEST = -2;

/**
 * The warning signs of a text, heaviest first: those whose cues were heard, unless
 * the other words speak against them, and those that the words alone speak for. A
 * critical sign always needs a cue. `risky`: there must be one, however faint.
 */
export function warningSigns({ text, tokens }: Scene, book: SignBook, heard: readonly FoundSign[], odds: Odds, heaviest: (id: string) => Range[], risky: boolean): FoundSign[] {
  const chance = (id: string): number => odds.get(id) ?? 0;
  const seen = ({ id, severity, computed }: SignCues): FoundSign[] => {
    const cue = heard.find((sign) => sign.id === id);
    const words = cue || severity === 'critica' || computed === 'pay-too-high' ? [] : heaviest(id);
    return cue ? [cue] : words.length > 0 ? [{ id, severity, quotes: quotesOf(text, tokens, words) }] : [];
  };
  const needed = ({ id, severity }: SignCues): number => {
    const cue = heard.find((sign) => sign.id === id);
    return cue === undefined ? 0 : cue.quotes.length > 1 ? HEARD_TWICE : DOUBT[severity];
  };
  const found = book.signs.filter((sign) => chance(sign.id) > needed(sign)).flatMap(seen);
  if (found.length === 0 && risky) {
    const rest = book.signs.filter(({ id }) => chance(id) > LIKELIEST).sort((a, b) => chance(b.id) - chance(a.id));
    found.push(...rest.flatMap(seen).slice(0, 1));
  }
  return found.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

/** What a borrowed name would show, and so shows nothing where one is heard. */
const BORROWED: ReadonlySet<string> = new Set(['canal_oficial', 'empleador_con_nombre']);

/** What speaks for the offer. */
export function reassuringFacts(scene: Scene, book: SignBook, heard: readonly FoundSign[]): FoundFact[] {
  const reading = readingOf(scene, book);
  const borrowed = heard.some(({ id }) => id === 'suplantacion');
  return book.reassuring.flatMap(({ id, computed }) => {
    if (borrowed && BORROWED.has(id)) return [];
    const cues = (scene.findings.reassuring.get(id) ?? []).filter((m) => isSaid(scene, m));
    const shown = [...cues, ...((computed && compute(computed, reading)) || [])];
    return shown.length > 0 ? [{ id, quotes: quotesOf(scene.text, scene.tokens, shown) }] : [];
  });
}

/** Not denied, unless the cue itself begins with the denial («sin contrato»). */
function isSaid({ tokens, denied }: Scene, { from }: Range): boolean {
  return !denied[from] || isNegator(tokens[from]);
}

type Cue = Findings['signs'] extends ReadonlyMap<unknown, readonly (infer M)[]> ? M : never;

function hasOtherSide(cue: Cue, heard: readonly Cue[]): boolean {
  const pair = cue.payload.to === 'sign' ? cue.payload.pair : undefined;
  return !pair || heard.some((m) => m.payload.to === 'sign' && m.payload.pair?.cue === pair.cue && m.payload.pair.side !== pair.side && Math.abs(m.from - cue.from) <= PAIR_REACH);
}

function isNear(tokens: readonly Measured[], silencer: Range, cue: Range): boolean {
  const apart = Math.max(silencer.from - cue.to, cue.from - silencer.to);
  return apart < NEAR && tokens[silencer.from]?.sentence === tokens[cue.from]?.sentence;
}

function readingOf({ tokens, findings }: Scene, book: SignBook): Reading {
  return { tokens, tooMuch: book.tooMuch, of: (name) => findings.facts.get(name) ?? [] };
}
