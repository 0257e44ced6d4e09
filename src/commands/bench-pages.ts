/**
 * `npm run bench:pages [folder]`: what each kind of page costs on a cheap phone on a slow line. Chromium,
 * 400 kbit/s down, 150 up, 400 ms a trip, processor six times slower, nothing cached, median of five (ROUNDS=1 for a quick look);
 * first beside a page of the same article without style, in the same run. Then the search: from the
 * first key to the first result. Fails when a goal of issue 8 is missed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { bareArticle } from './bench-pages-bare.ts';
import { searchWait } from './bench-pages-search.ts';
import { measure, type Visit } from './bench-pages-visit.ts';
import { serveFolder } from './static-server.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const ARTICLE = '/articulos/viaje-con-todo-pagado/';
const READING = ['/', ARTICLE];
const TOOLS = ['/ayuda/', '/revisa/', '/test/enganche/', '/buscar/', '/denuncia/', '/sin-internet/', '/docentes/secundaria-1-2/tarjetas/', '/docentes/armar/'];
const GOAL = { read: 14 * 1024, all: 30_000, times: 1.3, toolScript: 45 * 1024, toolBlocked: 150, search: 1_000 } as const;

const folder = process.argv[2] ?? 'dist';
const html = readFileSync(join(folder, ARTICLE, 'index.html'), 'utf8');
const bare = bareArticle(html);

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const missed: string[] = [];
const goal = (kept: boolean, said: string): void => {
  if (!kept) missed.push(said);
};

const server = await serveFolder(folder, 0, (request, response) => {
  if (request.url !== '/bare') return false;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(brotliCompressSync(bare));
  return true;
});
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
try {
  // Once ahead: the server compresses, the browser wakes up.
  for (const path of ['/bare', ...READING, ...TOOLS]) await measure(browser, site + path);
  const visits = new Map<string, Visit[]>();
  // In turns, so that a busy moment of this machine does not fall on one page alone.
  for (let round = 0; round < ROUNDS; round += 1) for (const path of ['/bare', ...READING, ...TOOLS]) visits.set(path, [...(visits.get(path) ?? []), await measure(browser, site + path)]);
  const of = (path: string, what: keyof Visit): number => median((visits.get(path) ?? []).map((visit) => visit[what]));
  console.log('page                                   to read    in all   1st paint  largest   CLS   blocked   script   again');
  for (const path of visits.keys()) {
    const cell = (what: keyof Visit, unit: string, wide: number, digits = 0): string => `${of(path, what).toFixed(digits)}${unit}`.padStart(wide);
    console.log(`${path.padEnd(36)} ${cell('read', ' B', 9)} ${cell('all', ' B', 9)} ${cell('paint', ' ms', 10)} ${cell('largest', ' ms', 9)} ${cell('shift', '', 6, 3)} ${cell('blocked', ' ms', 7)} ${cell('script', ' B', 9)} ${cell('again', ' B', 7)}`);
  }
  const times = of(ARTICLE, 'paint') / of('/bare', 'paint');
  console.log(`The article paints after ${times.toFixed(2)} times the bare page.`);
  goal(times <= GOAL.times, `first paint ${times.toFixed(2)} times the bare page, at most ${GOAL.times}`);
  goal(of(ARTICLE, 'read') <= GOAL.read, `article: ${of(ARTICLE, 'read')} B to read, at most ${GOAL.read}`);
  goal(of(ARTICLE, 'all') <= GOAL.all, `article: ${of(ARTICLE, 'all')} B in all, at most ${GOAL.all}`);
  for (const path of READING) {
    goal(of(path, 'blocked') === 0, `${path}: blocked for ${of(path, 'blocked').toFixed(0)} ms`);
  }
  for (const path of TOOLS) {
    goal(of(path, 'script') <= GOAL.toolScript, `${path}: ${of(path, 'script')} B of script, at most ${GOAL.toolScript}`);
    goal(of(path, 'blocked') < GOAL.toolBlocked, `${path}: blocked for ${of(path, 'blocked').toFixed(0)} ms, under ${GOAL.toolBlocked}`);
  }
  for (const path of [...READING, ...TOOLS]) {
    goal(of(path, 'shift') === 0, `${path}: it shifts by ${of(path, 'shift')}`);
    // Of the tip pages nothing is ever kept.
    if (path !== '/denuncia/') goal(of(path, 'body') === 0, `${path}: the second visit fetches ${of(path, 'body')} B again`);
  }
  for (const question of ['trata', 'tumbez', 'me quitaron el dni']) {
    const waits = [];
    for (let round = 0; round < ROUNDS; round += 1) waits.push(await searchWait(browser, `${site}/buscar/`, question));
    const first = median(waits.map(({ first: each }) => each));
    console.log(`«${question}»: first result ${first.toFixed(0)} ms after the first key, full texts ${median(waits.map(({ joined }) => joined)).toFixed(0)} ms (typed as soon as the box shows)`);
    goal(first <= GOAL.search, `«${question}»: first result after ${first.toFixed(0)} ms, at most ${GOAL.search}`);
  }
} finally {
  await browser.close();
  server.close();
}
console.log(missed.length === 0 ? 'Every goal is kept.' : `Missed:\n${missed.map((each) => `  ${each}`).join('\n')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
