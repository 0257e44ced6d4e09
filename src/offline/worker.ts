/**
 * The service worker of the whole site, /sw.js. It keeps the emergency pages, answers with what is kept
 * when the network doesn't, and says so on the page. It hides no error: a page that is not kept is said
 * to be missing (503). The tip pages are not its business: their requests pass it by, with network or
 * without; nor does it keep anything that a reader wrote.
 */
import { copyAge } from '#domain/copy-age.ts';
import { parseBundle } from './bundle.ts';
import { emergencyCache, fingerprint, isEmergency, keep, keepRegion, packCache, versionOf } from './kept.ts';

/** Written in by src/build/offline-files.ts. `version` is the SHA-256 of the emergency bundle. */
declare const OFFLINE: { readonly version: string; readonly bundle: string; readonly missing: string; readonly packs: readonly string[] };

/** The parts of the worker's world that it uses; TypeScript's DOM library doesn't have them. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  readonly clientId: string;
  respondWith(answer: Response | Promise<Response>): void;
}
interface World {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { get(id: string): Promise<{ readonly url: string } | undefined>; matchAll(): Promise<readonly unknown[]> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', act: (event: Fetching) => void): void;
  addEventListener(kind: 'message', act: (event: Extendable & MessageEvent<string>) => void): void;
}
const world = globalThis as unknown as World;

const PATIENCE = 3000;
const SHARE = '/revisa/compartir/';
const PAST = /^\/(?:en\/)?denuncia(?:\/|$)|^\/(?:buzon|ocr|pagefind|datos)(?:\/|$)/;
const CACHE = emergencyCache(OFFLINE.version);
/** A text shared from another app, on its way to the page: here for a minute, in memory, then nowhere. */
let shared: { text: string; until: number } | undefined;
/** After «borrar»: nothing is answered and nothing written any more. */
let dead = false;

world.addEventListener('install', (event) => event.waitUntil(fill()));
world.addEventListener('activate', (event) => event.waitUntil(dropOld()));

/** All of the emergency bundle, checked, or nothing: an install that fails leaves no half behind. */
async function fill(): Promise<void> {
  const answer = await fetch(`${OFFLINE.bundle}?v=${OFFLINE.version}`, { cache: 'no-cache', credentials: 'omit' });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await fingerprint(bytes)) !== OFFLINE.version) throw new Error(`${OFFLINE.bundle} is not the one of this version`);
  try {
    await keep(await caches.open(CACHE), parseBundle(new TextDecoder().decode(bytes)), OFFLINE.version);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

/** Runs when no page of the old version is open any more: until then its scripts stay. */
async function dropOld(): Promise<void> {
  for (const name of await caches.keys()) if (isEmergency(name) && name !== CACHE) await caches.delete(name);
}

world.addEventListener('message', (event) => {
  const answer = (word: unknown): void => event.ports[0]?.postMessage(word);
  if (event.data === 'turn') event.waitUntil(world.skipWaiting());
  if (event.data === 'shared') {
    answer(shared !== undefined && shared.until > Date.now() ? shared.text : undefined);
    shared = undefined;
  }
  if (event.data === 'wipe') {
    dead = true;
    shared = undefined;
    event.waitUntil(wipe().then(() => answer('wiped')));
  }
});

async function wipe(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await world.registration.unregister();
}

world.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (dead || url.origin !== location.origin || PAST.test(url.pathname)) return;
  // POST and not GET: with GET the text would stand in the address, the history and the host's log.
  if (request.method === 'POST' && url.pathname === SHARE) event.respondWith(takeShared(request));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') event.respondWith(page(event, url.pathname));
  // The page that manages what is kept asks the network, never a copy.
  else if (!url.pathname.startsWith('/sin-internet/')) event.respondWith(part(event, url.pathname));
});

async function takeShared(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const text = ['title', 'text', 'url'].map((field) => form.get(field)).filter((value) => typeof value === 'string' && value !== '').join('\n');
  shared = { text: text.slice(0, 100_000), until: Date.now() + 60_000 };
  return Response.redirect('/revisa/#compartido', 303);
}

const kept = (path: string): Promise<Response | undefined> => caches.match(path, { ignoreSearch: true }).catch(() => undefined);

/** The network's answer, but not for ever where there is something else to show. */
function soon(request: Request, waits: boolean): Promise<Response> {
  if (!waits) return fetch(request);
  return Promise.race([fetch(request), new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error('slow')))]);
}

async function page(event: Fetching, path: string): Promise<Response> {
  await letNewerTakeTurn();
  const copy = await kept(path);
  try {
    const answer = await soon(event.request, copy !== undefined);
    if (answer.ok && path.startsWith('/ayuda/region/')) event.waitUntil(keepOpened(path, answer.clone()).catch(() => undefined));
    return answer;
  } catch {
    if (copy !== undefined) return asCopy(copy);
    if (!path.endsWith('/') && (await kept(`${path}/`)) !== undefined) return Response.redirect(`${path}/`, 302);
    return missing();
  }
}

/** Scripts carry their hash in their name, so a kept one is right; data and pictures are asked for first. */
async function part(event: Fetching, path: string): Promise<Response> {
  const asker = event.clientId === '' ? undefined : await world.clients.get(event.clientId);
  if (asker !== undefined && PAST.test(new URL(asker.url).pathname)) return fetch(event.request);
  const copy = await kept(path);
  if (copy !== undefined && path.startsWith('/_astro/')) return copy;
  try {
    return await soon(event.request, copy !== undefined);
  } catch (error) {
    if (copy !== undefined) return copy;
    throw error;
  }
}

/** The region whose page somebody opened is theirs: kept for the day without signal. */
async function keepOpened(path: string, answer: Response): Promise<void> {
  // Stateless guard: after «borrar» no late answer may leave anything behind.
  if (await caches.has(CACHE)) await keepRegion(path, await answer.text(), () => dead);
}

/** A kept page says that it is one, of which day, and whether its numbers may have changed. */
async function asCopy(copy: Response): Promise<Response> {
  const text = await copy.text();
  const day = /data-day="(\d{4}-\d{2}-\d{2})"/.exec(text)?.[1];
  const age = day === undefined ? 'clock' : copyAge(day, new Date());
  return new Response(text.replace(' data-kept hidden', ' data-kept').replace(` data-${age} hidden`, ` data-${age}`), { headers: copy.headers });
}

/** «No está guardada»: honest in its status too, with links to what is kept. */
async function missing(): Promise<Response> {
  const copy = await kept(OFFLINE.missing);
  if (copy === undefined) return Response.error();
  let text = await copy.text();
  for (const id of OFFLINE.packs) if ((await versionOf(packCache(id))) !== undefined) text = text.replace(` data-pack="${id}" hidden`, '');
  // Links only from here on: a pack that is not built has no page to link to.
  return new Response(text.replaceAll(' data-path=', ' href='), { status: 503, headers: copy.headers });
}

/** A newer worker waits until no page needs the old one: the only page open is the one being left. */
async function letNewerTakeTurn(): Promise<void> {
  const { waiting } = world.registration;
  if (waiting !== null && (await world.clients.matchAll()).length < 2) waiting.postMessage('turn');
}
