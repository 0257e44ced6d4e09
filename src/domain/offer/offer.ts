import type { Language, OfferKind, SignBook } from './book.ts';
import { decide, type Level, type Rule } from './decide.ts';
import { cluesOf } from './clues.ts';
import { kindOf } from './kind.ts';
import { languageOf } from './language.ts';
import { normalise, type Normalised } from './normalise.ts';
import { quotesOf, type Quote } from './quotes.ts';
import { compileReader, type Findings, type Reader } from './reader.ts';
import { sceneOf, type Scene } from './scene.ts';
import { heardSigns, reassuringFacts, warningSigns, type FoundFact, type FoundSign } from './signs-of.ts';
import { Scales, wordFeatures, type Features } from './weigh.ts';

export type { Language, OfferKind, Severity, SignBook } from './book.ts';
export type { Level, Rule } from './decide.ts';
export type { Quote } from './quotes.ts';
export type { FoundFact, FoundSign } from './signs-of.ts';

/** Why a text could not be read as an offer; `null` when it could. */
export type Unreadable = 'vacio' | 'sin-palabras' | 'otro-alfabeto' | 'otro-idioma' | 'muy-corto';

export interface Analysis {
  level: Level;
  kind: OfferKind;
  reason: Unreadable | null;
  language: Language | null;
  words: number;
  /** True when the text was too long and only its beginning was read. */
  truncated: boolean;
  /** Heaviest first. Empty when the text is no offer. */
  signs: FoundSign[];
  /** Signs inside a text that is no offer, such as an offer quoted in a question. */
  mentioned: FoundSign[];
  reassuring: FoundFact[];
  /** Ids of the questions the offer leaves open, in the order of content/offer/questions.yaml. */
  unknown: string[];
  /** Words that weighed most, when the rule is `words-of-risky-offers` or `high-sign-in-such-words`. */
  weighty: Quote[];
  /** Log-odds of risk by the learned weights; see weigh.ts. */
  tilt: number;
  rule: Rule;
}

export interface Engine {
  book: SignBook;
  /** The learned weights. */
  scales: Scales;
  /** Compiled the first time a text in that language comes. */
  reader(language: Language): Reader;
}

/** Takes the signs once, to analyse as many offers as come. */
export function compileSigns(book: SignBook): Engine {
  const readers = new Map<Language, Reader>();
  return {
    book,
    scales: new Scales(book.weights),
    reader(language) {
      let reader = readers.get(language);
      if (!reader) readers.set(language, (reader = compileReader(book, language)));
      return reader;
    },
  };
}

/** Analyses one text. Pure and bounded: see `LIMIT` in normalise.ts. */
export function analyse(text: string, engine: Engine): Analysis {
  const { book } = engine;
  const read = normalise(text);
  const words = countWords(read);
  const { language, script } = languageOf(read);
  const reason = unreadableAs(read, words, language, script);
  if (reason || language === null) {
    return {
      level: 'no-es-oferta', kind: 'otro', reason, language, words, truncated: read.truncated,
      signs: [], mentioned: [], reassuring: [], unknown: [...book.questions], weighty: [], tilt: 0, rule: 'no-offer',
    };
  }
  const { scene, chat, heard, reassuring, clues } = seenIn(text, read, engine, language);
  const features = engine.scales.read(scene.tokens, scene.denied, clues);
  const odds = engine.scales.weigh(features);
  const tilt = odds.get('riesgo') ?? 0;
  const signs = warningSigns(scene, book, heard, odds, (id) => engine.scales.heaviest(features, id, scene.tokens), tilt > 0);
  const { kind, unsure } = chat ? { kind: 'oferta' as const, unsure: false } : kindOf(scene, signs, read.sentences, { risk: tilt, other: odds.get('no-oferta') ?? -Infinity });
  const { level, rule } = decide({ kind, unsure, signs, reassuring: reassuring.length, words, tilt });
  const byWords = rule === 'words-of-risky-offers' || rule === 'high-sign-in-such-words';
  return {
    level, kind, reason: null, language, words, truncated: read.truncated,
    signs: kind === 'oferta' ? signs : [],
    mentioned: kind === 'oferta' ? [] : signs,
    reassuring: kind === 'oferta' ? reassuring : [],
    unknown: unknownIn(scene.findings, signs, book),
    weighty: byWords ? quotesOf(text, scene.tokens, engine.scales.heaviest(features, 'riesgo', scene.tokens)) : [],
    tilt,
    rule,
  };
}

function countWords({ tokens }: Normalised): number {
  let words = 0;
  for (const { kind } of tokens) if (kind === 'word') words++;
  return words;
}

interface Evidence {
  scene: Scene;
  chat: boolean;
  heard: FoundSign[];
  reassuring: FoundFact[];
  clues: string[];
}

/** All that is seen in a text before anything is weighed. */
function seenIn(text: string, read: Normalised, engine: Engine, language: Language): Evidence {
  const { scene, chat } = sceneOf(text, read, engine.reader(language));
  const heard = heardSigns(scene, engine.book);
  const reassuring = reassuringFacts(scene, engine.book, heard);
  return { scene, chat, heard, reassuring, clues: cluesOf(scene, heard, reassuring, read.sentences, chat) };
}

/** The same, with every feature by its name: from this the weights are learned. */
export function evidenceIn(text: string, read: Normalised, engine: Engine, language: Language): Evidence & { features: Features } {
  const evidence = seenIn(text, read, engine, language);
  const features = wordFeatures(evidence.scene.tokens, evidence.scene.denied, engine.scales.cut);
  for (const clue of evidence.clues) features.set(clue, null);
  return { ...evidence, features };
}

function unreadableAs(read: Normalised, words: number, language: Language | null, script: boolean): Unreadable | null {
  if (read.tokens.length === 0) return 'vacio';
  if (script) return 'otro-alfabeto';
  if (words === 0) return 'sin-palabras';
  if (words < 3) return 'muy-corto';
  return language === null ? 'otro-idioma' : null;
}

/** Each question that a sign raises, or that nothing in the offer answers. */
function unknownIn({ facts }: Findings, signs: readonly FoundSign[], book: SignBook): string[] {
  const raised = new Set<string>();
  const ids = signs.map(({ id }) => id);
  for (const { id, asks } of book.signs) if (ids.includes(id)) asks.forEach((ask) => raised.add(ask));
  if (!facts.has('direccion')) raised.add('donde');
  if (!facts.has('horario-claro')) raised.add('que-hare');
  if (!facts.has('pago-claro')) raised.add('cuanto-cuando');
  return book.questions.filter((id) => raised.has(id));
}
