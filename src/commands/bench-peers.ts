/**
 * `npm run bench:peers [folder]`: one article of ours beside the same article made by the peers, in one run: the phone and
 * the line of bench:pages, cold, in turns, median of five (ROUNDS=1 for a quick look). Every site has the same 45 texts, each with
 * its cover, the same server, compression and headers, its own theme and its own search. Sets the peers up in PEERS (default: a
 * folder in the temporary one, kept for the next time). Says where ours stands in each column, and fails when somebody is before it in one.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { bareArticle } from './bench-pages-bare.ts';
import { OUR_BOX, searchWait, type SearchBox } from './bench-pages-search.ts';
import { measure } from './bench-pages-visit.ts';
import { readPlainArticles } from './peers/articles.ts';
import { docusaurus } from './peers/docusaurus.ts';
import { bareEleventy, eleventy } from './peers/eleventy.ts';
import { Missing, type Peer, type Stand } from './peers/peer.ts';
import { starlight } from './peers/starlight.ts';
import { mediansOf, standing, table, type Column, type Row } from './peers/standing.ts';
import { vitepress } from './peers/vitepress.ts';
import { wordpress } from './peers/wordpress.ts';
import { serveFolder } from './static-server.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const PEERS: readonly Peer[] = [bareEleventy, eleventy, starlight, docusaurus, vitepress, wordpress];
const SLUG = 'viaje-con-todo-pagado';
const ARTICLE = `/articulos/${SLUG}/`;
const QUESTION = 'trata';

/** A site in the run: its article, and its search where it has one. */
interface Site {
  readonly name: string;
  readonly article: string;
  readonly search?: { readonly url: string; readonly box: SearchBox };
}

const COLUMNS: readonly Column[] = [
  { what: 'read', head: 'to read', unit: ' B' },
  { what: 'all', head: 'in all', unit: ' B' },
  { what: 'paint', head: '1st paint', unit: ' ms' },
  { what: 'largest', head: 'largest', unit: ' ms' },
  { what: 'shift', head: 'CLS', unit: '', digits: 3 },
  { what: 'blocked', head: 'blocked', unit: ' ms' },
  { what: 'script', head: 'script', unit: ' B' },
  { what: 'again', head: 'again', unit: ' B' },
  { what: 'first', head: 'key→result', unit: ' ms' },
  { what: 'whole', head: 'page→result', unit: ' ms' },
];

const folder = process.argv[2] ?? 'dist';
const home = resolve(process.env['PEERS'] ?? join(tmpdir(), 'sin-trampa-peers'));
const bare = brotliCompressSync(bareArticle(readFileSync(join(folder, ARTICLE, 'index.html'), 'utf8')));
const server = await serveFolder(folder, 0, (request, response) => {
  if (request.url !== '/bare') return false;
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'br' }).end(bare);
  return true;
});
const ours = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const sites: Site[] = [
  { name: 'bare page', article: `${ours}/bare` },
  { name: 'Sin Trampa', article: ours + ARTICLE, search: { url: `${ours}/buscar/`, box: OUR_BOX } },
];
const stands: Stand[] = [];
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
try {
  const articles = readPlainArticles();
  for (const peer of PEERS) {
    const own = join(home, peer.name.toLowerCase().replaceAll(' ', '-'));
    mkdirSync(own, { recursive: true });
    try {
      const stand = await peer.stand({ home: own, articles, pictures: join(folder, 'portadas'), slug: SLUG });
      stands.push(stand);
      sites.push({ name: `${peer.name} ${peer.version}`, ...stand });
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      console.log(`${peer.name} is left out: ${error.message}.`);
    }
  }
  // Once ahead: servers compress and compile, the browser wakes up.
  for (const { article, search } of sites) {
    await measure(browser, article);
    if (search !== undefined) await searchWait(browser, search.url, QUESTION, search.box);
  }
  const visits = new Map<string, Record<string, number>[]>();
  // In turns, so that a busy moment of this machine does not fall on one site alone.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const { name, article, search } of sites) {
      const visit = { ...(await measure(browser, article)), ...(search === undefined ? {} : await searchWait(browser, search.url, QUESTION, search.box)) };
      visits.set(name, [...(visits.get(name) ?? []), visit]);
    }
  const rows: Row[] = [...visits].map(([name, runs]) => ({ name, values: mediansOf(runs) }));
  console.log(`${ROUNDS} rounds; load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores. ${articles.length} articles in each site, each with its cover. Search: «${QUESTION}», typed as soon as the field listens.`);
  console.log('Not counted: what a service worker fetches behind the page (ours: the emergency pack, once, a second after the first visit; it may answer the second).');
  console.log(table(COLUMNS, rows).join('\n'));
  const [, own, ...peers] = rows;
  if (own === undefined || peers.length === 0) throw new Error('No peer could be set up: there is nothing to compare with.');
  const places = COLUMNS.map((column) => standing(column, own, peers));
  console.log(places.map(({ said }) => `  ${said}`).join('\n'));
  const behind = places.filter(({ before }) => before.length > 0).length;
  console.log(behind === 0 ? 'First in every column.' : `Not first in ${behind} of ${places.length} columns.`);
  process.exitCode = behind === 0 ? 0 : 1;
} finally {
  await browser.close();
  server.close();
  for (const stand of stands) await stand.close();
}
