import { inks, type Family, type Ink } from './family.ts';
import { breakLines, measureLines, setLines } from './lettering.ts';

/** Where everything on a poster stands. Units are those of the viewBox. */
export interface CoverPlan {
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly rays: string;
  /** Where the words stand so that they are in the middle, as large as fits; their shadow stands `drop` lower and further. */
  readonly at: { readonly x: number; readonly y: number; readonly scale: number; readonly drop: number };
  /** The lines that the words were broken into, centred. */
  readonly lines: readonly string[];
}

/** Everything a poster picture needs, computed: a template only prints it. */
export interface Cover extends CoverPlan {
  /** Where the words stand, as a `transform`. */
  readonly place: string;
  /** The same words, moved into their shadow. */
  readonly shadow: string;
  /** The outlines of each line. */
  readonly words: readonly string[];
}

const RAYS = 22;

/** Rays from a centre to beyond the edges, as one path. */
export function rays(width: number, height: number): string {
  const [cx, cy, reach] = [width / 2, height * 0.62, width + height];
  let d = '';
  for (let ray = 0; ray < RAYS; ray += 1) {
    const at = (step: number): string => {
      const angle = ((2 * Math.PI) / (2 * RAYS)) * step;
      return `${Math.round(cx + reach * Math.cos(angle))} ${Math.round(cy + reach * Math.sin(angle))}`;
    };
    d += `M${cx} ${Math.round(cy)}L${at(2 * ray)}L${at(2 * ray + 1)}Z`;
  }
  return d;
}

/**
 * Plans a poster: the words broken into the lines that let the letters be largest inside a margin
 * of 7 %, so that a cover never clips. Pure; throws on a letter that was never cut.
 */
export function planCover(words: string, family: Family, width = 640, height = 400): CoverPlan {
  const room = { width: width * 0.86, height: height * 0.82 };
  const longest = words.split(/\s+/).length;
  let best: { scale: number; lines: string[] } | undefined;
  const seen = new Set<string>();
  const whole = measureLines([words]).width;
  for (let share = 1; share <= longest; share += 1) {
    const lines = breakLines(words, (whole / share) * 1.15);
    if (seen.has(lines.join('|'))) continue;
    seen.add(lines.join('|'));
    const set = measureLines(lines);
    const scale = Math.min(room.width / set.width, room.height / set.height, 1.05);
    if (best === undefined || scale > best.scale) best = { scale, lines };
  }
  const { scale, lines } = best ?? { scale: 1, lines: [words] };
  const set = measureLines(lines);
  const [x, y] = [(width - set.width * scale) / 2, (height - set.height * scale) / 2];
  return { width, height, ink: inks[family], rays: rays(width, height), at: { x, y, scale, drop: 6 * scale }, lines };
}

/** A planned poster with its outlines: see `planCover`. */
export function layCover(words: string, family: Family, width = 640, height = 400): Cover {
  const plan = planCover(words, family, width, height);
  const { x, y, scale, drop } = plan.at;
  const at = (dx: number): string => `translate(${(x + dx).toFixed(1)} ${(y + dx).toFixed(1)})scale(${scale.toFixed(3)})`;
  return { ...plan, place: at(0), shadow: at(drop), words: setLines(plan.lines, 'middle').lines.map(({ d }) => d) };
}

/** The same poster as a stand-alone SVG, for the files that a page shows. */
export function coverSvg(words: string, family: Family, width: number, height: number): string {
  const cover = layCover(words, family, width, height);
  const paths = cover.words.map((d) => `<path d="${d}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs><g id="w">${paths}</g></defs><rect width="${width}" height="${height}" fill="${cover.ink.ground}"/><path d="${cover.rays}" fill="${cover.ink.ray}"/><use href="#w" fill="${cover.ink.shadow}" transform="${cover.shadow}"/><use href="#w" fill="${cover.ink.word}" transform="${cover.place}"/></svg>`;
}

/** The band with the site's name below a share picture. */
export const FOOT = { height: 45, ground: '#140f1c' } as const;

/** Where that name stands in a picture of this height. */
export const footPlace = (height: number): { readonly x: number; readonly y: number; readonly scale: number } => ({ x: 24, y: height - 41, scale: 0.16 });

/** Its ink: the family's own, or yellow where that is cream. */
export const footInk = (family: Family): string => (inks[family].word === '#fff8ea' ? '#f4f03a' : inks[family].word);

/** A name in poster letters with its shadow and no ground, as a stand-alone SVG. */
export function signSvg(name: string): string {
  const { width, height, lines } = setLines([name]);
  const d = lines[0]?.d ?? '';
  // Ascender room is for accents; a name in lower case does without.
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 36 ${width} ${height - 44}"><path d="${d}" fill="#c4006b" transform="translate(11 11)"/><path d="${d}" fill="#f4f03a"/></svg>`;
}
