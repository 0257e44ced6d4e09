import type { Measured } from './quantity.ts';

/** Stems are kept by so many first letters, shorter ones by all they have. */
const HEAD = 3;
const SHORTEST = 2;

/** How words begin or end, and the groups of those that do. */
interface Edge {
  letters: string;
  groups: number[];
}
const NONE: readonly Edge[] = [];

/** Groups of words, each with a number; and for a token, the numbers of the groups it belongs to. */
export class Vocabulary {
  /** How many groups there are. */
  size = 0;
  readonly #words = new Map<string, number[]>();
  readonly #stems = new Map<string, Edge[]>();
  readonly #endings: Edge[] = [];
  readonly #known = new Map<string, readonly number[]>();

  newGroup(): number {
    return this.size++;
  }

  /** Adds a word as it sounds, a stem («ofres*»), an ending («*ando») or a class («<dinero>»). */
  add(word: string, group: number): void {
    if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      edgeIn(listIn(this.#stems, stem.slice(0, HEAD)), stem).push(group);
    } else if (word.startsWith('*')) edgeIn(this.#endings, word.slice(1)).push(group);
    else listIn(this.#words, word).push(group);
  }

  /** The groups of a token, some perhaps twice. */
  groupsOf(token: Measured): readonly number[] {
    const { key } = token;
    const own = this.#words.get(key);
    if (token.kind !== 'word') {
      const groups = [...(own ?? [])];
      for (const name of classesOf(token)) groups.push(...(this.#words.get(name) ?? []));
      return groups;
    }
    // Words that the signs name are remembered with all that fits them, and no others: what a person pasted is private.
    let groups = own && this.#known.get(key);
    if (groups === undefined) {
      groups = this.#fitting(key, [...(own ?? [])]);
      if (own !== undefined) this.#known.set(key, groups);
    }
    return groups;
  }

  #fitting(key: string, groups: number[]): number[] {
    for (const { letters, groups: more } of this.#stems.get(key.slice(0, SHORTEST)) ?? NONE) if (key.startsWith(letters)) groups.push(...more);
    for (const { letters, groups: more } of this.#stems.get(key.slice(0, HEAD)) ?? NONE) if (key.startsWith(letters)) groups.push(...more);
    for (const { letters, groups: more } of this.#endings) if (key.endsWith(letters)) groups.push(...more);
    return groups;
  }
}

function listIn<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function edgeIn(edges: Edge[], letters: string): number[] {
  let edge = edges.find((each) => each.letters === letters);
  if (edge === undefined) edges.push((edge = { letters, groups: [] }));
  return edge.groups;
}

const CLASS = {
  money: '<dinero>', age: '<edad>', hours: '<horas>', experience: '<experiencia>', days: '<dias>', distance: '<distancia>',
  percent: '<porcentaje>', phone: '<telefono>', ruc: '<ruc>', clock: '<reloj>', roster: '<regimen>',
} as const;

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
