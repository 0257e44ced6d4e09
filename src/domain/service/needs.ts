import { buildGrams, closest, type Grams } from '#domain/service/grams.ts';
import type { Help, Kind } from '#domain/service/kinds.ts';
import { sound, stem, tellsNothing } from '#domain/service/words.ts';

export interface Need {
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
  readonly lines: readonly string[];
  readonly local: readonly Kind[];
  readonly help: readonly Help[];
  /** The words are the name of a service: its places come first. */
  readonly named?: boolean;
  /** A country in the question is where the person comes from. */
  readonly home?: boolean;
}

/** Needs as the phone loads them; see domain/need.ts. Groups are words in one text, «*» for any ending. */
export interface NeedsData {
  readonly groups: Readonly<Record<string, string>>;
  /** Everyday words that no place and no other word is guessed from. */
  readonly common: string;
  readonly needs: readonly Need[];
}

export interface NeedIndex {
  readonly needs: readonly Need[];
  readonly phrases: readonly { readonly need: number; readonly groups: readonly number[]; readonly weight: number }[];
  readonly common: ReadonlySet<string>;
  /** Sound of a whole word → groups; beginning of a word → groups. */
  readonly whole: ReadonlyMap<string, ReadonlySet<number>>;
  readonly starts: ReadonlyMap<string, ReadonlySet<number>>;
  readonly wholeGrams: Grams;
  readonly startGrams: Grams;
}

/** Groups that say who or whether, and alone say no need. */
const LIGHT: Readonly<Record<string, number>> = { no: 0.5, sin: 0.5, hija: 0.6, jefe: 0.6, marido: 0.6, donde: 0.4, vi: 0.7, dejan: 0.5, pais: 0.6, trabajo: 0.8, menor: 0.9, obligar: 0.7, llevaron: 0.7, volver: 0.7, hacen_caso: 0.7 };

/** Compiles the phrases once, on the phone. */
export function buildNeeds({ groups, common, needs }: NeedsData): NeedIndex {
  const whole = new Map<string, Set<number>>();
  const starts = new Map<string, Set<number>>();
  const names = new Map<string, number>();
  const weights: number[] = [];
  const put = (alternative: string, group: number) => {
    const open = alternative.endsWith('*');
    const key = sound(open ? alternative.slice(0, -1) : alternative);
    const map = open ? starts : whole;
    const known = map.get(key);
    if (known === undefined) map.set(key, new Set([group]));
    else known.add(group);
  };
  const groupOf = (token: string): number => {
    const known = names.get(token);
    if (known !== undefined) return known;
    const group = weights.length;
    names.set(token, group);
    const name = /^\{(\w+)\}$/.exec(token)?.[1];
    const alternatives = name === undefined ? [token] : (groups[name] ?? '').split(' ');
    weights.push(name === undefined ? (tellsNothing(token) || token === 'no' ? 0.2 : 1) : (LIGHT[name] ?? 1));
    for (const each of alternatives) put(each, group);
    return group;
  };
  const phrases = needs.flatMap(({ says }, need) =>
    says.map((phrase) => {
      const own = phrase.split(/\s+/).map(groupOf);
      return { need, groups: own, weight: own.reduce((sum, each) => sum + (weights[each] ?? 0), 0) };
    }),
  );
  phrases.sort((a, b) => b.weight - a.weight);
  return { needs, phrases, common: new Set(common.split(' ')), whole, starts, wholeGrams: buildGrams([...whole.keys()].filter((key) => key.length > 4)), startGrams: buildGrams([...starts.keys()].filter((key) => key.length > 4)) };
}

export interface FoundNeed {
  readonly need: Need;
  readonly weight: number;
  /** Positions of the question's words that it explains. */
  readonly words: ReadonlySet<number>;
}

/** Which groups a word belongs to: as it sounds, by its beginning, and if it is no known word, with a letter wrong. */
function groupsOf(index: NeedIndex, word: string, known: boolean, place: boolean): ReadonlySet<number> {
  const heard = sound(word);
  const found = new Set<number>(index.whole.get(heard));
  for (const group of index.whole.get(sound(stem(word))) ?? []) found.add(group);
  // «Puno» is no «puñete», «Pacasmayo» no «pack»: a place's name has only the meanings that are written out.
  if (place) return found;
  for (let length = 2; length <= heard.length; length += 1) for (const group of index.starts.get(heard.slice(0, length)) ?? []) found.add(group);
  if (found.size > 0 || known || heard.length < 5) return found;
  const [close] = closest(index.wholeGrams, heard, heard.length > 8 ? 2 : 1).texts;
  if (close !== undefined) for (const group of index.whole.get(close) ?? []) found.add(group);
  for (let length = Math.min(heard.length, 9); length > 4 && found.size === 0; length -= 1) {
    const [start] = closest(index.startGrams, heard.slice(0, length), 1).texts;
    if (start !== undefined) for (const group of index.starts.get(start) ?? []) found.add(group);
  }
  return found;
}

/** «nome pagan», «mepegan», «sinpapeles»: a small word written onto the next. Returns the words apart. */
export function apart(index: NeedIndex, words: readonly string[], known: (word: string) => boolean): string[] {
  return words.flatMap((word) => {
    if (word === 'nome' || word === 'nose' || word === 'nolo') return [word.slice(0, 2), word.slice(2)];
    if (word.length < 6 || known(word) || index.common.has(word)) return [word];
    const [, small, rest = ''] = /^(nome|nos|me|no|sin|mi|se)(.{4,})$/.exec(word) ?? [];
    if (small === undefined || groupsOf(index, word, true, false).size > 0 || groupsOf(index, rest, true, false).size === 0) return [word];
    return small === 'nome' ? ['no', 'me', rest] : [small, rest];
  });
}

/** Puts each group of a phrase on a word of its own; undefined when one finds none. */
function place(groups: readonly number[], at: readonly ReadonlySet<number>[], from = 0, taken: readonly number[] = []): readonly number[] | undefined {
  const group = groups[from];
  if (group === undefined) return taken;
  for (let word = 0; word < at.length; word += 1) {
    if (taken.includes(word) || at[word]?.has(group) !== true) continue;
    const rest = place(groups, at, from + 1, [...taken, word]);
    if (rest !== undefined) return rest;
  }
  return undefined;
}

/**
 * The needs that a question says, the clearest first, at most three. A second need must explain a word that
 * the first does not: «estoy embarazada y sin papeles» are two, «no me pagan el sueldo» is one.
 */
export function findNeeds(index: NeedIndex, words: readonly string[], known: (word: string) => boolean, isPlace: (word: string) => boolean): FoundNeed[] {
  const at = words.map((word) => groupsOf(index, word, known(word), isPlace(word)));
  const present = new Set(at.flatMap((groups) => [...groups]));
  const best = new Map<number, { weight: number; words: readonly number[] }>();
  for (const { need, groups, weight } of index.phrases) {
    if ((best.get(need)?.weight ?? 0) >= weight || !groups.every((group) => present.has(group))) continue;
    const places = place(groups, at);
    if (places !== undefined) best.set(need, { weight, words: places });
  }
  const ranked = [...best].sort((a, b) => b[1].weight - a[1].weight || a[0] - b[0]);
  const chosen: FoundNeed[] = [];
  const explained = new Set<number>();
  for (const [need, { weight, words: used }] of ranked) {
    if (chosen.length === 3 || weight < 0.8) break;
    const fresh = used.filter((each) => !explained.has(each) && !tellsNothing(words[each] ?? '') && words[each] !== 'no');
    const found = index.needs[need];
    if (found === undefined || (chosen.length > 0 && (fresh.length === 0 || weight < 1))) continue;
    for (const each of used) explained.add(each);
    chosen.push({ need: found, weight, words: new Set(used) });
  }
  return chosen;
}
