import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { serveFolder } from '../static-server.ts';
import { Missing, type Peer, type PeerWork, type Stand } from './peer.ts';
import { phpDoor } from './php-door.ts';
import { copyPictures, install, run, writeFiles } from './static-peer.ts';

const DEBIAN = '/usr/share/wordpress';
const NEEDED = [DEBIAN, '/usr/bin/php', '/usr/sbin/mariadbd', '/usr/bin/mariadb-install-db', `${DEBIAN}/wp-content/themes/twentytwentythree`];
/** What turns the articles' Markdown into the HTML that its editor would keep. */
const MARKDOWN = { 'markdown-it': '15.0.3' };
const LAST_FILE = 'filled';

const versionOf = (): string => (existsSync(DEBIAN) ? (/\$wp_version = '([^']+)'/.exec(readFileSync(join(DEBIAN, 'wp-includes/version.php'), 'utf8'))?.[1] ?? '') : '');

/** Nothing goes out to the net; the address is the one it is asked under; the database listens on a socket of its own. */
const settings = (socket: string): string => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']); define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('WP_DEBUG', false);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
const ROUTER = `<?php
// PHP's own small server: a script by its name, everything else to WordPress.
$file = __DIR__ . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (is_file($file)) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/index.php';
`;

/** The cover as a block of its editor, so that its theme fits it into the page. */
const withBlock = (html: string): string => html.replace(/^(?:<p>)?(<img [^>]*>)(?:<\/p>)?/, '<!-- wp:image --><figure class="wp-block-image">$1</figure><!-- /wp:image -->');

/** A port that is free now. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

async function until(ready: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ready()) return;
    await pause(200);
  }
  throw new Missing(`${what} did not start within 20 s`);
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function startDatabase(data: string, socket: string): Promise<ChildProcess> {
  if (!existsSync(join(data, 'mysql'))) run('/', ['mariadb-install-db', '--no-defaults', `--datadir=${data}`, '--user=root', '--auth-root-authentication-method=normal', '--skip-test-db']);
  rmSync(socket, { force: true });
  const database = spawn('mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${socket}.pid`, '--skip-networking', '--user=root'], { stdio: 'ignore' });
  await until(() => existsSync(socket), 'MariaDB');
  return database;
}

/** Puts Debian's WordPress and the articles into `site`, once. */
async function fill({ home, articles, pictures }: PeerWork, site: string, socket: string): Promise<void> {
  const { default: markdownIt } = (await import(pathToFileURL(join(home, 'node_modules/markdown-it/dist/markdown-it.mjs')).href)) as { default: (options: { html: boolean }) => { render(text: string): string } };
  const html = markdownIt({ html: true });
  const stamp = JSON.stringify(articles.map(({ slug, title, description, markdown }) => ({ slug, title, description, html: withBlock(html.render(markdown)) })));
  if (existsSync(join(home, LAST_FILE)) && readFileSync(join(home, LAST_FILE), 'utf8') === stamp) return;
  rmSync(site, { recursive: true, force: true });
  cpSync(DEBIAN, site, { recursive: true, dereference: true, filter: (from) => !from.endsWith('.htaccess') && !from.includes('/wp-content/languages') });
  writeFiles(site, { 'wp-config.php': settings(socket), 'router.php': ROUTER, 'articles.json': stamp });
  copyPictures(pictures, site, articles);
  cpSync(join(import.meta.dirname, 'wordpress.php'), join(site, 'fill.php'));
  run(home, ['mariadb', '--no-defaults', `--socket=${socket}`, '--user=root', '-e', 'DROP DATABASE IF EXISTS wordpress; CREATE DATABASE wordpress CHARACTER SET utf8mb4']);
  run(site, ['php', 'fill.php']);
  for (const name of ['fill.php', 'articles.json']) rmSync(join(site, name));
  writeFiles(home, { [LAST_FILE]: stamp });
}

/** WordPress from Debian's packages, with a database of its own, the theme that ships with it and its own search. */
export const wordpress: Peer = {
  name: 'WordPress',
  version: versionOf(),
  async stand(work): Promise<Stand> {
    const missing = NEEDED.filter((path) => !existsSync(path));
    if (missing.length > 0) throw new Missing(`${missing.join(', ')} not here: apt-get install --no-install-recommends wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server`);
    const site = join(work.home, 'site');
    const socket = join(work.home, 'db.sock');
    install(work.home, MARKDOWN);
    const database = await startDatabase(join(work.home, 'data'), socket);
    let php: ChildProcess | undefined;
    try {
      await fill(work, site, socket);
      const port = await freePort();
      php = spawn('php', ['-d', 'opcache.enable=1', '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', site, join(site, 'router.php')], { stdio: 'ignore' });
      await until(() => fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(() => true, () => false), 'PHP');
      const isFile = (path: string): boolean => extname(path) !== '' && extname(path) !== '.php' && (statSync(join(site, path), { throwIfNoEntry: false })?.isFile() ?? false);
      const server = await serveFolder(site, 0, phpDoor(port, isFile));
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const [running, data] = [php, database];
      return {
        article: `${address}/articulos/${work.slug}/`,
        search: { url: `${address}/buscar/`, box: { field: 'main input[type=search]', first: 'main .wp-block-post-title', sent: true } },
        async close() {
          server.closeAllConnections();
          server.close();
          await stop(running);
          await stop(data);
        },
      };
    } catch (error) {
      if (php !== undefined) await stop(php);
      await stop(database);
      throw error;
    }
  },
};
