import type { InstantRow, RowKind } from '#domain/search/instant-data.ts';
import { lettersApart, sound, tellsNothing, wordsOf } from '#domain/service/words.ts';
import { fold } from '#domain/text.ts';

/** Words to rows, ready to be asked. */
export interface InstantIndex {
  readonly rows: InstantRow[];
  /** Folded word → row, weight, row, weight…: 1 in the title, less elsewhere, least at the end. Flat, for a cheap phone. */
  readonly words: Map<string, number[]>;
  /** How each word sounds, filled when a misspelling is met first. */
  readonly sounds: Map<string, string>;
}

/** Of two rows that fit alike: what helps at once stands above what is read later. */
const FIRST: Readonly<Record<RowKind, number>> = { necesidad: 0.5, herramienta: 0.45, articulo: 0.3, historia: 0.28, test: 0.25, lugar: 0.1, ayuda: 0.2, pagina: 0 };
const AS_WRITTEN = 3;
const BEGINS = 2;
const SOUNDS = 1.6;
const MISTYPED = 1;
const ELSEWHERE = 0.5;
/** What the last of a row's other words weighs less than the first. */
const FADES = 0.25;
/** The question is the whole title. */
const WHOLE = 0.6;

/** Each text as its words with one space between; folded in one go, because thousands of small goes take a cheap phone a quarter of a second. */
const foldLines = (texts: readonly string[]): string[] => fold(texts.join('\n')).replace(/[^a-z0-9\n]+/g, ' ').replace(/^ | $/gm, '').split('\n');

export const buildInstant = (rows: readonly InstantRow[]): InstantIndex => growInstant({ rows: [], words: new Map(), sounds: new Map() }, rows);

/** Adds rows to an index that may be asked already. */
export function growInstant(index: InstantIndex, rows: readonly InstantRow[]): InstantIndex {
  const { words } = index;
  const before = index.rows.length;
  const add = (text: string, row: number, weight: number, fades: number): void => {
    if (text === '') return;
    text.split(' ').forEach((word, at, all) => {
      const known = words.get(word);
      if (known === undefined) words.set(word, [row, weight - (fades * at) / all.length]);
      // A row comes once a word, with its first and largest weight.
      else if (known[known.length - 2] !== row) known.push(row, weight - (fades * at) / all.length);
    });
  };
  const titles = foldLines(rows.map(({ title }) => title));
  const others = foldLines(rows.map(({ also = '' }) => also));
  const notes = foldLines(rows.map(({ note = '' }) => note));
  for (let at = 0; at < rows.length; at += 1) {
    add(titles[at] as string, before + at, 1, 0);
    add(others[at] as string, before + at, ELSEWHERE, FADES);
    add(notes[at] as string, before + at, ELSEWHERE / 2, 0);
  }
  index.rows.push(...rows);
  return index;
}

/** The words of a text that tell something; all of them when none does. */
function tellingWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !tellsNothing(word));
  return telling.length > 0 ? telling : words;
}

/** How well a word of the index answers a typed one; 0 when it does not. */
function fit(typed: string, known: string): number {
  if (known === typed) return AS_WRITTEN;
  return known.startsWith(typed) ? BEGINS : 0;
}

/** What may be meant when nothing is written so: first what sounds alike, then what is a letter or two away; while the index is not `whole`, only what sounds the same. */
function misspelt(index: InstantIndex, typed: string, whole: boolean): Map<string, number> {
  const found = new Map<string, number>();
  if (typed.length < 4 || /\d/.test(typed)) return found;
  const heard = sound(typed);
  for (const known of index.words.keys()) {
    let sounds = index.sounds.get(known);
    if (sounds === undefined) index.sounds.set(known, (sounds = sound(known)));
    if (whole ? sounds.startsWith(heard) : sounds === heard) found.set(known, SOUNDS - (sounds === heard ? 0 : 0.3));
  }
  if (found.size > 0 || !whole) return found;
  const most = typed.length > 7 ? 2 : 1;
  for (const known of index.words.keys()) {
    // While a word is being typed its end is missing.
    const start = known.slice(0, typed.length + (most > 1 ? 1 : 0));
    const apart = Math.min(lettersApart(typed, known, most), known.length > typed.length ? lettersApart(typed, start, most) + 0.5 : most + 1);
    if (apart <= most) found.set(known, MISTYPED - 0.3 * apart);
  }
  return found;
}

/** Each typed word's rows, with the best fit. */
function rowsFor(index: InstantIndex, typed: string, whole: boolean): Map<number, number> {
  const fits = new Map<string, number>();
  for (const known of index.words.keys()) {
    const score = fit(typed, known);
    if (score > 0) fits.set(known, score);
  }
  const rows = new Map<number, number>();
  for (const [known, score] of fits.size > 0 ? fits : misspelt(index, typed, whole)) {
    const pairs = index.words.get(known) ?? [];
    for (let at = 0; at < pairs.length; at += 2) {
      const row = pairs[at] as number;
      const here = score * (pairs[at + 1] as number);
      if (here > (rows.get(row) ?? 0)) rows.set(row, here);
    }
  }
  return rows;
}

/**
 * The rows that answer a question, best first, at most `most`. Words that say nothing («de», «quiero») don't
 * count while others stand. A row must answer every other word; where none does, those that answer most.
 * Two rows that lead to one place are one. While the index is not yet `whole`, nothing is guessed: what is spelt
 * like nothing known may be a place that is still on its way.
 */
export function searchInstant(index: InstantIndex, question: string, most = 8, whole = true): InstantRow[] {
  const typed = [...new Set(wordsOf(question))].slice(0, 12);
  const asked = tellingWords(typed.join(' '));
  const sums = new Map<number, { score: number; words: number }>();
  for (const word of asked)
    for (const [row, score] of rowsFor(index, word, whole)) {
      const sum = sums.get(row) ?? { score: 0, words: 0 };
      sums.set(row, { score: sum.score + score, words: sum.words + 1 });
    }
  const best = Math.max(0, ...[...sums.values()].map(({ words }) => words));
  // Half of what was asked is no answer.
  if (best * 2 <= asked.length && asked.length > 1) return [];
  const ranked = [...sums]
    .filter(([, { words }]) => words === best)
    .map(([at, { score }]) => ({ row: index.rows[at] as InstantRow, at, score }))
    .map(({ row, at, score }) => ({ row, at, score: score + FIRST[row.kind] + (tellingWords(row.title).length === asked.length ? WHOLE : 0) - row.title.length / 400 }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const seen = new Set<string>();
  return ranked.filter(({ row }) => !seen.has(row.path) && seen.add(row.path)).slice(0, most).map(({ row }) => row);
}
