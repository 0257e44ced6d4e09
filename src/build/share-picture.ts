import { FOOT, footInk, footPlace, planCover } from '../domain/poster/cover.ts';
import { inks, type Family } from '../domain/poster/family.ts';
import { placeLetters } from '../domain/poster/lettering.ts';
import { SHARE } from '../domain/poster/share.ts';
import { Stencil } from '../domain/poster/stencil.ts';
import { palettePng } from './png.ts';

const { width: WIDTH, height: HEIGHT } = SHARE;
const POSTER = HEIGHT - FOOT.height;
/** How many steps an edge has between two inks; a shadow is there or not. Together with the foot they make 16 colours. */
const [RAYS, WORDS, NAME] = [3, 4, 3];
/** Behind a letter's edge stands a step between ground and ray, or the shadow. */
const BACKS = RAYS + 1;
const WORD_AT = (WORDS - 1) * BACKS;
const FOOT_AT = WORD_AT + 1;

/** A pixel's place in the palette, by the step of the letter over it (in fours) and what stands behind; a whole letter hides that. */
const PLACES = Uint8Array.from({ length: WORDS * BACKS }, (_, at) => Math.min(at, WORD_AT));

const rgb = (ink: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
const between = (from: readonly number[], to: readonly number[], share: number): readonly number[] => from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share));
const steps = (from: string, to: string, count: number): (readonly number[])[] => Array.from({ length: count }, (_, step) => between(rgb(from), rgb(to), step / (count - 1)));

function paletteOf(family: Family): readonly (readonly number[])[] {
  const { ground, ray, word, shadow } = inks[family];
  const backs = [...steps(ground, ray, RAYS), rgb(shadow)];
  const edges = Array.from({ length: WORD_AT }, (_, at) => between(backs[at % BACKS] ?? [], rgb(word), Math.floor(at / BACKS) / (WORDS - 1)));
  return [...edges, rgb(word), ...steps(FOOT.ground, footInk(family), NAME)];
}

const letters = new Stencil(WIDTH, POSTER);
/** The picture that is being drawn: the same room for each. */
const pixels = new Uint8Array(WIDTH * HEIGHT);

/** Letter by letter, not line by line: the stencil knows each outline from the picture before. */
function draw(stencil: Stencil, placed: ReturnType<typeof placeLetters>[number], x: number, y: number, scale: number): void {
  for (const letter of placed) stencil.path(letter.d, x + letter.x * scale, y + letter.y * scale, scale);
}

/** What every picture with this foot shares, whatever its words: rays, and the name below. Drawn once a build. */
const grounds = new Map<string, Uint8Array>();

function groundOf(foot: string, rays: string): Uint8Array {
  const known = grounds.get(foot);
  if (known !== undefined) return known;
  const ground = new Uint8Array(WIDTH * HEIGHT);
  const sun = new Stencil(WIDTH, POSTER);
  sun.path(rays);
  ground.set(sun.fill(RAYS - 1).steps);
  const name = new Stencil(WIDTH, FOOT.height);
  const { x, y, scale } = footPlace(FOOT.height);
  draw(name, placeLetters([foot]).flat(), x, y, scale);
  ground.set(name.fill(NAME - 1).steps.map((step) => FOOT_AT + step), WIDTH * POSTER);
  grounds.set(foot, ground);
  return ground;
}

/**
 * The picture that WhatsApp shows beside a link: 600x315, the least that Facebook shows large, as a PNG of 16 colours,
 * some 12 kB of a reader's line. Painted by us from the outlines of the letters: the same bytes on every machine, and
 * many times faster than by way of SVG, so that a thousand articles don't wait for their pictures.
 */
export function sharePicture(words: string, family: Family, foot: string): Buffer {
  const cover = planCover(words, family, WIDTH, POSTER);
  pixels.set(groundOf(foot, cover.rays));
  draw(letters, placeLetters(cover.lines, 'middle').flat(), cover.at.x, cover.at.y, cover.at.scale);
  const { steps: word, top, bottom, left, right } = letters.fill(WORDS - 1);
  // The shadow is the words themselves, further on: nothing is drawn outside both.
  const drop = Math.round(cover.at.drop);
  const moved = drop * (WIDTH + 1);
  for (let row = top; row < Math.min(POSTER, bottom + drop); row += 1) {
    for (let at = row * WIDTH + left, end = row * WIDTH + Math.min(WIDTH, right + drop); at < end; at += 1) {
      const step = word[at] as number;
      const shaded = at >= moved && (word[at - moved] as number) >= WORDS / 2;
      if (shaded || step !== 0) pixels[at] = PLACES[step * BACKS + (shaded ? RAYS : (pixels[at] as number))] as number;
    }
  }
  return palettePng(WIDTH, HEIGHT, pixels, paletteOf(family));
}
