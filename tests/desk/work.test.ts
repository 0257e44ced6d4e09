import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keyring } from '#desk/keyring.ts';
import { needs } from '../intake/support/debian.ts';
import { house, openLetters, pageOf, takeSeat, tipsOn, type Letters, type Seat } from './support/practice.ts';

let letters: Letters;
let now = 0;
const clock = (): number => Date.now() + now;
beforeAll(async () => {
  letters = await openLetters(clock);
});
afterAll(() => letters.close());

const seat = async (who: string, desk = 'frontera-norte', more = {}): Promise<Seat> => {
  const one = takeSeat(letters, { clock, ...more });
  await one.enter(desk, who);
  return one;
};
/** Sends a tip, finds it on the list and opens it. */
async function openedTip(one: Seat, words: Parameters<Letters['send']>[0] = {}): Promise<{ id: string; keys: Awaited<ReturnType<Letters['send']>> }> {
  const before = new Set(tipsOn(await one.get('')));
  const keys = await letters.send(words);
  const id = tipsOn(await one.get('')).find((tip) => !before.has(tip)) ?? '';
  const answer = await one.post(`aviso/${id}/abrir`);
  if (answer.status !== 303) throw new Error(`opening answered ${answer.status}`);
  return { id, keys };
}
const retryOn = async (one: Seat, id: string): Promise<string> => /name="retry" value="([0-9a-f]{32})"/.exec(pageOf(await one.get(`aviso/${id}`)))?.[1] ?? '';
const whole = async (one: Seat): Promise<boolean> => pageOf(await one.get('registro')).includes('La cadena está entera');

describe('a tip at the desk', () => {
  it('that tries to be a program is shown as the text it is', async () => {
    const ana = await seat('Ana <b>');
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'><svg/onload=alert(1)>javascript:alert(1)';
    const { id, keys } = await openedTip(ana, { what: evil, where: { region: 'tumbes', place: evil }, when: evil, atRisk: { now: 'yes', who: evil }, how: { kind: 'other', words: evil } });
    await letters.followUp(keys, evil);
    await ana.post(`aviso/${id}/nota`, { note: evil });
    for (const path of ['', `aviso/${id}`, 'registro']) {
      const page = pageOf(await ana.get(path));
      expect(page, path).not.toMatch(/<script>alert|<img src=x|<svg|<b>/);
    }
    const page = pageOf(await ana.get(`aviso/${id}`));
    expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;/g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('is opened once for the letterbox and once a person for the log', async () => {
    const ana = await seat('Ana');
    const { id } = await openedTip(ana);
    await ana.post(`aviso/${id}/abrir`);
    const beto = await seat('Beto');
    expect(pageOf(await beto.get(`aviso/${id}`))).toContain(house.words.tip.notYet);
    await beto.post(`aviso/${id}/abrir`);
    const page = pageOf(await beto.get(`aviso/${id}`));
    expect(page.match(/: Abrió</g)).toHaveLength(2);
  });

  it('is answered, and the answer reaches the receipt once, however often the button is pressed', async () => {
    const ana = await seat('Ana');
    const { id, keys } = await openedTip(ana);
    const form = { kind: 'received', text: 'Tu aviso llegó.\r\nGracias.', retry: await retryOn(ana, id) };
    const answers = await Promise.all([ana.post(`aviso/${id}/respuesta`, form), ana.post(`aviso/${id}/respuesta`, form)]);
    await ana.post(`aviso/${id}/respuesta`, form);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await letters.replies(keys)).replies).toEqual([{ seq: 1, reply: { v: 1, kind: 'received', text: 'Tu aviso llegó.\nGracias.', language: 'es' } }]);
    await letters.followUp(keys, 'Ya no están ahí.');
    expect(pageOf(await ana.get(''))).toContain(house.words.list.state['wrote-again']);
    const page = pageOf(await ana.get(`aviso/${id}`));
    expect(page).toContain('Ya no están ahí.');
    expect(page).toContain('Tu aviso llegó.');
  });

  it('is not answered with what would tell on its writer, unless someone insists', async () => {
    const ana = await seat('Ana');
    const { id, keys } = await openedTip(ana);
    const form = { kind: 'message', text: 'Llámame al 987 654 321', retry: await retryOn(ana, id) };
    const asked = await ana.post(`aviso/${id}/respuesta`, form);
    expect(pageOf(asked)).toContain(house.words.thread.check.number);
    expect((await letters.replies(keys)).replies).toEqual([]);
    expect(pageOf(await ana.post(`aviso/${id}/respuesta`, { ...form, text: `${form.text} o mira www.x.pe`, seen: 'number' }))).toContain(house.words.thread.check.link);
    expect((await ana.post(`aviso/${id}/respuesta`, { ...form, seen: 'number' })).status).toBe(303);
    expect((await letters.replies(keys)).replies).toHaveLength(1);
  });

  it('gets its four decisions, each with a reason, and keeps what was typed when one is missing', async () => {
    const ana = await seat('Ana');
    const { id } = await openedTip(ana);
    const without = await ana.post(`aviso/${id}/decision`, { about: 'risk', choice: 'high', reason: '' });
    expect(without.status).toBe(422);
    expect(pageOf(without)).toContain(house.words.decide.faults['no-reason']);
    expect(pageOf(without)).toMatch(/value="high" checked/);
    for (const [about, choice] of [['assistance', ['health', 'lawyer']], ['risk', ['immediate']], ['proceedings', ['prosecutor']], ['visa', ['ask-person']]] as const) {
      expect((await ana.post(`aviso/${id}/decision`, { about, choice, reason: `razón de ${about}` })).status).toBe(303);
    }
    const page = pageOf(await (await seat('Beto').then(async (beto) => (await beto.post(`aviso/${id}/abrir`), beto))).get(`aviso/${id}`));
    for (const words of ['Salud · Abogado de víctimas gratuito', 'razón de assistance', 'razón de visa', house.words.decide.danger]) expect(page).toContain(words);
  });

  it('shows a photo as a photo and nothing else as one', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
    const page = new TextEncoder().encode('<script>alert(1)</script>');
    const ana = await seat('Ana');
    const { id } = await openedTip(ana, { photos: [{ type: 'image/png', original: true, bytes: png }, { type: 'image/jpeg', original: false, bytes: page }] });
    const photo = await ana.get(`aviso/${id}/foto/1`);
    expect(photo.headers).toMatchObject({ 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    expect(photo.headers['Content-Security-Policy']).toContain('sandbox');
    expect(new Uint8Array(photo.body as Uint8Array)).toEqual(png);
    expect((await ana.get(`aviso/${id}/foto/2`)).status).toBe(404);
    expect(pageOf(await ana.get(`aviso/${id}`))).toContain('no es la imagen que dice ser');
  });
});

describe('several people at one desk', () => {
  it('lose nothing when they write at once', async () => {
    const [ana, beto] = [await seat('Ana'), await seat('Beto')];
    const { id } = await openedTip(ana);
    await beto.get('');
    await beto.post(`aviso/${id}/abrir`);
    const notes = Array.from({ length: 8 }, (_, i) => [ana.post(`aviso/${id}/nota`, { note: `nota-a${i}` }), beto.post(`aviso/${id}/nota`, { note: `nota-b${i}` })]).flat();
    expect((await Promise.all(notes)).map(({ status }) => status)).toEqual(Array(16).fill(303));
    const carla = await seat('Carla');
    await carla.get('');
    await carla.post(`aviso/${id}/abrir`);
    const page = pageOf(await carla.get(`aviso/${id}`));
    for (let i = 0; i < 8; i += 1) for (const who of ['a', 'b']) expect(page).toContain(`nota-${who}${i}`);
    expect(await whole(carla)).toBe(true);
    expect(await whole(ana)).toBe(true);
  });

  it('see that the log lost a line which this machine had seen', async () => {
    const keyring: Keyring = { ...letters.practice.keyring, witnessed: async () => ['ab'.repeat(32)], witness: async () => undefined };
    const ana = await seat('Ana', 'frontera-norte', { keyring });
    expect(pageOf(await ana.get(''))).toContain(house.words.chainBroken);
    expect(pageOf(await ana.get('registro'))).toContain('vio antes una línea que ya no está');
  });
});

describe('a tip that does not open', () => {
  it('is a state with advice, for everyone at the desk, and opens later with the right key', async () => {
    const identity = await generateX25519Identity();
    const { keyring: right } = letters.practice;
    const wrong: Keyring = { ...right, unlock: async (desk, passphrase) => {
      const result = await right.unlock(desk, passphrase);
      return result.ok ? { ok: true, unlocked: { ...result.unlocked, identities: [identity] } } : result;
    } };
    const ana = await seat('Ana', 'sur-y-selva', { keyring: wrong });
    await letters.send({ where: { region: 'puno', place: '' } });
    const [id = ''] = tipsOn(await ana.get(''));
    expect((await ana.post(`aviso/${id}/abrir`)).status).toBe(303);
    const page = pageOf(await ana.get(`aviso/${id}`));
    expect(page).toContain(house.words.cannotOpen['no-key']);
    for (const words of [house.words.cannotOpen.otherKey, house.words.cannotOpen.otherDesk]) expect(page).toContain(words);
    const beto = await seat('Beto', 'sur-y-selva');
    expect(pageOf(await beto.get(''))).toContain(house.words.list.state['cannot-open']);
    await beto.post(`aviso/${id}/abrir`);
    expect(pageOf(await beto.get(`aviso/${id}`))).toContain('Puno');
    expect(pageOf(await beto.get(''))).not.toContain(house.words.list.state['cannot-open']);
  });
});

describe('a tip that belongs elsewhere', () => {
  it('goes to the other desk with what was noted, is opened there, and every log stays whole', async () => {
    const rest = await seat('Rosa', 'resto-del-pais');
    const { id, keys } = await openedTip(rest, { where: { region: 'no-se', place: 'por Aguas Verdes' }, what: 'Buscan chicas para un bar.' });
    await rest.post(`aviso/${id}/nota`, { note: 'Parece de Tumbes' });
    const page = pageOf(await rest.get(`aviso/${id}`));
    expect(page).toContain(house.words.route.eri);
    expect(page).toMatch(/<option value="frontera-norte" selected>/);
    expect((await rest.post(`aviso/${id}/pasar`, { to: 'frontera-norte', reason: '' })).status).toBe(422);
    expect((await rest.post(`aviso/${id}/pasar`, { to: 'nacional', reason: 'x' })).status).toBe(422);
    expect(pageOf(await rest.post(`aviso/${id}/pasar`, { to: 'frontera-norte', reason: 'Es de la frontera' }))).toContain(house.words.route.confirmSend);
    expect((await rest.post(`aviso/${id}/pasar/si`, { to: 'frontera-norte', reason: 'Es de la frontera' })).status).toBe(303);
    expect(tipsOn(await rest.get(''))).not.toContain(id);
    const norte = await seat('Ana');
    expect(tipsOn(await norte.get(''))).toContain(id);
    await norte.post(`aviso/${id}/abrir`);
    const there = pageOf(await norte.get(`aviso/${id}`));
    for (const words of ['Buscan chicas para un bar.', 'Es de la frontera', 'Parece de Tumbes', 'Mesa Resto del País']) expect(there).toContain(words);
    const form = { kind: 'message', text: 'Lo tiene otro equipo.', retry: await retryOn(norte, id) };
    expect((await norte.post(`aviso/${id}/respuesta`, form)).status).toBe(303);
    expect((await letters.replies(keys)).replies).toHaveLength(1);
    const national = await seat('Nadia', 'nacional');
    expect(await Promise.all([whole(norte), whole(rest), whole(national)])).toEqual([true, true, true]);
    await national.get('');
    await national.post(`aviso/${id}/abrir`);
    await national.post(`aviso/${id}/nota`, { note: 'Lo vi en la nacional' });
    expect(pageOf(await norte.get(''))).toContain('aviso');
    expect(pageOf(await norte.get(`aviso/${id}`))).toContain('Lo vi en la nacional');
  });
});

describe('an end', () => {
  it('is not put to tips without a reason and a second look, and the log remembers it', async () => {
    const ana = await seat('Ana');
    const { id } = await openedTip(ana);
    await letters.send();
    const fresh = tipsOn(await ana.get(''))[0] ?? '';
    const asked = pageOf(await ana.post('descartar', { id: [id, fresh] }));
    expect(asked).toContain('2 avisos');
    expect(asked).toContain(house.words.discard.warnUnopenedOne);
    expect(pageOf(await ana.post('descartar/si', { id: [id, fresh], sure: 'si' }))).toContain(house.words.discard.faults['no-reason']);
    expect(pageOf(await ana.post('descartar/si', { id: [id, fresh], reason: 'junk' }))).toContain(house.words.discard.faults['not-sure']);
    expect(tipsOn(await ana.get(''))).toEqual(expect.arrayContaining([id, fresh]));
    expect((await ana.post('descartar/si', { id: [id, fresh], reason: 'junk', sure: 'si' })).status).toBe(303);
    const left = tipsOn(await ana.get(''));
    expect(left).not.toContain(id);
    expect(left).not.toContain(fresh);
    expect(pageOf(await ana.get('registro'))).toContain(`Descartó: ${house.words.discard.reasons.junk}`);
    expect(await whole(ana)).toBe(true);
    expect((await ana.get(`aviso/${id}`)).status).toBe(404);
    expect(pageOf(await ana.post('descartar', {}))).toContain(house.words.discard.faults.none);
  });

  it('by hand-over: one file, which stock age and tar open, for one recipient whose fingerprint was compared', async () => {
    await needs('/usr/bin/age', 'age');
    const folder = mkdtempSync(join(tmpdir(), 'mesa-caso-'));
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 9]);
    const ana = await seat('Ana');
    const { id } = await openedTip(ana, { photos: [{ type: 'image/png', original: false, bytes: png }] });
    await ana.post(`aviso/${id}/nota`, { note: 'Para la fiscalía' });
    const secret = pageOf(await ana.post(`aviso/${id}/entregar`, { recipient: identity, why: 'Fiscalía' }));
    expect(secret).toContain(house.words.export.faults.secret);
    expect(secret).not.toContain(identity);
    expect(pageOf(await ana.post(`aviso/${id}/entregar`, { recipient, why: 'Fiscalía' }))).toMatch(/(?:[0-9a-f]{4} ){7}[0-9a-f]{4}/);
    expect((await ana.post(`aviso/${id}/entregar/archivo`, { recipient, why: 'Fiscalía' })).status).toBe(422);
    const file = await ana.post(`aviso/${id}/entregar/archivo`, { recipient, why: 'Fiscalía', sure: 'si' });
    expect(file.headers['Content-Disposition']).toMatch(/^attachment; filename="caso-[0-9a-f]{4}-[0-9a-f]{4}\.tar\.age"$/);
    writeFileSync(join(folder, 'caso.tar.age'), file.body);
    writeFileSync(join(folder, 'llave.txt'), `${identity}\n`, { mode: 0o600 });
    execFileSync('sh', ['-c', 'age -d -i llave.txt caso.tar.age | tar x'], { cwd: folder });
    expect(new Uint8Array(readFileSync(join(folder, 'foto-1.png')))).toEqual(png);
    const json = JSON.parse(readFileSync(join(folder, 'caso.json'), 'utf8')) as { tip: { where: { region: string } }; notes: { text: string }[] };
    expect(json).toMatchObject({ tip: { where: { region: 'tumbes' } }, notes: [{ text: 'Para la fiscalía' }] });
    expect(readFileSync(join(folder, 'caso.txt'), 'utf8')).toContain('cerca del mercado de Aguas Verdes');
    expect(pageOf(await ana.get('registro'))).toContain('Entregó: Fiscalía');
    rmSync(folder, { recursive: true });
  });
});

describe('the month, and bad days', () => {
  it('goes into the report as CSV and text without a small number', async () => {
    const ana = await seat('Ana');
    const csv = await ana.post('mes/archivo', { m: '2020-01', as: 'csv' });
    expect(Buffer.from(csv.body as Uint8Array).toString()).toContain('"2020-01","","Avisos recibidos","0"');
    expect(csv.headers['Content-Type']).toBe('text/csv; charset=utf-8');
    const text = await ana.post('mes/archivo', { m: new Date().toISOString().slice(0, 7), as: 'txt' });
    expect(Buffer.from(text.body as Uint8Array).toString()).not.toMatch(/: [1-4]\n/);
    expect(pageOf(await ana.get('mes?m=basura'))).toContain(house.words.month.title);
  });

  it('a letterbox that does not answer gives a sentence, and the desk goes on when it is back', async () => {
    let silent = false;
    const ana = await seat('Ana', 'frontera-norte', { fetch: ((...args: Parameters<typeof fetch>) => (silent ? Promise.reject(new TypeError('down')) : fetch(...args))) as typeof fetch });
    const { id } = await openedTip(ana);
    silent = true;
    expect(pageOf(await ana.get(''))).toContain(house.words.faults.offline);
    const failed = await ana.post(`aviso/${id}/nota`, { note: 'una nota larga' });
    expect(failed.status).toBe(502);
    expect(pageOf(failed)).toContain('una nota larga');
    silent = false;
    expect((await ana.get('')).status).toBe(200);
    expect((await ana.post(`aviso/${id}/nota`, { note: 'ahora sí' })).status).toBe(303);
  });

  it('an answer that was lost on the way is not a line written twice', async () => {
    let lose = false;
    const flaky = (async (...args: Parameters<typeof fetch>) => {
      const answer = await fetch(...args);
      if (!lose) return answer;
      lose = false;
      throw new TypeError('cut');
    }) as typeof fetch;
    const ana = await seat('Ana', 'frontera-norte', { fetch: flaky });
    const { id } = await openedTip(ana);
    await ana.get(`aviso/${id}`);
    lose = true;
    await ana.post(`aviso/${id}/nota`, { note: 'una sola vez' });
    await ana.post(`aviso/${id}/nota`, { note: 'otra' });
    expect(await whole(ana)).toBe(true);
  });

  it('a foreign clock is named as such', async () => {
    const ana = takeSeat(letters, { clock: () => Date.now() + 3_600_000 });
    await ana.enter();
    expect(pageOf(await ana.get(''))).toContain(house.words.faults.clock);
  });

  it('an address that is none, and a tip that is none, are sentences', async () => {
    const ana = await seat('Ana');
    expect((await ana.get('nada')).status).toBe(404);
    expect((await ana.get('aviso/zzz')).status).toBe(404);
    expect(pageOf(await ana.get(`aviso/${'f'.repeat(32)}`))).toContain(house.words.faults['no-such-tip']);
  });
});
