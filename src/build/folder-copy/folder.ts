import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { missingPage } from '../packs.ts';
import { noticePage, withDay, withoutTipForm, withoutTools, type CopyWords } from './notices.ts';
import { ABSENT, pageInFolder, scriptsOf } from './page.ts';
import { classicScript, dataScript, FIRST, firstScript, SCRIPTS } from './scripts.ts';

/**
 * What stays on the site: the English pages and the letterbox, what is too heavy for a .zip that travels by
 * WhatsApp (the photo reader, pictures for sharing, open data), and what only a server or a worker uses.
 */
const STAYS = /^(?:en|ocr|pagefind|compartir|datos|_astro\/.*\.js|sin-internet|denuncia\/(?:respuesta|mesas)|\.well-known)(?:\/|\.|$)|^(?:_headers|sw\.js|sitemap\.xml|robots\.txt|404\.html)$|\.map$/;
const FOLDER_PAGE = 'sin-internet/index.html';

/**
 * The built Spanish site as files that open from a folder, name → bytes. Reads `dist` and changes nothing there.
 * Throws when a page needs a picture or script that the copy doesn't have.
 */
export async function folderCopy(dist: string, copy: CopyWords): Promise<Map<string, Uint8Array>> {
  const built = (await readdir(dist, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(dist, join(parentPath, name)).replaceAll('\\', '/'));
  const kept = built.filter((file) => !STAYS.test(file)).sort();
  const names = new Set([...kept, ABSENT, FOLDER_PAGE]);
  const files = new Map<string, Uint8Array>();
  const scripts = new Set<string>();
  const text = new TextEncoder();
  const addPage = (path: string, html: string): void => {
    for (const script of scriptsOf(html)) scripts.add(script);
    files.set(path, text.encode(pageInFolder(path, withDay(html, copy), (file) => names.has(file))));
  };

  for (const file of kept) {
    // Other .html are files to download, whole in themselves.
    if (file.endsWith('index.html')) addPage(file, changed(file, await readFile(join(dist, file), 'utf8'), copy));
    else if (file.endsWith('.json')) files.set(`${file}.js`, text.encode(dataScript(`/${file}`, await readFile(join(dist, file), 'utf8'))));
    else files.set(file, await readFile(join(dist, file)));
  }
  const missing = await readFile(join(dist, missingPage, 'index.html'), 'utf8');
  addPage(ABSENT, noticePage(missing, copy.words.absent, copy.address));
  addPage(FOLDER_PAGE, noticePage(missing, copy.words.folder, copy.address));

  files.set(FIRST, text.encode(await firstScript(copy.address)));
  for (const address of scripts) files.set(address.replace('/_astro/', SCRIPTS), text.encode(await classicScript(dist, address, copy.address)));
  return files;
}

const changed = (file: string, html: string, copy: CopyWords): string => (file === 'denuncia/index.html' ? withoutTipForm(html, copy) : withoutTools(html, copy));
