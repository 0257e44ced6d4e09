import { keep } from './lexicon.ts';
import type { Measured } from './quantity.ts';

/** Stems are kept by so many first letters, shorter ones by all they have. */
const HEAD = 3;
const SHORTEST = 2;

/** A word that the signs name: the groups that name it, and later those of the stems and endings that fit it too. */
interface Named {
  groups: number[];
  whole: boolean;
}

/** How the words of a group begin or end. */
interface Edge {
  letters: string;
  group: number;
}
const NONE: readonly Edge[] = [];

/** Groups of words, each with a number; and for a token, the numbers of the groups it belongs to. */
export class Vocabulary {
  /** How many groups there are. */
  size = 0;
  readonly #words = new Map<string, Named>();
  readonly #stems = new Map<string, Edge[]>();
  readonly #endings: Edge[] = [];

  newGroup(): number {
    return this.size++;
  }

  /** Adds a word as it sounds, a stem («ofres*»), an ending («*ando») or a class («<dinero>»). */
  add(word: string, group: number): void {
    if (word.endsWith('*')) {
      const letters = word.slice(0, -1);
      const head = letters.slice(0, HEAD);
      const stems = this.#stems.get(head);
      if (stems === undefined) this.#stems.set(head, [{ letters, group }]);
      else stems.push({ letters, group });
    } else if (word.startsWith('*')) this.#endings.push({ letters: word.slice(1), group });
    else {
      const named = this.#words.get(word);
      if (named === undefined) this.#words.set(word, { groups: [group], whole: false });
      else named.groups.push(group);
    }
  }

  /**
   * The groups of a token, some perhaps twice. Words that the signs name are remembered
   * with all that fits them, and no others: what a person pasted is private.
   */
  groupsOf(token: Measured): readonly number[] {
    const { known, key } = token;
    if (known.groupsBy === this) return known.groups;
    if (token.kind !== 'word') return this.#groupsOfClasses(classesOf(token), this.#words.get(key));
    const named = this.#words.get(key);
    if (named !== undefined) {
      if (!named.whole) this.#addFitting(key, named.groups);
      named.whole = true;
      keep(known);
    }
    known.groupsBy = this;
    return (known.groups = named?.groups ?? this.#addFitting(key, []));
  }

  #groupsOfClasses(names: readonly string[], own: Named | undefined): number[] {
    const groups = own ? [...own.groups] : [];
    for (const name of names) groups.push(...(this.#words.get(name)?.groups ?? []));
    return groups;
  }

  #addFitting(key: string, groups: number[]): number[] {
    for (let letters = SHORTEST; letters <= HEAD; letters++) {
      const stems = this.#stems.get(key.slice(0, letters)) ?? NONE;
      for (let i = 0; i < stems.length; i++) if (key.startsWith((stems[i] as Edge).letters)) groups.push((stems[i] as Edge).group);
    }
    for (let i = 0; i < this.#endings.length; i++) if (key.endsWith((this.#endings[i] as Edge).letters)) groups.push((this.#endings[i] as Edge).group);
    return groups;
  }
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
