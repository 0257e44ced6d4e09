import { fold } from '../text.ts';
import type { Measured } from './quantity.ts';
import { parsePattern, type Pattern } from './pattern.ts';
import { soundKey, stemKeys } from './spelling.ts';

/**
 * Matching without backtracking. A pattern is tried from one token on; where it
 * may stand after each step is a set of places, kept as the bits of one number
 * (bit 0: no token taken yet). A gap smears the bits, an alternative joins them.
 * So each try costs one operation per part of the pattern, whatever the text.
 */
type Places = number;

/** Tokens that one match may span: the bits of a 32-bit integer, less its sign. */
export const WINDOW = 31;

type Step = (places: Places, run: Run) => Places;

interface Run {
  /** For each token, the ids of the words, stems, lists and classes it answers to. */
  ids: readonly (readonly number[])[];
  start: number;
  /** Where the sentence of each token ends. */
  ends: readonly number[];
  /** Places beyond the end of the sentence are masked away. */
  inside: Places;
  /** Lists with phrases already tried: `list * tokens + token` to the places they end. */
  memo: Map<number, Places>;
  size: number;
}

export interface Match<T> {
  payload: T;
  /** Token indexes, `to` exclusive. */
  from: number;
  to: number;
}

interface Entry<T> {
  step: Step;
  payload: T;
  /** Ids of which the text must hold at least one: those that can begin its rarest part. */
  needs: readonly number[];
  /** The text and the token for which this was last asked, so that each is asked once. */
  hopeful: boolean;
  inText: number;
  atToken: number;
}

/** Lists of words and phrases that signs share: name → patterns. */
export type Lists = Readonly<Record<string, readonly string[]>>;

/** A set of patterns compiled once and searched together. */
export class Matcher<T> {
  readonly #ids = new Map<string, number>();
  /** Stems by their first two letters. */
  readonly #stems = new Map<string, { stem: string; id: number }[]>();
  readonly #endings: { ending: string; id: number }[] = [];
  readonly #listsOfId = new Map<number, number[]>();
  readonly #firstOf = new Map<number, Entry<T>[]>();
  readonly #phraseLists = new Map<string, { index: number; step: Step; first: Set<number> }>();
  readonly #building = new Set<string>();
  readonly #known = new Map<string, readonly number[]>();
  readonly #lists: Lists;
  /** For each id, the number of the last text that held it. */
  readonly #present: number[] = [];
  #texts = 0;
  #asked = 0;

  constructor(lists: Lists, patterns: Iterable<readonly [source: string, payload: T]>) {
    this.#lists = lists;
    for (const [source, payload] of patterns) {
      const pattern = parsePattern(source);
      // Alternatives at the top are tried apart: each has its own rarest part.
      for (const option of pattern.type === 'either' ? pattern.of : [pattern]) {
        const entry = { step: this.#compile(option), payload, needs: this.#rarest(option, source), hopeful: false, inText: 0, atToken: 0 };
        for (const id of this.#first(option, source)) {
          const there = this.#firstOf.get(id);
          if (there) there.push(entry);
          else this.#firstOf.set(id, [entry]);
        }
      }
    }
    for (const name of Object.keys(lists)) this.#list(name);
  }

  /** Every place where a pattern matches; of the ends a pattern could have, the nearest. */
  find(tokens: readonly Measured[]): Match<T>[] {
    const ids = tokens.map((token) => this.idsOf(token));
    const run: Run = { ids, start: 0, ends: sentenceEnds(tokens), inside: 0, memo: new Map(), size: tokens.length };
    const matches: Match<T>[] = [];
    const text = ++this.#texts;
    for (const own of ids) for (const id of own) this.#present[id] = text;
    for (let i = 0; i < tokens.length; i++) {
      const token = ++this.#asked;
      for (const id of ids[i] as readonly number[]) {
        const entries = this.#firstOf.get(id);
        if (entries === undefined) continue;
        for (const entry of entries) {
          if (entry.inText === text ? !entry.hopeful : !this.#hopeful(entry, text)) continue;
          if (entry.atToken === token) continue;
          entry.atToken = token;
          run.start = i;
          run.inside = insideFrom(run, i);
          const places = entry.step(1, run) & ~1;
          if (places !== 0) matches.push({ payload: entry.payload, from: i, to: i + 31 - Math.clz32(places & -places) });
        }
      }
    }
    return matches;
  }

  /** Is the rarest part of the pattern anywhere in the text? Most patterns end here. */
  #hopeful(entry: Entry<T>, text: number): boolean {
    entry.inText = text;
    entry.hopeful = entry.needs.some((id) => this.#present[id] === text);
    return entry.hopeful;
  }

  /** Does this token answer to the list? For questions asked of single words. */
  has(token: Measured, list: string): boolean {
    const id = this.#ids.get(`@${list}`);
    return id !== undefined && this.idsOf(token).includes(id);
  }

  /** What a token answers to. Remembered per spelling, within bounds. */
  idsOf(token: Measured): readonly number[] {
    const name = token.kind === 'word' ? token.key : `${token.key}${classKey(token)}`;
    const known = this.#known.get(name);
    if (known) return known;
    const ids: number[] = [];
    const add = (id: number | undefined): void => {
      if (id === undefined || ids.includes(id)) return;
      ids.push(id);
      for (const list of this.#listsOfId.get(id) ?? []) add(list);
    };
    add(this.#ids.get(token.key));
    if (token.kind === 'word') {
      for (const { stem, id } of this.#stems.get(token.key.slice(0, 2)) ?? []) if (token.key.startsWith(stem)) add(id);
      for (const { ending, id } of this.#endings) if (token.key.endsWith(ending)) add(id);
    } else for (const name of classesOf(token)) add(this.#ids.get(name));
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(name, ids);
    return ids;
  }

  #id(name: string): number {
    let id = this.#ids.get(name);
    if (id === undefined) this.#ids.set(name, (id = this.#ids.size));
    return id;
  }

  #wordIds(pattern: Pattern): number[] | null {
    if (pattern.type === 'word') return [this.#id(wordKey(pattern.word))];
    if (pattern.type === 'class') return [this.#id(pattern.name)];
    if (pattern.type === 'ending') {
      const ending = soundKey(fold(pattern.ending));
      const isNew = !this.#ids.has(`*${ending}`);
      const id = this.#id(`*${ending}`);
      if (isNew) this.#endings.push({ ending, id });
      return [id];
    }
    if (pattern.type !== 'stem') return null;
    return [...new Set(stemKeys(fold(pattern.stem)))].map((stem) => {
      const name = `${stem}*`;
      const isNew = !this.#ids.has(name);
      const id = this.#id(name);
      if (isNew) {
        const bucket = this.#stems.get(stem.slice(0, 2));
        if (bucket) bucket.push({ stem, id });
        else this.#stems.set(stem.slice(0, 2), [{ stem, id }]);
      }
      return id;
    });
  }

  /** Single words of a list share its id; its phrases become one alternative, tried once per token. */
  #list(name: string): { index: number; step: Step; first: Set<number> } {
    const known = this.#phraseLists.get(name);
    if (known) return known;
    const items = this.#lists[name];
    if (!items) throw new Error(`La lista @${name} no existe en content/offer/.`);
    if (this.#building.has(name)) throw new Error(`La lista @${name} se nombra a sí misma.`);
    this.#building.add(name);
    const own = this.#id(`@${name}`);
    const first = new Set([own]);
    const steps: Step[] = [];
    for (const item of items) {
      const pattern = parsePattern(item);
      const single = this.#wordIds(pattern) ?? (pattern.type === 'list' && this.#isPlain(pattern.name) ? [this.#id(`@${pattern.name}`)] : null);
      if (single) {
        for (const id of single) this.#listsOfId.set(id, [...(this.#listsOfId.get(id) ?? []), own]);
      } else {
        steps.push(this.#compile(pattern));
        for (const id of this.#first(pattern, item)) first.add(id);
      }
    }
    this.#building.delete(name);
    const phrases = join(steps);
    const result = { index: own, step: (places: Places, run: Run) => take(places, run, own) | (steps.length ? phrases(places, run) : 0), first };
    this.#phraseLists.set(name, result);
    return result;
  }

  #isPlain(name: string): boolean {
    return this.#list(name).first.size === 1;
  }

  #compile(pattern: Pattern): Step {
    const ids = this.#wordIds(pattern);
    if (ids) {
      const [only] = ids;
      return ids.length === 1 ? (places, run) => take(places, run, only as number) : join(ids.map((id) => (places, run) => take(places, run, id)));
    }
    switch (pattern.type) {
      case 'list': {
        const { index, step, first } = this.#list(pattern.name);
        return first.size === 1 ? step : (places, run) => remembered(places, run, index, step);
      }
      case 'any':
        return (places, run) => (places << 1) & run.inside;
      case 'gap':
        return (places, run) => {
          let reached = places;
          for (let n = 0; n < pattern.upTo; n++) reached |= (reached << 1) & run.inside;
          return reached;
        };
      case 'maybe': {
        const step = this.#compile(pattern.of);
        return (places, run) => places | step(places, run);
      }
      case 'either':
        return join(pattern.of.map((option) => this.#compile(option)));
      case 'row': {
        const steps = pattern.of.map((part) => this.#compile(part));
        return (places, run) => {
          let reached = places;
          for (const step of steps) {
            reached = step(reached, run);
            if (reached === 0) return 0;
          }
          return reached;
        };
      }
      default:
        throw new Error(`Pista sin sentido: ${JSON.stringify(pattern)}`);
    }
  }

  /** Of the parts that a match cannot do without, the one that the fewest ids can begin. */
  #rarest(pattern: Pattern, source: string): readonly number[] {
    const parts = pattern.type === 'row' ? pattern.of.filter((part) => part.type !== 'gap' && part.type !== 'maybe' && part.type !== 'any') : [pattern];
    return parts.map((part) => [...this.#first(part, source)]).reduce((a, b) => (b.length < a.length ? b : a));
  }

  /** The ids with which a match of the pattern can begin. */
  #first(pattern: Pattern, source: string): Set<number> {
    const ids = this.#wordIds(pattern);
    if (ids) return new Set(ids);
    if (pattern.type === 'list') return this.#list(pattern.name).first;
    if (pattern.type === 'either') return new Set(pattern.of.flatMap((option) => [...this.#first(option, source)]));
    if (pattern.type === 'row') {
      const first = new Set<number>();
      for (const part of pattern.of) {
        if (part.type === 'gap') break;
        for (const id of this.#first(part.type === 'maybe' ? part.of : part, source)) first.add(id);
        if (part.type !== 'maybe') return first;
      }
    }
    throw new Error(`La pista «${source}» debe empezar por una palabra, no por un hueco.`);
  }
}

/** Punctuation inside a written word («p/», «&») is its own key. */
function wordKey(word: string): string {
  const folded = fold(word);
  return /^[a-z]+$/.test(folded) ? soundKey(folded) : folded;
}

/** The places a match that begins at token `i` may reach: to the end of its sentence, and no further than the window. */
function insideFrom(run: Run, i: number): Places {
  return 2 ** (Math.min(WINDOW - 1, (run.ends[i] as number) - i) + 1) - 1;
}

/** Step over the token at each place that answers to `id`. */
function take(places: Places, run: Run, id: number): Places {
  let reached = 0;
  for (let left = places & (run.inside >>> 1); left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left);
    if (run.ids[run.start + bit]?.includes(id)) reached |= 1 << (bit + 1);
  }
  return reached;
}

function join(steps: readonly Step[]): Step {
  return (places, run) => {
    let reached = 0;
    for (const step of steps) reached |= step(places, run);
    return reached;
  };
}

/** A list with phrases gives the same answer at the same token for every pattern that names it. */
function remembered(places: Places, run: Run, list: number, step: Step): Places {
  let reached = 0;
  const start = run.start;
  const inside = run.inside;
  for (let left = places & (inside >>> 1); left !== 0; left &= left - 1) {
    const bit = 31 - Math.clz32(left & -left);
    const name = list * run.size + start + bit;
    let there = run.memo.get(name);
    if (there === undefined) {
      run.start = start + bit;
      run.inside = insideFrom(run, run.start);
      there = step(1, run);
      run.memo.set(name, there);
      run.start = start;
      run.inside = inside;
    }
    reached |= there << bit;
  }
  return reached & inside;
}

function sentenceEnds(tokens: readonly Measured[]): number[] {
  const ends: number[] = new Array(tokens.length);
  let end = tokens.length;
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (i + 1 < tokens.length && tokens[i + 1]?.sentence !== tokens[i]?.sentence) end = i + 1;
    ends[i] = end;
  }
  return ends;
}

const CLASS = {
  money: '<dinero>', age: '<edad>', hours: '<horas>', experience: '<experiencia>', days: '<dias>', distance: '<distancia>',
  percent: '<porcentaje>', phone: '<telefono>', ruc: '<ruc>', clock: '<reloj>', roster: '<regimen>',
} as const;

function classKey(token: Measured): string {
  return classesOf(token).join();
}

/** The classes of a token that is no word: what it measures, and for ages whose. */
function classesOf(token: Measured): string[] {
  if (token.kind === 'link') return ['<enlace>', token.word.includes('@') ? '<correo>' : '<web>', ...(/\.(gob|gov|mil)\.|\.gov(\/|$)/.test(token.word) ? ['<oficial>'] : [])];
  if (token.kind === 'emoji') return ['<emoji>'];
  const q = token.quantity;
  if (!q) return token.kind === 'number' ? ['<numero>'] : [];
  const classes: string[] = [CLASS[q.of]];
  if (q.of === 'age' && q.min < 18) classes.push('<edad-menor>');
  if (q.of === 'age' && q.min >= 18) classes.push('<edad-adulta>');
  if (q.of === 'hours' && q.max >= 12 && q.max < 24) classes.push('<horas-largas>');
  if (q.of === 'hours' && q.max === 24) classes.push('<dia-y-noche>');
  if (q.of === 'days' && q.max === 7) classes.push('<siete-dias>');
  if (q.of === 'phone' && q.abroad) classes.push('<telefono-extranjero>');
  if (q.of === 'money' && q.period === 'piece') classes.push('<dinero-por-pieza>');
  return classes;
}
