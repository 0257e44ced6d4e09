import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { FOREVER, printHeaders, siteHeaders } from '#build/headers.ts';
import type { SearchBox } from '../bench-pages-search.ts';
import { serveFolder } from '../static-server.ts';
import { PICTURES, pictureOf, type PlainArticle } from './articles.ts';
import type { Peer, PeerWork, Stand } from './peer.ts';

/** How a generator of static sites is set up; paths are inside its folder. */
export interface Recipe {
  readonly name: string;
  /** The package whose version names the peer. */
  readonly main: string;
  /** Exact versions, from the npm registry. */
  readonly packages: Readonly<Record<string, string>>;
  /** File → text: settings, theme and articles. */
  files(articles: readonly PlainArticle[]): Record<string, string>;
  /** Where it takes files that it hands on as they are. */
  readonly assets: string;
  readonly commands: readonly (readonly string[])[];
  readonly dist: string;
  /** Addresses whose name changes with their bytes: kept for good, as ours are. */
  readonly hashed?: string;
  article(slug: string): string;
  /** The page with the search, where it is not the article itself. */
  readonly searchPage?: string;
  readonly box: SearchBox;
}

const QUIET = { CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1' };
const fingerprint = (of: unknown): string => createHash('sha256').update(JSON.stringify(of)).digest('hex');
const told = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Puts text into files below a folder, making the folders between. */
export function writeFiles(home: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
}

/** Runs a program of the peer at low priority; what it says is shown only when it fails. */
export function run(home: string, command: readonly string[]): void {
  try {
    execFileSync('nice', [...command], { cwd: home, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28, env: { ...process.env, ...QUIET, PATH: `${join(home, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` } });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`«${command.join(' ')}» failed in ${home}:\n${`${stdout ?? ''}${stderr ?? ''}`.slice(-2_000)}`);
  }
}

/** Installs exactly these packages into the peer's folder, unless they stand there. */
export function install(home: string, packages: Readonly<Record<string, string>>): void {
  const wanted = `${JSON.stringify({ private: true, dependencies: packages }, null, 2)}\n`;
  if (told(join(home, 'package.json')) === wanted && existsSync(join(home, 'installed'))) return;
  writeFiles(home, { 'package.json': wanted });
  run(home, ['npm', 'install', '--no-audit', '--no-fund']);
  writeFiles(home, { installed: '' });
}

export function copyPictures(from: string, to: string, articles: readonly PlainArticle[]): void {
  mkdirSync(join(to, PICTURES), { recursive: true });
  for (const { slug } of articles) cpSync(join(from, pictureOf(slug)), join(to, PICTURES, pictureOf(slug)));
}

function build(recipe: Recipe, { home, articles, pictures }: PeerWork): void {
  const files = recipe.files(articles);
  const stamp = fingerprint([files, recipe.packages, recipe.commands, articles.map(({ slug }) => readFileSync(join(pictures, pictureOf(slug)), 'utf8'))]);
  if (told(join(home, 'built')) === stamp) return;
  for (const name of readdirSync(home)) if (!['node_modules', 'package.json', 'package-lock.json', 'installed'].includes(name)) rmSync(join(home, name), { recursive: true });
  writeFiles(home, files);
  copyPictures(pictures, join(home, recipe.assets), articles);
  for (const command of recipe.commands) run(home, command);
  // The headers of our own site, with this peer's folder of hashed names in the place of ours.
  const rules = siteHeaders("frame-ancestors 'none'").filter(({ path }) => path === '/*');
  writeFiles(join(home, recipe.dist), { _headers: printHeaders(recipe.hashed === undefined ? rules : [...rules, { path: recipe.hashed, headers: [['Cache-Control', FOREVER]] }]) });
  writeFiles(home, { built: stamp });
}

/** A static site made by a recipe and served by the server that serves ours. */
export function staticPeer(recipe: Recipe): Peer {
  return {
    name: recipe.name,
    version: recipe.packages[recipe.main] ?? '',
    async stand(work): Promise<Stand> {
      install(work.home, recipe.packages);
      build(recipe, work);
      const server = await serveFolder(join(work.home, recipe.dist), 0);
      const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const article = site + recipe.article(work.slug);
      return {
        article,
        search: { url: recipe.searchPage === undefined ? article : site + recipe.searchPage, box: recipe.box },
        close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
      };
    },
  };
}
