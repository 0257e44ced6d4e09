import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIST = 'dist';
if (!existsSync(`${DIST}/index.html`)) throw new Error('These tests read the built site: run `npm run build` first, or `npm test`, which does.');

/** Every file of the built site, as paths from dist/. */
export const files: string[] = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));

export const bytesOf = (file: string): Buffer => readFileSync(join(DIST, file));
export const textOf = (file: string): string => readFileSync(join(DIST, file), 'utf8');

/** Whole pages to take away on a stick: they have no frame, and tests/site/take-along.test.ts reads them. */
const TAKE_AWAY = 'docentes/archivos/';

/** Every built page: its address and its HTML, without what a page keeps in a template for later. */
export const pages: { path: string; html: string }[] = files
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/') && !file.startsWith(TAKE_AWAY))
  .map((file) => ({ path: `/${file.replace(/index\.html$/, '')}`, html: textOf(file).replaceAll(/<template[^>]*>[\s\S]*?<\/template>/g, '') }));

/** The single files of the quiz sets. */
export const takeAway: { path: string; html: string }[] = files.filter((file) => file.startsWith(TAKE_AWAY) && file.endsWith('.html')).map((file) => ({ path: `/${file}`, html: textOf(file) }));

/** The words a reader sees, without tags, scripts and styles. */
export function visibleText(html: string): string {
  return html
    .replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    .replaceAll(/\s+/g, ' ');
}
