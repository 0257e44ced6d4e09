import { spellCue } from './spelled.ts';
import type { Currency, Period } from './quantity.ts';
import { bindWeights, type BoundWeights, type Weights } from './weigh.ts';
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
  cues?: Cues | undefined;
  unless?: Cues | undefined;
  unlessAnywhere?: Cues | undefined;
}

export interface ReassuringCues {
  id: string;
  computed: ReassuringSign['computed'];
  cues?: Cues | undefined;
}

export type TooMuch = Readonly<Record<Currency, Readonly<Record<Exclude<Period, 'piece' | 'unknown'>, number>>>>;

/** The words of a language, spelled as they sound. A list is one pattern, «a|b c|d»: smaller than an array on the line. */
export interface SpelledWords {
  abbreviations: Words['abbreviations'];
  lists: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, string>>;
}

/** Everything the engine is compiled from; plain JSON, so that a page can carry it. */
export interface SignBook {
  words: Readonly<Partial<Record<Language, SpelledWords>>>;
  signs: readonly SignCues[];
  reassuring: readonly ReassuringCues[];
  kinds: Readonly<Record<Exclude<OfferKind, 'otro'>, { cues: Readonly<Partial<Record<Language, Pointed | undefined>>> }>>;
  tooMuch: TooMuch;
  weights: BoundWeights;
  questions: readonly string[];
}

export interface BookParts {
  signs: Readonly<Record<string, WarningSign>>;
  reassuring: Readonly<Record<string, ReassuringSign>>;
  words: Readonly<Partial<Record<Language, Words>>>;
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
  const bind = (cues: Cues | undefined): Cues | undefined => {
    const lists = languages.flatMap((language) => { const list = cues?.[language]; return list && list.length > 0 ? [[language, joined(list.map(spellCue))]] : []; });
    return lists.length > 0 ? Object.fromEntries(lists) : undefined;
  };
  const bindLists = (lists: Readonly<Record<string, readonly string[]>>) => Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, thin(list.map(spellCue)).join('|')]));
  return {
    words: Object.fromEntries(languages.flatMap((language) => {
      const words = parts.words[language];
      return words ? [[language, { abbreviations: words.abbreviations, lists: bindLists(words.lists), facts: bindLists(words.facts) }]] : [];
    })),
    signs: Object.entries(parts.signs).map(([id, s]) => ({
      id, severity: s.severity, computed: s.computed, asks: s.asks, cues: bind(s.cues), unless: bind(s.unless), unlessAnywhere: bind(s.unlessAnywhere),
    })),
    reassuring: Object.entries(parts.reassuring).map(([id, r]) => ({ id, computed: r.computed, cues: bind(r.cues) })),
    kinds: Object.fromEntries(
      Object.entries(parts.kinds).map(([kind, { cues }]) => [
        kind,
        { cues: Object.fromEntries(languages.flatMap((language) => (cues[language] ? [[language, Object.fromEntries(Object.entries(cues[language]).map(([points, list]) => [points, list?.map(spellCue)]))]] : []))) },
      ]),
    ) as SignBook['kinds'],
    tooMuch: parts.tooMuch,
    weights: bindWeights(parts.weights),
    questions: parts.questions.map((q) => q.id),
  };
}

/** Cues that stand for themselves as one pattern, smaller on the line; faint ones and pairs apart, because they are counted. */
function joined(cues: readonly string[]): string[] {
  const counted = cues.filter((cue) => cue.startsWith('? ') || cue.includes(' & '));
  const plain = thin(cues.filter((cue) => !counted.includes(cue)));
  return plain.length > 0 ? [plain.join('|'), ...counted] : counted;
}

/** A list without what it says twice: words that sound alike once spelled, and words that a stem of the list covers. */
function thin(list: readonly string[]): string[] {
  const stems = list.filter((item) => /^[a-z]{2,}\*$/.test(item)).map((item) => item.slice(0, -1));
  const covered = (item: string): boolean => /^[a-z]+\*?$/.test(item) && stems.some((stem) => item.startsWith(stem) && item !== `${stem}*`);
  return [...new Set(list)].filter((item) => !covered(item)).sort();
}
