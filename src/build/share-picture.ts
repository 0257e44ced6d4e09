import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { coverSvg } from '../domain/poster/cover.ts';
import type { Family } from '../domain/poster/family.ts';
import { sha256 } from './hash-list.ts';
import { inTurns } from './in-turns.ts';

/** The words of a picture, its scene, and the name at its foot. */
export type Card = readonly [words: string, family: Family, foot: string];

const CACHE = join('node_modules', '.cache', 'share-pictures');
/** Low effort: a tenth of a second a picture becomes a third of that, for a fifth more bytes that no reader fetches. */
const PNG = { palette: true, colours: 16, dither: 0, compressionLevel: 6, effort: 1 } as const;

/**
 * The picture that WhatsApp shows beside a link: 1200x630 palette PNG, some 15 to 30 kB
 * (WhatsApp drops previews over some 300 kB). Letters are outlines, so no font is needed.
 * Drawn once: the next build takes it from node_modules/.cache, where its name is the hash of all that it depends on.
 */
export async function sharePicture(...[words, family, foot]: Card): Promise<Buffer> {
  const svg = Buffer.from(coverSvg(words, family, 1200, 630, foot));
  const kept = join(CACHE, `${sha256(Buffer.concat([svg, Buffer.from(JSON.stringify([PNG, sharp.versions]))]))}.png`);
  const known = await readFile(kept).catch(() => undefined);
  if (known !== undefined) return known;
  const picture = await sharp(svg).png(PNG).toBuffer();
  await mkdir(CACHE, { recursive: true });
  // Whole or not at all: two builds may share the folder.
  const half = `${kept}.${process.pid}`;
  await writeFile(half, picture);
  await rename(half, kept);
  return picture;
}

/** Draws many ahead, several at once: Astro asks for its files one after the other. */
export const drawAhead = (cards: readonly Card[]): Promise<void> => inTurns(cards, async (card) => void (await sharePicture(...card)), 4);
