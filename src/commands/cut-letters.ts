/**
 * Cuts the poster letters once: reads Chango from @fontsource/chango (SIL OFL 1.1) and writes
 * the outlines the poster register uses to src/domain/poster/chango.json.
 * Run by hand when a poster needs a letter that is not there: `node src/commands/cut-letters.ts`.
 * Outlines instead of a web font: nothing to download, nothing shifts, and print can draw contours only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import opentype from 'opentype.js';

const LETTERS = 'ABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜÃÇÊÔabcdefghijklmnopqrstuvwxyz0123456789¿?¡!.,:%/-«»';
const UNITS = 200;

/** A glyph's outline as an absolute path of whole units, every contour closed, so that print can draw it as a line. */
function outline(glyph: opentype.Glyph): string {
  const at = (...numbers: number[]): string => numbers.map(Math.round).join(' ');
  let d = '';
  for (const step of glyph.getPath(0, 0, UNITS).commands) {
    if (step.type === 'M') d += `${d === '' ? '' : 'Z'}M${at(step.x, step.y)}`;
    else if (step.type === 'L') d += `L${at(step.x, step.y)}`;
    else if (step.type === 'Q') d += `Q${at(step.x1, step.y1, step.x, step.y)}`;
    else if (step.type === 'C') d += `C${at(step.x1, step.y1, step.x2, step.y2, step.x, step.y)}`;
  }
  return d === '' ? '' : `${d}Z`;
}

const file = readFileSync('node_modules/@fontsource/chango/files/chango-latin-400-normal.woff');
const font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const scale = UNITS / font.unitsPerEm;

const letters: Record<string, { advance: number; d: string }> = {
  ' ': { advance: Math.round(font.charToGlyph(' ').advanceWidth! * scale), d: '' },
};
for (const letter of LETTERS) {
  const glyph = font.charToGlyph(letter);
  if (glyph.index === 0) throw new Error(`Chango has no glyph for ${letter}`);
  letters[letter] = { advance: Math.round(glyph.advanceWidth! * scale), d: outline(glyph) };
}
writeFileSync('src/domain/poster/chango.json', `${JSON.stringify({ unitsPerEm: UNITS, letters })}\n`);
console.log(`${Object.keys(letters).length} letters`);
