import type { Language, OfferKind, Severity, SignBook, SignCues } from './book.ts';
import { compute, type Reading } from './computed.ts';
import { decide, type Level, type Rule } from './decide.ts';
import { languageOf } from './language.ts';
import { Matcher, type Match } from './match.ts';
import { normalise, type Normalised, type Token } from './normalise.ts';
import { measure, type Measured } from './quantity.ts';
import { personSpans } from './speakers.ts';
import { soundKey } from './spelling.ts';
import { openWeights, weigh } from './weigh.ts';

export type { Language, OfferKind, Severity, SignBook } from './book.ts';
export type { Level, Rule } from './decide.ts';

/** Words of the text that show a sign. `text.slice(start, end) === quote`, always. */
export interface Quote {
  quote: string;
  start: number;
  end: number;
}

export interface FoundSign {
  id: string;
  severity: Severity;
  /** Empty when the sign is something the offer does not say. */
  quotes: Quote[];
}

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
  reassuring: { id: string; quotes: Quote[] }[];
  /** Ids of the questions the offer leaves open, in the order of content/offer/questions.yaml. */
  unknown: string[];
  /** Words that weighed most, when the rule is `words-of-risky-offers` or `high-sign-in-such-words`. */
  weighty: Quote[];
  /** Log-odds of the learned word weights; see weigh.ts. */
  tilt: number;
  rule: Rule;
}

type Payload =
  | { to: 'sign'; sign: SignCues; faint: boolean; pair?: Pair }
  | { to: 'unless' | 'unless-anywhere'; sign: SignCues }
  | { to: 'reassuring'; id: string }
  | { to: 'kind'; kind: OfferKind; points: number }
  | { to: 'fact'; name: string };

/** One side of a cue «A & B»: it counts when the other side stands in the same text, not far away. */
interface Pair {
  cue: string;
  side: 0 | 1;
}

/** A book compiled for one language. */
interface Reader {
  matcher: Matcher<Payload>;
  abbreviations: ReadonlyMap<string, readonly string[]>;
}

export interface Engine {
  book: SignBook;
  /** The learned weight of each word. */
  words: ReadonlyMap<string, number>;
  /** Compiled the first time a text in that language comes. */
  reader(language: Language): Reader;
}

/** Lists that the computed signs ask about, beside the facts. */
const ASKED_LISTS = ['oficio', 'calificado', 'negocio', 'marca', 'institucion', 'ciudades', 'paises', 'mina', 'reclutar'];

/** Compiles the signs once, to analyse as many offers as come. */
export function compileSigns(book: SignBook): Engine {
  const readers = new Map<Language, Reader>();
  return {
    book,
    words: openWeights(book.weights),
    reader(language) {
      let reader = readers.get(language);
      if (!reader) readers.set(language, (reader = compileReader(book, language)));
      return reader;
    },
  };
}

function compileReader(book: SignBook, language: Language): Reader {
  const words = book.words[language] ?? { abbreviations: {}, lists: {}, facts: {} };
  const patterns: [string, Payload][] = [];
  for (const sign of book.signs) {
    for (const cue of sign.cues[language] ?? []) {
      const faint = cue.startsWith('? ');
      const sides = (faint ? cue.slice(2) : cue).split(' & ');
      if (sides.length === 1) patterns.push([sides[0] as string, { to: 'sign', sign, faint }]);
      else sides.forEach((side, i) => patterns.push([side, { to: 'sign', sign, faint, pair: { cue, side: i as 0 | 1 } }]));
    }
    for (const cue of sign.unless[language] ?? []) patterns.push([cue, { to: 'unless', sign }]);
    for (const cue of sign.unlessAnywhere[language] ?? []) patterns.push([cue, { to: 'unless-anywhere', sign }]);
  }
  for (const { id, cues } of book.reassuring) for (const cue of cues[language] ?? []) patterns.push([cue, { to: 'reassuring', id }]);
  for (const [kind, { cues }] of Object.entries(book.kinds)) {
    for (const points of [1, 2] as const) {
      for (const cue of cues[language]?.[points] ?? []) patterns.push([cue, { to: 'kind', kind: kind as OfferKind, points }]);
    }
  }
  for (const name of Object.keys(words.facts)) patterns.push([`@${name}`, { to: 'fact', name }]);
  for (const name of ASKED_LISTS) if (words.lists[name]) patterns.push([`@${name}`, { to: 'fact', name }]);
  return {
    matcher: new Matcher({ ...words.lists, ...words.facts }, patterns),
    abbreviations: new Map(Object.entries(words.abbreviations).map(([short, long]) => [short, long.split(' ')])),
  };
}

/** Analyses one text. Pure and bounded: see `LIMIT` in normalise.ts. */
export function analyse(text: string, engine: Engine): Analysis {
  const read = normalise(text);
  const words = read.tokens.filter((t) => t.kind === 'word').length;
  const { language, script } = languageOf(read);
  const unreadable = unreadableAs(read, words, language, script);
  if (unreadable || language === null) {
    return {
      level: 'no-es-oferta', kind: 'otro', reason: unreadable, language, words, truncated: read.truncated,
      signs: [], mentioned: [], reassuring: [], unknown: [...engine.book.questions], weighty: [], tilt: 0, rule: 'no-offer',
    };
  }
  const { matcher, abbreviations } = engine.reader(language);
  const tokens = measure(spellOut(read.tokens, abbreviations));
  const person = personSpans(text.slice(0, read.tokens.at(-1)?.end ?? 0));
  // What the person says is no sign, except the age they give.
  const young = (t: Measured): boolean => t.quantity?.of === 'age' && t.quantity.min < 18;
  const recruiter = person.length === 0 ? tokens : tokens.filter((t) => young(t) || !person.some((span) => t.start >= span.start && t.start < span.end));
  const matches = matcher.find(recruiter);

  const signs = findSigns(text, recruiter, matches, engine.book);
  const reassuring = findReassuring(text, recruiter, matches, engine.book);
  const { tilt, heaviest } = weigh(recruiter, recruiter.map((_, i) => denied(recruiter, i)), engine.book.weights, engine.words);
  const { kind, unsure } = person.length > 0 ? { kind: 'oferta' as const, unsure: false } : kindOf(recruiter, matches, signs, read, tilt);
  const { level, rule } = decide({ kind, unsure, signs, reassuring: reassuring.length, words, tilt });
  return {
    level, kind, reason: null, language, words, truncated: read.truncated,
    signs: kind === 'oferta' ? signs : [],
    mentioned: kind === 'oferta' ? [] : signs,
    reassuring: kind === 'oferta' ? reassuring : [],
    unknown: unknownIn(matches, signs, engine.book),
    weighty: rule === 'words-of-risky-offers' || rule === 'high-sign-in-such-words' ? quotesOf(text, recruiter, heaviest) : [],
    tilt,
    rule,
  };
}

/** The tokens of a text as the engine sees them, and which of them stand under a negation; for training. */
export function tokensOf(text: string, engine: Engine, language: Language): { tokens: Measured[]; denied: boolean[] } {
  const tokens = measure(spellOut(normalise(text).tokens, engine.reader(language).abbreviations));
  return { tokens, denied: tokens.map((_, i) => denied(tokens, i)) };
}

function unreadableAs(read: Normalised, words: number, language: Language | null, script: boolean): Unreadable | null {
  if (read.tokens.length === 0) return 'vacio';
  if (script) return 'otro-alfabeto';
  if (words === 0) return 'sin-palabras';
  if (words < 3) return 'muy-corto';
  return language === null ? 'otro-idioma' : null;
}

/** «q», «xq», «wsp» as the words they stand for; «p/», «c/», «s/» too, unless «s/» is money. */
function spellOut(tokens: readonly Token[], abbreviations: Reader['abbreviations']): Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const slash = tokens[i + 1]?.word === '/' && token.kind === 'word' && token.word.length === 1;
    const opened = slash ? ({ p: 'para', c: 'con', s: 'sin' } as Record<string, string>)[token.word] : undefined;
    if (opened && !(token.word === 's' && tokens[i + 2]?.kind === 'number')) {
      out.push({ ...token, word: opened, key: soundKey(opened), end: (tokens[++i] as Token).end });
      continue;
    }
    const long = slash || token.kind !== 'word' ? undefined : abbreviations.get(token.word);
    if (long) for (const word of long) out.push({ ...token, word, key: soundKey(word) });
    else out.push(token);
  }
  return out;
}

const NEGATORS = new Set(['no', 'ni', 'nadie', 'nunca', 'jamas', 'tampoco', 'sin', 'ningun', 'ninguna', 'nao', 'nem', 'sem', 'not', 'never', 'without', 'dont', 'doesnt', 'wont', 'isnt', 'cannot']);
/** After these, «no» denies nothing that follows: «no te preocupes por el pasaje, no solo…». */
const EMPTY_DENIALS = /^(te|se|le|solo|solamente|importa|hay|necesitas|necesita|es|mas|requiere|hace|worry|only|need|matter|precisa|problem|problema|dudes|pierdas|lo|pedimos|se|preocupes|preocupe|exigimos|piden|piensas|piense)$/;
const WORRY = /^(preocup|importa|dud|pierd|piens|solo|solamente|problem|worry|matter|only|pregunt|hay$|mas$)/;
const TURNS = new Set(['pero', 'sino', 'aunque', 'y', 'porque', 'but', 'mas', 'and', 'igual', 'solo']);
const REACH = 4;

/** Is what starts at token `from` denied just before, in the same clause? «No cobramos», «sin que pagues». */
function denied(tokens: readonly Measured[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i--) {
    const token = tokens[i] as Measured;
    if (token.clause !== tokens[from]?.clause || TURNS.has(token.word)) return false;
    if (!NEGATORS.has(token.word)) continue;
    const following = tokens[i + 1]?.word ?? '';
    const second = tokens[i + 2]?.word ?? '';
    return !(WORRY.test(following) || (EMPTY_DENIALS.test(following) && (WORRY.test(second) || i + 1 < from && /^(hay|necesit|pedimos|piden|requiere|exigimos|es$|hace)/.test(following))));
  }
  return false;
}

/** A counter-cue this near, in tokens, silences a cue. */
const NEAR = 6;

function findSigns(text: string, tokens: readonly Measured[], matches: readonly Match<Payload>[], book: SignBook): FoundSign[] {
  const reading = readingOf(tokens, matches, book);
  const found: FoundSign[] = [];
  for (const sign of book.signs) {
    const own = matches.filter((m) => m.payload.to !== 'reassuring' && m.payload.to !== 'kind' && m.payload.to !== 'fact' && m.payload.sign === sign);
    if (own.some((m) => m.payload.to === 'unless-anywhere')) continue;
    const silencers = own.filter((m) => m.payload.to === 'unless');
    const heard = own.filter((m) => m.payload.to === 'sign' && !silencers.some((s) => near(tokens, s, m)) && (NEGATORS.has(tokens[m.from]?.word ?? '') || !denied(tokens, m.from)));
    const cues = heard.filter((m) => hasOtherSide(m, heard));
    const strong = cues.filter((m) => m.payload.to === 'sign' && !m.payload.faint);
    const faint = cues.filter((m) => m.payload.to === 'sign' && m.payload.faint);
    const computed = sign.computed ? compute(sign.computed, reading) : null;
    const shown = [...strong, ...(strong.length > 0 || new Set(faint.map((m) => m.payload)).size > 1 ? faint : []), ...(computed ?? [])];
    if (shown.length > 0 || computed !== null) found.push({ id: sign.id, severity: sign.severity, quotes: quotesOf(text, tokens, shown) });
  }
  const order: Severity[] = ['critica', 'alta', 'media', 'baja'];
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** The sides of a pair may stand this many tokens apart, sentences or not. */
const PAIR_REACH = 45;

function hasOtherSide(cue: Match<Payload>, heard: readonly Match<Payload>[]): boolean {
  const pair = cue.payload.to === 'sign' ? cue.payload.pair : undefined;
  return !pair || heard.some((m) => m.payload.to === 'sign' && m.payload.pair?.cue === pair.cue && m.payload.pair.side !== pair.side && Math.abs(m.from - cue.from) <= PAIR_REACH);
}

function near(tokens: readonly Measured[], silencer: { from: number; to: number }, cue: { from: number; to: number }): boolean {
  const apart = Math.max(silencer.from - cue.to, cue.from - silencer.to);
  return apart < NEAR && tokens[silencer.from]?.sentence === tokens[cue.from]?.sentence;
}

function findReassuring(text: string, tokens: readonly Measured[], matches: readonly Match<Payload>[], book: SignBook): Analysis['reassuring'] {
  const reading = readingOf(tokens, matches, book);
  return book.reassuring.flatMap(({ id, computed }) => {
    const cues = matches.filter((m) => m.payload.to === 'reassuring' && m.payload.id === id && (NEGATORS.has(tokens[m.from]?.word ?? '') || !denied(tokens, m.from)));
    const shown = [...cues, ...((computed && compute(computed, reading)) || [])];
    return shown.length > 0 ? [{ id, quotes: quotesOf(text, tokens, shown) }] : [];
  });
}

function readingOf(tokens: readonly Measured[], matches: readonly Match<Payload>[], book: SignBook): Reading {
  const facts = new Map<string, Match<Payload>[]>();
  for (const m of matches) {
    if (m.payload.to !== 'fact') continue;
    const there = facts.get(m.payload.name);
    if (there) there.push(m);
    else facts.set(m.payload.name, [m]);
  }
  return { tokens, tooMuch: book.tooMuch, of: (name) => facts.get(name) ?? [] };
}

/** At most this many marks a sign: the rest says nothing new. */
const MOST_QUOTES = 4;

function quotesOf(text: string, tokens: readonly Measured[], ranges: readonly { from: number; to: number }[]): Quote[] {
  const quotes: Quote[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const start = (tokens[from] as Measured).start;
    const end = Math.max((tokens[to - 1] as Measured).end, start);
    const last = quotes.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.quote = text.slice(last.start, last.end);
    } else if (quotes.length < MOST_QUOTES) quotes.push({ quote: text.slice(start, end), start, end });
  }
  return quotes;
}

/** Facts that only texts about work carry. */
const WORK_FACTS = new Set(['reclutar', 'oficio', 'calificado', 'pago-claro', 'horario-claro', 'experiencia-pedida', 'sin-experiencia']);

/** What speaks for an offer («se busca», «te pago») outweighs what speaks for another kind, within limits. */
const MOST_OFFERING = 6;
const OFFERING_SHARE = 0.6;
/** Points that make a text of another kind; fewer when its words do not sound like a risky offer. */
const NEEDED = 2;
const NEEDED_WHEN_CALM = 0.5;
const UNSURE = 0.5;
const TILT_SHARE = 0.75;

/** A text is an offer unless it clearly asks, warns, seeks work or lets a room; or says nothing of work. */
function kindOf(tokens: readonly Measured[], matches: readonly Match<Payload>[], signs: readonly FoundSign[], read: Normalised, tilt: number): { kind: OfferKind; unsure: boolean } {
  const points = new Map<OfferKind, number>();
  const counted = new Set<Payload>();
  for (const { payload, from } of matches) {
    if (payload.to !== 'kind' || counted.has(payload) || denied(tokens, from)) continue;
    counted.add(payload);
    const asked = read.sentences[tokens[from]?.sentence ?? -1]?.question ?? false;
    const share = payload.kind === 'pregunta' && !asked ? 0.5 : 1;
    points.set(payload.kind, (points.get(payload.kind) ?? 0) + payload.points * share);
  }
  const offering = Math.min(points.get('oferta') ?? 0, MOST_OFFERING);
  points.delete('oferta');
  const grave = signs.some((s) => s.severity === 'critica' || s.severity === 'alta');
  const [kind, most] = [...points].reduce((a, b) => (b[1] > a[1] ? b : a), ['oferta' as OfferKind, 0] as [OfferKind, number]);
  if (most >= (tilt < 0 ? NEEDED_WHEN_CALM : NEEDED) && most > offering * OFFERING_SHARE + Math.max(0, tilt) * TILT_SHARE && !(kind === 'alquiler' && grave)) return { kind, unsure: false };
  const work = matches.some((m) => m.payload.to === 'fact' && WORK_FACTS.has(m.payload.name));
  const pay = tokens.some((t) => t.quantity?.of === 'money');
  const telling = signs.some((s) => s.quotes.length > 0 && s.severity !== 'baja');
  return { kind: work || pay || telling || tilt > 0 ? 'oferta' : 'otro', unsure: most >= UNSURE && most >= offering };
}

/** Each question that a sign raises, or that nothing in the offer answers. */
function unknownIn(matches: readonly Match<Payload>[], signs: readonly FoundSign[], book: SignBook): string[] {
  const facts = new Set(matches.flatMap((m) => (m.payload.to === 'fact' ? [m.payload.name] : [])));
  const ids = new Set(signs.map((s) => s.id));
  const raised = new Set(book.signs.filter((s) => ids.has(s.id)).flatMap((s) => s.asks));
  if (!facts.has('direccion')) raised.add('donde');
  if (!facts.has('horario-claro')) raised.add('que-hare');
  if (!facts.has('pago-claro')) raised.add('cuanto-cuando');
  return book.questions.filter((id) => raised.has(id));
}
