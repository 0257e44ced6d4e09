import type { Language, OfferKind, SignBook, SignCues } from './book.ts';
import { learn } from './lexicon.ts';
import { Matcher, type Match } from './match.ts';

/** What a pattern of the book speaks for. */
export type Payload =
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

type About<To extends Payload['to']> = Match<Extract<Payload, { to: To }>>;

/** The matches of one text, sorted by what they speak for. */
export interface Findings {
  signs: ReadonlyMap<SignCues, readonly About<'sign' | 'unless' | 'unless-anywhere'>[]>;
  reassuring: ReadonlyMap<string, readonly About<'reassuring'>[]>;
  kinds: readonly About<'kind'>[];
  facts: ReadonlyMap<string, readonly About<'fact'>[]>;
}

/** A book compiled for one language. */
export interface Reader {
  matcher: Matcher<Payload>;
  abbreviations: ReadonlyMap<string, readonly string[]>;
}

/** Lists that the computed signs ask about, beside the facts. */
const ASKED_LISTS = ['oficio', 'calificado', 'negocio', 'marca', 'institucion', 'ciudades', 'paises', 'mina', 'reclutar'];

export function compileReader(book: SignBook, language: Language): Reader {
  const words = book.words[language] ?? { abbreviations: {}, lists: {}, facts: {} };
  const patterns: [string, Payload][] = [];
  for (const sign of book.signs) {
    for (const cue of sign.cues?.[language] ?? []) {
      const faint = cue.startsWith('? ');
      const sides = (faint ? cue.slice(2) : cue).split(' & ');
      if (sides.length === 1) patterns.push([sides[0] as string, { to: 'sign', sign, faint }]);
      else sides.forEach((side, i) => patterns.push([side, { to: 'sign', sign, faint, pair: { cue, side: i as 0 | 1 } }]));
    }
    for (const cue of sign.unless?.[language] ?? []) patterns.push([cue, { to: 'unless', sign }]);
    for (const cue of sign.unlessAnywhere?.[language] ?? []) patterns.push([cue, { to: 'unless-anywhere', sign }]);
  }
  for (const { id, cues } of book.reassuring) for (const cue of cues?.[language] ?? []) patterns.push([cue, { to: 'reassuring', id }]);
  for (const [kind, { cues }] of Object.entries(book.kinds)) {
    for (const points of [1, 2] as const) {
      for (const cue of cues[language]?.[points] ?? []) patterns.push([cue, { to: 'kind', kind: kind as OfferKind, points }]);
    }
  }
  for (const name of Object.keys(words.facts)) patterns.push([`@${name}`, { to: 'fact', name }]);
  for (const name of ASKED_LISTS) if (words.lists[name]) patterns.push([`@${name}`, { to: 'fact', name }]);
  const abbreviations = new Map<string, readonly string[]>();
  for (const short in words.abbreviations) {
    const long = (words.abbreviations[short] as string).split(' ');
    for (const word of long) learn(word);
    abbreviations.set(short, long);
    learn(short).short = true;
  }
  return {
    matcher: new Matcher({ ...words.lists, ...words.facts }, patterns),
    abbreviations,
  };
}

export function sortFindings(matches: readonly Match<Payload>[]): Findings {
  const signs = new Map<SignCues, About<'sign' | 'unless' | 'unless-anywhere'>[]>();
  const reassuring = new Map<string, About<'reassuring'>[]>();
  const kinds: About<'kind'>[] = [];
  const facts = new Map<string, About<'fact'>[]>();
  for (const match of matches) {
    const { payload } = match;
    if (payload.to === 'fact') add(facts, payload.name, match as About<'fact'>);
    else if (payload.to === 'kind') kinds.push(match as About<'kind'>);
    else if (payload.to === 'reassuring') add(reassuring, payload.id, match as About<'reassuring'>);
    else add(signs, payload.sign, match as About<'sign'>);
  }
  return { signs, reassuring, kinds, facts };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
