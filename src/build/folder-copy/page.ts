import { inlineBlocks, parsePolicy, printPolicy, sourceOf } from '../site-policy.ts';
import { FIRST, SCRIPTS } from './scripts.ts';

/** Where a link of the copy goes whose file is not in it. */
export const ABSENT = 'no-esta/index.html';

/** What a page says to search engines, to other sites and to a browser with a network. */
const FOR_A_SERVER = /<meta (?:property|name)="(?:og:|twitter:|robots)[^>]*>|<link rel="(?:canonical|preload|modulepreload|manifest|apple-touch-icon)"[^>]*>|<script type="application\/ld\+json">[\s\S]*?<\/script>/g;
const MODULE = /<script type="module" src="\/_astro\/([^"]+)"><\/script>/g;
const ADDRESS = /(\s(?:href|src|action)=")(\/(?!\/)[^"]*)"/g;
const POLICY = /(http-equiv="content-security-policy" content=")([^"]*)"/i;
const PICTURES = /(\ssrcset=")([^"]*)"/g;

/** The module scripts that a page asks for, as addresses. */
export const scriptsOf = (html: string): string[] => [...html.matchAll(MODULE)].map(([, name = '']) => `/_astro/${name}`);

/** From the page at `path` (`ayuda/index.html`) to the folder's root: `../`; `./` from the root itself. */
const rootFrom = (path: string): string => '../'.repeat(path.split('/').length - 1) || './';

/**
 * One page as a file that opens from a folder: every address relative and with its file name, scripts plain,
 * a policy that lets nothing out. `has` tells whether a file is in the copy. Throws on a script it can't make
 * plain, rather than leave a tool that looks alive.
 */
export function pageInFolder(path: string, html: string, has: (file: string) => boolean): string {
  const root = rootFrom(path);
  const local = (address: string): string => {
    const [, file = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
    const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    return root + (has(target) ? target + rest : ABSENT);
  };
  let first = `<script defer src="${root}${FIRST}"></script>`;
  const page = html
    .replaceAll(FOR_A_SERVER, '')
    .replaceAll(MODULE, (_, name: string) => {
      const scripts = `${first}<script defer src="${root}${SCRIPTS}${name}"></script>`;
      first = '';
      return scripts;
    })
    .replaceAll(ADDRESS, (_, before: string, address: string) => `${before}${local(address)}"`)
    .replaceAll(PICTURES, (_, before: string, list: string) => `${before}${list.replaceAll(/(^|,\s*)(\/\S+)/g, (__, gap: string, address: string) => gap + local(address))}"`)
    // The head script changes the icon in plain view.
    .replaceAll(/'\/(nota|icono)\.svg'/g, (_, name: string) => `'${root}${name}.svg'`);
  if (/<script type="module"/.test(page)) throw new Error(`${path}: a module script does not run from a folder (src/build/folder-copy/page.ts).`);
  return sealed(page);
}

/** `'self'` means nothing on file://: files go by their scheme, blocks by their hash, and no connection is allowed. */
function sealed(html: string): string {
  return html.replace(POLICY, (_, before: string, text: string) => {
    const policy = parsePolicy(text);
    for (const name of ['connect-src', 'worker-src', 'manifest-src']) policy.delete(name);
    policy.set('script-src', ['file:', ...inlineBlocks(html, 'script').map(sourceOf)]);
    policy.set('style-src', inlineBlocks(html, 'style').map(sourceOf));
    policy.set('img-src', ['file:', 'blob:', 'data:']);
    policy.set('form-action', ["'none'"]);
    return `${before}${printPolicy(policy)}"`;
  });
}
