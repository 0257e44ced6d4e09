import chango from './chango.json' with { type: 'json' };

/** Words set in poster letters: one SVG path a line, in units of 200 to the em. */
export interface Lettering {
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
  /** `d` already stands at its place in the viewBox. */
  readonly lines: readonly { readonly words: string; readonly d: string }[];
}

const letters: Readonly<Record<string, { advance: number; d: string }>> = chango.letters;
/** Tight leading: Chango's capitals are 145 units high, an accent adds about 45. */
const LEADING = 176;
const ASCENT = 196;
const DESCENT = 34;
/** Room for the offset shadow, so that nothing is clipped. */
const SHADOW = 10;

/** Width of one line in units. Throws on a letter that was never cut (see src/commands/cut-letters.ts). */
export function lineWidth(words: string): number {
  let width = 0;
  for (const letter of words) width += glyph(letter).advance;
  return width;
}

/** An outline cut at its numbers: what stands between them, and the numbers, x and y in turns after each command. */
interface Cut {
  readonly between: readonly string[];
  readonly numbers: readonly number[];
  readonly areX: readonly boolean[];
}

const cuts = new Map<string, Cut>();

/** Each letter is cut once: a thousand covers repeat the same thirty. */
function cutOf(d: string): Cut {
  const known = cuts.get(d);
  if (known !== undefined) return known;
  const between = d.split(/-?\d+/);
  const numbers = (d.match(/-?\d+/g) ?? []).map(Number);
  let isX = false;
  const areX = numbers.map((_, at) => (isX = /[A-Z]/.test(between[at] ?? '') || !isX));
  const cut = { between, numbers, areX };
  cuts.set(d, cut);
  return cut;
}

/** Moves an absolute path of whole units (M, L, Q, C, Z) by dx, dy. */
function moved(d: string, dx: number, dy: number): string {
  const { between, numbers, areX } = cutOf(d);
  let made = between[0] ?? '';
  for (let at = 0; at < numbers.length; at += 1) made += `${(numbers[at] as number) + (areX[at] ? dx : dy)}${between[at + 1] as string}`;
  return made;
}

function glyph(letter: string): { advance: number; d: string } {
  const found = letters[letter];
  if (found === undefined) throw new Error(`The poster has no letter «${letter}»: add it to LETTERS in src/commands/cut-letters.ts and run it.`);
  return found;
}

/**
 * Breaks words into lines no wider than `maxWidth` units, as evenly as a greedy break allows.
 * A single word wider than that gets its own line: the picture scales, it never clips.
 */
export function breakLines(words: string, maxWidth: number): string[] {
  const lines: string[] = [];
  for (const word of words.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && lineWidth(`${last} ${word}`) <= maxWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How wide and high `setLines` will make these lines, without setting them. */
export function measureLines(lines: readonly string[]): { readonly width: number; readonly height: number } {
  return { width: Math.max(1, ...lines.map(lineWidth)) + SHADOW, height: ASCENT + (lines.length - 1) * LEADING + DESCENT + SHADOW };
}

/** Where each letter of the lines stands, start-aligned or centred: its outline, to be moved by x and y. A list for each line. */
export function placeLetters(lines: readonly string[], align: 'start' | 'middle' = 'start'): { readonly d: string; readonly x: number; readonly y: number }[][] {
  const { width } = measureLines(lines);
  return lines.map((words, index) => {
    let x = align === 'middle' ? Math.round((width - SHADOW - lineWidth(words)) / 2) : 0;
    const y = ASCENT + index * LEADING;
    return [...words].map(glyph).map(({ advance, d }) => ({ d, x: (x += advance) - advance, y }));
  });
}

/** Sets the given lines, start-aligned or centred, into one picture. Pure; units as in the font table. */
export function setLines(lines: readonly string[], align: 'start' | 'middle' = 'start'): Lettering {
  const { width, height } = measureLines(lines);
  const set = placeLetters(lines, align).map((letters, index) => ({ words: lines[index] ?? '', d: letters.map(({ d, x, y }) => (d === '' ? '' : moved(d, x, y))).join('') }));
  return { viewBox: `0 0 ${width} ${height}`, width, height, lines: set };
}
