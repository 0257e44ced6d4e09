import { spellCue } from './spelled.ts';
import type { Currency, Period } from './quantity.ts';
import type { Weights } from './weigh.ts';
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
  computed: WarningSign['computed'];
  asks: readonly string[];
  cues: Cues;
  unless: Cues;
  unlessAnywhere: Cues;
}

export interface ReassuringCues {
  id: string;
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
  weights: Weights;
  questions: readonly string[];
}

export interface BookParts {
  signs: Readonly<Record<string, WarningSign>>;
  reassuring: Readonly<Record<string, ReassuringSign>>;
  words: SignBook['words'];
  kinds: SignBook['kinds'];
  tooMuch: TooMuch;
  weights: Weights;
  questions: readonly { id: string }[];
}

/**
 * Takes from the content files what the engine needs, for these languages, and
 * leaves the readers' words behind. A page carries Spanish and fetches the others
 * when a text needs them.
 */
export function bindBook(parts: BookParts, languages: readonly Language[] = ['es', 'pt', 'en']): SignBook {
  const bind = (cues: Cues | undefined): Cues =>
    Object.fromEntries(languages.flatMap((language) => { const list = cues?.[language]; return list && list.length > 0 ? [[language, list.map(spellCue)]] : []; }));
  const bindLists = (lists: Readonly<Record<string, readonly string[]>>) => Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(spellCue)]));
  return {
    signs: Object.entries(parts.signs).map(([id, s]) => ({
      id, severity: s.severity, computed: s.computed, asks: s.asks, cues: bind(s.cues), unless: bind(s.unless), unlessAnywhere: bind(s.unlessAnywhere),
    })),
    reassuring: Object.entries(parts.reassuring).map(([id, r]) => ({ id, computed: r.computed, cues: bind(r.cues) })),
    words: Object.fromEntries(languages.flatMap((language) => {
      const words = parts.words[language];
      return words ? [[language, { abbreviations: words.abbreviations, lists: bindLists(words.lists), facts: bindLists(words.facts) }]] : [];
    })),
    kinds: Object.fromEntries(
      Object.entries(parts.kinds).map(([kind, { cues }]) => [
        kind,
        { cues: Object.fromEntries(languages.flatMap((language) => (cues[language] ? [[language, Object.fromEntries(Object.entries(cues[language]).map(([points, list]) => [points, list?.map(spellCue)]))]] : []))) },
      ]),
    ) as SignBook['kinds'],
    tooMuch: parts.tooMuch,
    weights: parts.weights,
    questions: parts.questions.map((q) => q.id),
  };
}
