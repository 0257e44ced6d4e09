import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderKeyring } from '#desk/keyring.ts';
import { serveDesk } from '#desk/http.ts';
import { newKey, sealKey } from '#domain/desk/key-file.ts';
import { AUTHORITY, house, openLetters, pageOf, takeSeat, TOKEN, tipsOn, type Letters } from './support/practice.ts';

let letters: Letters;
beforeAll(async () => {
  letters = await openLetters();
  await letters.send();
});
afterAll(() => letters.close());

const secret = 'mercado de Aguas Verdes';
const right = { host: AUTHORITY, origin: `http://${AUTHORITY}` };

describe('the desk’s door', () => {
  it.each([
    ['a foreign host (DNS rebinding)', 'GET', { host: 'malo.example' }, `/${TOKEN}/`, 421],
    ['the right address by another name', 'GET', { host: 'localhost:4390' }, `/${TOKEN}/`, 421],
    ['a form of another site', 'POST', { ...right, origin: 'https://malo.example' }, `/${TOKEN}/bloquear`, 403],
    ['a form that hides where it comes from', 'POST', { ...right, origin: 'null' }, `/${TOKEN}/bloquear`, 403],
    ['a form without an origin', 'POST', { host: AUTHORITY }, `/${TOKEN}/bloquear`, 403],
    ['a link or picture of another site', 'GET', { ...right, 'sec-fetch-site': 'cross-site' }, `/${TOKEN}/`, 403],
    ['someone without the address', 'GET', right, '/', 404],
    ['someone who guesses the address', 'GET', right, `/${'b'.repeat(32)}/`, 404],
    ['another method', 'PUT', right, `/${TOKEN}/`, 405],
    ['an endless form', 'POST', right, `/${TOKEN}/entrar`, 413],
  ])('stays shut for %s', async (_, method, headers, url, status) => {
    const seat = takeSeat(letters);
    await seat.enter();
    const body = new Uint8Array(status === 413 ? 200_000 : 0);
    const answer = await seat.app.handle({ method, url, headers, body });
    expect(answer.status).toBe(status);
    expect(pageOf(answer)).not.toContain('aviso');
    expect(answer.headers['Content-Type']).toBe('text/plain; charset=utf-8');
    expect(tipsOn(await seat.get(''))).toHaveLength(1);
  });

  it('keeps every page out of caches, frames and guesses, sets no cookie, and allows only its own style and script', async () => {
    const seat = takeSeat(letters);
    await seat.enter();
    const page = await seat.get('');
    expect(page.headers).toMatchObject({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY' });
    expect(Object.keys(page.headers).map((name) => name.toLowerCase())).not.toContain('set-cookie');
    const policy = page.headers['Content-Security-Policy'] ?? '';
    for (const tag of ['style', 'script']) {
      const inside = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(String(page.body))?.[1] ?? '';
      expect(policy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(inside).digest('base64')}'`);
    }
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(String(page.body)).not.toMatch(/ style=| on[a-z]+=|https?:\/\//);
  });

  it('listens on this machine only, and answers a stranger’s Host in a real request with nothing', async () => {
    let port = 0;
    const server = await serveDesk(takeSeat(letters, { authority: () => `127.0.0.1:${port}` }).app, 0);
    port = server.port;
    const ask = (host: string): Promise<number> => new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: `/${TOKEN}/`, headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on('error', reject).end();
    });
    expect(await ask(`127.0.0.1:${port}`)).toBe(200);
    expect(await ask('malo.example')).toBe(421);
    expect(readFileSync('/proc/net/tcp', 'utf8')).toContain(`0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`);
    expect(readFileSync('/proc/net/tcp', 'utf8')).not.toContain(`00000000:${port.toString(16).toUpperCase().padStart(4, '0')}`);
    await server.close();
  });
});

describe('locking', () => {
  it('shows no tip before someone enters, nor after', async () => {
    const seat = takeSeat(letters);
    expect(pageOf(await seat.get(''))).toContain(house.words.unlock.title);
    expect(tipsOn(await seat.get(''))).toEqual([]);
    await seat.enter();
    const [id = ''] = tipsOn(await seat.get(''));
    await seat.post(`aviso/${id}/abrir`);
    expect(pageOf(await seat.get(`aviso/${id}`))).toContain(secret);
    await seat.post('bloquear');
    expect(pageOf(await seat.get(`aviso/${id}`))).not.toContain(secret);
  });

  it('asks for a name', async () => {
    const seat = takeSeat(letters);
    const answer = await seat.enter('frontera-norte', '  ');
    expect(pageOf(answer)).toContain(house.words.unlock.faults['no-name']);
    expect(tipsOn(await seat.get(''))).toEqual([]);
  });

  it('comes by itself after 15 minutes without use, and not while someone types', async () => {
    let now = Date.now();
    const seat = takeSeat(letters, { clock: () => now });
    await seat.enter();
    now += 14 * 60_000;
    expect((await seat.post('sigo')).status).toBe(204);
    // The letterbox refuses clocks that are far off: the desk's own pages are not asked meanwhile.
    now += 14 * 60_000;
    expect((await seat.post('sigo')).status).toBe(204);
    now += 15 * 60_000 + 1;
    await seat.app.tick();
    expect(pageOf(await seat.get(''))).toContain(house.words.unlock.idle);
  });

  it('gives back what was being typed when it came', async () => {
    const seat = takeSeat(letters);
    const answer = await seat.post(`aviso/${'0'.repeat(32)}/respuesta`, { text: 'Una respuesta larga & bonita' });
    expect(pageOf(answer)).toContain('Una respuesta larga &amp; bonita');
  });
});

describe('keys with a passphrase', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mesa-llaves-'));
  const passphrase = 'cinco palabras bien al azar';
  const file = join(folder, 'frontera-norte.2026-11-24.age');
  const seat = () => takeSeat(letters, { keyring: folderKeyring(folder), practice: false });
  const enter = (words: string) => ({ desk: 'frontera-norte', who: 'Ana', passphrase: words });
  beforeAll(async () => {
    const secrets = JSON.parse(readFileSync(join(letters.practice.keyring.folder, 'practice.json'), 'utf8')) as { desks: { id: string; identity: string; signKey: string }[] };
    const mine = secrets.desks.find(({ id }) => id === 'frontera-norte');
    const made = await newKey('frontera-norte', '2026-11-24', 'x25519', Uint8Array.from(Buffer.from(mine?.signKey ?? '', 'hex')));
    writeFileSync(file, await sealKey({ ...made, identity: mine?.identity ?? '' }, passphrase, 8), { mode: 0o600 });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a wrong passphrase gives a sentence, the name stays, and nothing opens', async () => {
    const one = seat();
    const answer = await one.post('entrar', enter('otra frase de paso'));
    expect(answer.status).toBe(403);
    expect(pageOf(answer)).toContain(house.words.unlock.faults['wrong-passphrase']);
    expect(pageOf(answer)).toContain('value="Ana"');
    expect(pageOf(answer)).not.toContain('otra frase');
    expect(tipsOn(await one.get(''))).toEqual([]);
  });

  it('the right one opens the desk and the tips', async () => {
    const one = seat();
    expect((await one.post('entrar', enter(passphrase))).status).toBe(303);
    const [id = ''] = tipsOn(await one.get(''));
    await one.post(`aviso/${id}/abrir`);
    expect(pageOf(await one.get(`aviso/${id}`))).toContain(secret);
  });

  it('the page of a real desk has no practice banner', async () => {
    expect(pageOf(await seat().get(''))).not.toContain(house.words.practice);
    expect(pageOf(await takeSeat(letters).get(''))).toContain(house.words.practice);
  });

  it('a key file that others can read is refused, with the mend', async () => {
    chmodSync(file, 0o644);
    expect(pageOf(await seat().post('entrar', enter(passphrase)))).toContain('chmod 600');
    chmodSync(file, 0o600);
  });

  it('a folder without keys says how to make them', async () => {
    const none = takeSeat(letters, { keyring: folderKeyring(join(folder, 'nada')), practice: false });
    expect(pageOf(await none.get(''))).toContain('keys new');
  });
});
