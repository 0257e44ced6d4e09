import { FOOT, footInk, footPlace, layCover } from '../domain/poster/cover.ts';
import { inks, type Family } from '../domain/poster/family.ts';
import { setLines } from '../domain/poster/lettering.ts';
import { Stencil } from '../domain/poster/stencil.ts';
import { palettePng } from './png.ts';

const [WIDTH, HEIGHT] = [1200, 630];
/** How many steps an edge has between two inks. A colour's place is ray + 3 × shadow + 9 × word; after them come those of the foot. */
const [RAYS, SHADOWS, WORDS] = [3, 3, 5];
const FOOT_AT = RAYS * SHADOWS * WORDS;

const rgb = (ink: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
const between = (from: readonly number[], to: readonly number[], share: number): readonly number[] => from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share));

function paletteOf(family: Family): readonly (readonly number[])[] {
  const { ground, ray, word, shadow } = inks[family];
  const colours = Array.from({ length: FOOT_AT }, (_, at) => {
    const back = between(rgb(ground), rgb(ray), (at % RAYS) / (RAYS - 1));
    const shaded = between(back, rgb(shadow), (Math.floor(at / RAYS) % SHADOWS) / (SHADOWS - 1));
    return between(shaded, rgb(word), Math.floor(at / (RAYS * SHADOWS)) / (WORDS - 1));
  });
  return [...colours, ...Array.from({ length: WORDS }, (_, at) => between(rgb(FOOT.ground), rgb(footInk(family)), at / (WORDS - 1)))];
}

/** From a step of a word's edge to one of its shadow's. */
const SHADE = Array.from({ length: WORDS }, (_, step) => Math.round((step * (SHADOWS - 1)) / (WORDS - 1)));
const letters = new Stencil(WIDTH, HEIGHT - FOOT.height);

/** What every picture with this foot shares, whatever its words: rays, and the name below. Drawn once a build. */
const grounds = new Map<string, Uint8Array>();

function groundOf(foot: string, rays: string): Uint8Array {
  const known = grounds.get(foot);
  if (known !== undefined) return known;
  const pixels = new Uint8Array(WIDTH * HEIGHT);
  const sun = new Stencil(WIDTH, HEIGHT - FOOT.height);
  sun.path(rays);
  pixels.set(sun.fill(RAYS - 1).steps);
  const name = new Stencil(WIDTH, FOOT.height);
  const { x, y, scale } = footPlace(FOOT.height);
  for (const { d } of setLines([foot]).lines) name.path(d, x, y, scale);
  pixels.set(name.fill(WORDS - 1).steps.map((step) => FOOT_AT + step), WIDTH * (HEIGHT - FOOT.height));
  grounds.set(foot, pixels);
  return pixels;
}

/**
 * The picture that WhatsApp shows beside a link: 1200x630 palette PNG, some 33 kB (it drops previews over some
 * 300 kB). Painted by us from the outlines of the letters: the same bytes on every machine, and several times
 * faster than by way of SVG, so that a thousand articles don't wait for their pictures.
 */
export function sharePicture(words: string, family: Family, foot: string): Buffer {
  const cover = layCover(words, family, WIDTH, HEIGHT - FOOT.height);
  const pixels = groundOf(foot, cover.rays).slice();
  for (const d of cover.words) letters.path(d, cover.at.x, cover.at.y, cover.at.scale);
  const { steps, top, bottom } = letters.fill(WORDS - 1);
  const moved = Math.round(cover.at.drop) * (WIDTH + 1);
  for (let at = Math.max(moved, top * WIDTH); at < Math.min(steps.length, bottom * WIDTH + moved); at += 1) {
    // The shadow is the words themselves, further on.
    const ink = (steps[at] as number) * SHADOWS + SHADE[steps[at - moved] as number]!;
    if (ink > 0) pixels[at]! += RAYS * ink;
  }
  return palettePng(WIDTH, HEIGHT, pixels, paletteOf(family));
}
