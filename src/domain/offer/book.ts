import type { Currency, Period } from './quantity.ts';
import type { WordWeights } from './weigh.ts';
import type { ReassuringSign, WarningSign, Words } from './sign.ts';

export type Language = 'es' | 'pt' | 'en';
export type Severity = WarningSign['severity'];
export type OfferKind = 'oferta' | 'pregunta' | 'advertencia' | 'busca-trabajo' | 'alquiler' | 'otro';
type Cues = WarningSign['cues'];
type Pointed = Partial<Record<1 | 2, string[] | undefined>>;

/** What the engine needs of a warning sign: no words for readers. */
export interface SignCues {
  id: string;
  severity: Severity;
  doubt: boolean;
  computed: WarningSign['computed'];
  asks: readonly string[];
  cues: Cues;
  unless: Cues;
  unlessAnywhere: Cues;
}

export interface ReassuringCues {
  id: string;
  lowers: readonly string[];
  computed: ReassuringSign['computed'];
  cues: Cues;
}

export type TooMuch = Readonly<Record<Currency, Readonly<Record<Exclude<Period, 'piece' | 'unknown'>, number>>>>;

/** Everything the engine is compiled from; plain JSON, so that a page can carry it. */
export interface SignBook {
  signs: readonly SignCues[];
  reassuring: readonly ReassuringCues[];
  words: Readonly<Partial<Record<Language, Words>>>;
  kinds: Readonly<Record<Exclude<OfferKind, 'otro'>, { cues: Readonly<Partial<Record<Language, Pointed | undefined>>> }>>;
  tooMuch: TooMuch;
  weights: WordWeights;
  questions: readonly string[];
}

export interface BookParts {
  signs: Readonly<Record<string, WarningSign>>;
  reassuring: Readonly<Record<string, ReassuringSign>>;
  words: SignBook['words'];
  kinds: SignBook['kinds'];
  tooMuch: TooMuch;
  weights: WordWeights;
  questions: readonly { id: string }[];
}

/** Takes from the content files what the engine needs, and leaves the readers' words behind. */
export function bindBook(parts: BookParts): SignBook {
  return {
    signs: Object.entries(parts.signs).map(([id, s]) => ({
      id, severity: s.severity, doubt: s.doubt ?? false, computed: s.computed, asks: s.asks, cues: s.cues, unless: s.unless ?? {}, unlessAnywhere: s.unlessAnywhere ?? {},
    })),
    reassuring: Object.entries(parts.reassuring).map(([id, r]) => ({ id, lowers: r.lowers, computed: r.computed, cues: r.cues })),
    words: parts.words,
    kinds: Object.fromEntries(Object.entries(parts.kinds).map(([id, kind]) => [id, { cues: kind.cues }])) as SignBook['kinds'],
    tooMuch: parts.tooMuch,
    weights: parts.weights,
    questions: parts.questions.map((q) => q.id),
  };
}
