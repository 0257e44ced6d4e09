/**
 * Comes first on the pages of the copy that opens from a folder (src/build/folder-copy/). A browser lets
 * file:// read no data and knows no root for addresses: data come as scripts, and links that a tool makes
 * are turned into relative ones. Nothing is sent, nothing stored.
 */
const ROOT = new URL('../', (document.currentScript as HTMLScriptElement).src).href;

/** Whoever waits for a file, by its address on the site. */
const waiting = new Map<string, (data: unknown) => void>();

declare global {
  /** Each data file of the copy calls this with its address and what it holds. */
  var copyHolds: (address: string, data: unknown) => void;
}
globalThis.copyHolds = (address, data) => waiting.get(address)?.(data);

function load(address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.set(address, resolve);
    const script = document.createElement('script');
    script.src = `${ROOT}${address.slice(1)}.js`;
    script.onerror = () => reject(new TypeError(`${address} is not in this copy`));
    script.onload = () => script.remove();
    document.head.append(script);
  });
}

/** The tools ask by `fetch`, with an address and nothing else; they get what the file holds. */
globalThis.fetch = async (asked) => {
  const data = await load(String(asked));
  return new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } });
};

/** `/ayuda/?x#y` as a file of this folder. */
function inFolder(address: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/.exec(address) ?? [];
  return ROOT + (path === '' || path.endsWith('/') ? `${path}index.html` : path) + rest;
}

function turn(link: Element): void {
  const address = link.getAttribute('href');
  if (address?.startsWith('/') === true && !address.startsWith('//')) link.setAttribute('href', inFolder(address));
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof Element && target.matches('a')) turn(target);
    for (const node of addedNodes) if (node instanceof Element) for (const link of [node, ...node.querySelectorAll('a[href]')]) if (link.matches('a[href]')) turn(link);
  }
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['href'] });

export {};
