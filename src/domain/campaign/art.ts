import { breakLines, measureLines, setLines } from '#domain/poster/lettering.ts';

/** Poster words broken for a given room: the outline of each line, and the box they stand in with room for stroke and shadow. */
export interface Art {
  readonly viewBox: string;
  readonly lines: readonly string[];
}

/** Half of the widest stroke drawn around the letters, in the letters' own units; what stands outside would be cut off. */
const STROKE = 26;
/** What the letters' box has above for accents; words without one stand closer to the edge. */
const ACCENT = 46;

/**
 * Breaks the words so that the letters are as large as a room of that shape allows (`ratio`: width to height).
 * Pure; throws on a letter that was never cut.
 */
export function layArt(words: string, ratio: number): Art {
  const count = words.split(/\s+/).length;
  const whole = measureLines([words]).width;
  let best: { size: number; lines: string[] } | undefined;
  for (let share = 1; share <= count; share += 0.5) {
    const lines = breakLines(words, (whole / share) * 1.1);
    const { width, height } = measureLines(lines);
    const size = Math.min(ratio / width, 1 / height);
    if (best === undefined || size > best.size) best = { size, lines };
  }
  const set = setLines(best?.lines ?? [words], 'middle');
  const top = /[ÁÉÍÓÚÑ]/.test(best?.lines[0] ?? '') ? 0 : ACCENT;
  return { viewBox: `${-STROKE} ${top - STROKE} ${set.width + 2 * STROKE} ${set.height - top + 2 * STROKE}`, lines: set.lines.map(({ d }) => d) };
}
