/**
 * `npm run check:a11y [every]`: the built site seen in many ways. axe (WCAG 2.2 AA and its good practice) in light,
 * dark, forced colours, at 320 px and at 400 % zoom; in each also nothing cut at the side, targets of 44 px, and
 * headings and landmarks in the order in which they are read. Three pages of each kind, or with `every` all pages.
 * Prints what is wrong and where; ends with 1 when anything is.
 */
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { faultsOf, WAYS } from './a11y-ways.ts';
import { serveFolder } from './static-server.ts';

const SAMPLE = 3;
const every = process.argv.includes('every');

/** Every page, or the first, the last and one in the middle of each kind: pages of one folder are one kind. */
function pages(): string[] {
  const all = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/')).map((file) => `/${file.replace(/index\.html$/, '')}`).sort();
  if (every) return all;
  const kinds = new Map<string, string[]>();
  for (const path of all) {
    const kind = path.replace(/[^/]+\/?$/, '');
    // In /ayuda/ a name begins with its kind: cem-, sar-, linea-.
    const key = kind === '/ayuda/' ? `${kind}${/^\/ayuda\/([a-z]+)-/.exec(path)?.[1] ?? path}` : kind === '/' ? path : kind;
    kinds.set(key, [...(kinds.get(key) ?? []), path]);
  }
  return [...kinds.values()].flatMap((list) => [...new Set(list.length <= SAMPLE ? list : [list[0], list[Math.floor(list.length / 2)], list.at(-1)])].filter((path) => path !== undefined));
}

const server = await serveFolder('dist', 0);
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
const found = new Map<string, string[]>();
try {
  const list = pages();
  for (const way of WAYS) {
    const context = await browser.newContext(way.options);
    const page = await context.newPage();
    for (const path of list) {
      await page.goto(site + path, { waitUntil: 'load' });
      for (const fault of await faultsOf(page)) found.set(fault, [...(found.get(fault) ?? []), `${path} (${way.name})`]);
    }
    await context.close();
    console.log(`${way.name}: ${list.length} pages looked at`);
  }
} finally {
  await browser.close();
  server.close();
}
for (const [fault, where] of found) console.log(`${fault}\n  ${where.slice(0, 6).join('\n  ')}${where.length > 6 ? `\n  and ${where.length - 6} more` : ''}`);
console.log(found.size === 0 ? 'Nothing found.' : `${found.size} things found.`);
process.exitCode = found.size === 0 ? 0 : 1;
