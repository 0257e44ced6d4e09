import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { toHex } from '#domain/tip/bytes.ts';
import type { DeskPhrases } from '#domain/phrases.ts';
import { respond, HEADERS, type Answer, type DeskRequest, type DeskResponse } from './answers.ts';
import { FORM_LIMIT, readForm, type Form } from './form.ts';
import { handleWork } from './work.ts';
import { sayFault, type DeskServices } from './room.ts';
import { createSession, type Session } from './session.ts';
import type { Said, Scene } from './view.ts';
import { sentencePage } from './views/asks.ts';
import { unlockPage } from './views/unlock.ts';

export interface DeskApp {
  handle(request: DeskRequest): Promise<DeskResponse>;
  /** Locks when the idle time is over; the server calls it now and then. */
  tick(): Promise<void>;
  lock(): Promise<void>;
}

/** Milliseconds for the line that says that someone left. */
const LAST_WORD = 3_000;

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export function createDeskApp(services: DeskServices): DeskApp {
  const { words, token, keyring, clock } = services;
  const base = `/${token}/`;
  const policy = [
    "default-src 'none'", `style-src ${sha256(services.css)}`, `script-src ${sha256(services.script)}`, "img-src 'self' data:", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join('; ');
  let session: Session | null = null;
  let lastSeen = clock();
  let lockedByIdle = false;
  let unlocking: Promise<unknown> = Promise.resolve();

  const problem = (text: string): Said => ({ kind: 'problem', text });
  const sceneOf = (alarms: Scene['alarms'] = { alertsFailing: false, chainBroken: false }): Scene => ({
    words, css: services.css, script: services.script, regions: services.regions, desks: services.letterbox.desks, practice: services.practice,
    idleMinutes: services.idleMinutes, now: clock(), base, alarms, operator: session === null ? null : { who: session.who, desk: session.desk, national: session.national },
  });

  async function lock(): Promise<void> {
    const leaving = session;
    session = null;
    // The keys are out of reach from here on; the line that says so may fail with the network, and nobody waits long for it.
    if (leaving !== null) await Promise.race([leaving.record({ act: 'lock' }), delay(LAST_WORD, undefined, { ref: false })]);
  }

  async function lockIfIdle(): Promise<void> {
    if (session === null || clock() - lastSeen <= services.idleMinutes * 60_000) return;
    lockedByIdle = true;
    await lock();
  }

  async function locked(said: Said | null, form: Form | null): Promise<Answer> {
    const desks = await keyring.desks();
    const matter = { desks, needsPassphrase: keyring.needsPassphrase, folder: keyring.folder, who: form?.text('who') ?? '', desk: form?.text('desk') ?? desks[0] ?? '', unsent: typedIn(form) };
    return { page: unlockPage(sceneOf(), said ?? (lockedByIdle ? problem(words.unlock.idle) : null), matter), status: said === null ? 200 : 403 };
  }

  async function unlock(form: Form): Promise<Answer> {
    const { faults, someClosed } = words.unlock;
    const who = form.text('who');
    if (who === '' || who.length > 40) return locked(problem(faults['no-name']), form);
    const result = await keyring.unlock(form.text('desk'), form.text('passphrase'));
    if (!result.ok) return locked(problem(faults[result.fault].replace('{file}', result.file ?? '')), form);
    await lock();
    session = createSession(services, result.unlocked, who);
    [lastSeen, lockedByIdle] = [clock(), false];
    await session.record({ act: 'unlock' });
    return result.unlocked.closed.length === 0 ? { go: '?hecho=unlock' } : { page: sentencePage(sceneOf(), words.unlock.title, someClosed.replace('{files}', result.unlocked.closed.join(', '))) };
  }

  async function answer({ method, url, body }: DeskRequest): Promise<Answer> {
    await lockIfIdle();
    const { pathname, searchParams } = new URL(url, 'http://desk');
    const path = pathname.slice(base.length);
    const form = method === 'POST' ? readForm(body) : null;
    if (form !== null && path === 'entrar') {
      // One at a time: guessing costs a second or two each, and never in parallel.
      const turn = unlocking.then(() => unlock(form));
      unlocking = turn.catch(() => undefined);
      return turn;
    }
    if (session === null) return path === 'sigo' ? { nothing: true } : locked(form === null ? null : problem(words.unlock.locked), form);
    lastSeen = clock();
    if (form !== null && path === 'sigo') return { nothing: true };
    if (path === 'bloquear' || searchParams.has('sin-uso')) {
      lockedByIdle = searchParams.has('sin-uso');
      await lock();
      return { go: '' };
    }
    const current: Session = session;
    const desk = await current.refresh(!path.startsWith('aviso/'));
    if (!desk.ok) return { page: sentencePage(sceneOf(), words.offlineTitle, sayFault(words, desk.fault), typedIn(form)), status: 502 };
    const scene = sceneOf({ alertsFailing: desk.value.alertsFailing, chainBroken: desk.value.log.problems.length > 0 });
    const done = searchParams.get('hecho') ?? '';
    const said: Said | null = form === null && Object.hasOwn(words.done, done) ? { kind: 'done', text: words.done[done as keyof DeskPhrases['done']] } : null;
    return (
      (await handleWork({ session: current, desk: desk.value, scene, services, said }, path, searchParams, form)) ??
      { page: sentencePage(scene, words.list.title, words.faults['not-found']), status: 404 }
    );
  }

  return {
    lock,
    tick: lockIfIdle,
    async handle(request) {
      const refusal = refuse(request, services.authority(), token);
      if (refusal !== null) return { status: refusal, headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }, body: `${refusal === 404 ? words.faults['not-found'] : words.faults.stranger}\n` };
      try {
        return respond(await answer(request), policy, base);
      } catch (error) {
        // No stack trace and nothing of a tip: the kind of error goes to the terminal, a sentence to the page.
        console.error(`desk: ${error instanceof Error ? error.name : 'error'} at ${new URL(request.url, 'http://desk').pathname.slice(base.length).replace(/[0-9a-f]{32}/g, '…')}`);
        return respond({ page: sentencePage(sceneOf(), words.title, words.faults.unknown), status: 500 }, policy, base);
      }
    },
  };
}

/** The long text of a form that can't be taken now: it is shown again, so that nobody writes it twice. */
const typedIn = (form: Form | null): string => (form === null ? '' : (['text', 'note', 'reason'].map((name) => form.text(name)).find((text) => text !== '') ?? ''));

/**
 * Only this machine's browser, at the address that the terminal printed: a foreign Host is DNS
 * rebinding, a foreign Origin or site another page's form, a wrong token someone else on the machine.
 * @returns the status to refuse with, or null
 */
function refuse({ method, url, headers, body }: DeskRequest, authority: string, token: string): number | null {
  if (headers['host'] !== authority) return 421;
  if (method !== 'GET' && method !== 'POST') return 405;
  const site = headers['sec-fetch-site'];
  if (method === 'POST' && (headers['origin'] !== `http://${authority}` || (site !== undefined && site !== 'same-origin'))) return 403;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
  if (body.length > FORM_LIMIT) return 413;
  const given = createHash('sha256').update(url.split('/')[1] ?? '').digest();
  return timingSafeEqual(given, createHash('sha256').update(token).digest()) && url.startsWith(`/${token}/`) ? null : 404;
}

export const newToken = (random: (bytes: number) => Uint8Array): string => toHex(random(16));
