import type { Measured } from './quantity.ts';

/** Stems are kept by so many first letters. */
const HEAD = 2;

/** Groups of words, each with a number; and for a token, the numbers of the groups it belongs to. */
export class Vocabulary {
  #size = 0;
  readonly #words = new Map<string, number[]>();
  readonly #stems = new Map<string, Map<string, number[]>>();
  readonly #endings = new Map<string, number[]>();
  /** Groups that hold all words of another, as the list of places holds the list of cities. */
  readonly #wider = new Map<number, number[]>();
  readonly #known = new Map<string, readonly number[]>();

  newGroup(): number {
    return this.#size++;
  }

  /** Adds a word as it sounds, a stem («ofres*»), an ending («*ando») or a class («<dinero>»). */
  add(word: string, group: number): void {
    if (word.endsWith('*')) {
      const stem = word.slice(0, -1);
      const head = stem.slice(0, HEAD);
      let stems = this.#stems.get(head);
      if (stems === undefined) this.#stems.set(head, (stems = new Map<string, number[]>()));
      listIn(stems, stem).push(group);
    } else if (word.startsWith('*')) listIn(this.#endings, word.slice(1)).push(group);
    else listIn(this.#words, word).push(group);
  }

  /** Whoever answers to `narrow` answers to `wide` too. */
  widen(narrow: number, wide: number): void {
    listIn(this.#wider, narrow).push(wide);
  }

  /** Remembered per spelling, within bounds. */
  groupsOf(token: Measured): readonly number[] {
    const classes = token.kind === 'word' ? [] : classesOf(token);
    const name = classes.length === 0 ? token.key : token.key + classes.join('');
    let groups = this.#known.get(name);
    if (groups === undefined) {
      if (this.#known.size > 20_000) this.#known.clear();
      this.#known.set(name, (groups = this.#lookUp(token, classes)));
    }
    return groups;
  }

  #lookUp({ key, kind }: Measured, classes: readonly string[]): number[] {
    const groups = new Set<number>();
    const add = (more: readonly number[] | undefined): void => {
      for (const group of more ?? []) {
        if (groups.has(group)) continue;
        groups.add(group);
        add(this.#wider.get(group));
      }
    };
    add(this.#words.get(key));
    if (kind === 'word') {
      for (const [stem, own] of this.#stems.get(key.slice(0, HEAD)) ?? []) if (key.startsWith(stem)) add(own);
      for (const [ending, own] of this.#endings) if (key.endsWith(ending)) add(own);
    } else for (const name of classes) add(this.#words.get(name));
    return [...groups];
  }
}

function listIn<K>(map: Map<K, number[]>, key: K): number[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
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
