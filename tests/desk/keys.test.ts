import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folderKeyring } from '#desk/keyring.ts';
import type { KeysSetting } from '#desk/keys-folder.ts';
import { runKeys } from '#desk/keys.ts';
import { daysAfter } from '#domain/desk/key-file.ts';
import { tipToPayload } from '#domain/tip/content.ts';
import { deskSchema, type Desk } from '#domain/tip/desk.ts';
import { pinDesks } from '#domain/tip/letterbox.ts';
import { publicDesk } from '#domain/tip/desk.ts';
import { seal } from '#domain/tip/seal.ts';
import { needs } from '../intake/support/debian.ts';
import { aTip } from '../domain/tip/builders.ts';
import { random } from './support/practice.ts';

const home = mkdtempSync(join(tmpdir(), 'mesa-claves-'));
afterAll(() => rmSync(home, { recursive: true }));
const NOW = Date.parse('2026-11-24T15:00Z');
const PASSPHRASE = 'cinco palabras bien al azar';
const passphraseFile = join(home, 'frase');
writeFileSync(passphraseFile, `${PASSPHRASE}\n`);

/** A project with two desks that are to become real. */
let root = '';
let said: string[] = [];
const file = (id: string): string => join(root, `content/desks/${id}.yaml`);
const desks = (): Desk[] => ['norte', 'nacional'].map((id) => ({ ...deskSchema.parse(parse(readFileSync(file(id), 'utf8'))), id }));
beforeEach(() => {
  root = mkdtempSync(join(home, 'casa-'));
  said = [];
  mkdirSync(join(root, 'content/desks'), { recursive: true });
  writeFileSync(file('norte'), '# La mesa de la frontera.\nname: Mesa Norte\nwho: Lee el equipo de la frontera.\nregions: [tumbes]\ndemo: true\n');
  writeFileSync(file('nacional'), 'name: Mesa Nacional\nwho: Lee el equipo nacional.\nnational: true\ndemo: true\n');
});
const setting = (more: Partial<KeysSetting>): KeysSetting => ({
  root, desks: desks(), folders: [join(root, 'A')], desk: 'norte', half: undefined, name: undefined, passphraseFiles: [passphraseFile], newPassphraseFile: undefined,
  pq: false, print: false, now: NOW, random, say: (line) => said.push(line), workFactor: 8, ...more,
});
const run = (command: string, more: Partial<KeysSetting> = {}): Promise<number> => runKeys(command, setting(more));
/** Does what the command tells the editor to do: the YAML it printed goes into the desk's file. */
function publish(id: string): void {
  const yaml = said.find((line) => line.includes('recipient:')) ?? '';
  writeFileSync(file(id), readFileSync(file(id), 'utf8').replace('demo: true\n', yaml.trimStart() + (yaml.endsWith('\n') ? '' : '\n')));
}
async function twoRealDesks(): Promise<void> {
  await run('new');
  publish('norte');
  said = [];
  await run('new', { desk: 'nacional', folders: [join(root, 'B')] });
  publish('nacional');
  said = [];
}

describe('keys new', () => {
  it('makes a sealed file that only its owner may read, and YAML that content/desks takes', async () => {
    expect(await run('new')).toBe(0);
    const [key] = readdirSync(join(root, 'A')).filter((name) => name.endsWith('.age'));
    const path = join(root, 'A', key ?? '');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'A')).mode & 0o777).toBe(0o700);
    expect(readFileSync(path, 'utf8')).not.toContain('AGE-SECRET-KEY');
    expect(said.join('\n')).not.toContain('AGE-SECRET-KEY');
    publish('norte');
    expect(desks()[0]?.keys).toEqual([expect.objectContaining({ validFrom: '2026-11-24', validTo: '2027-02-22' })]);
    expect(said.join('\n')).toMatch(/signKeys[\s\S]*[0-9a-f]{64}/);
  });

  it('makes a paper for the safe that opens the desk by itself', async () => {
    await run('new');
    const paper = readdirSync(join(root, 'A')).find((name) => name.endsWith('.papel.txt')) ?? '';
    const text = readFileSync(join(root, 'A', paper), 'utf8');
    mkdirSync(join(root, 'C'));
    const name = /con el nombre (\S+\.age)/.exec(text)?.[1] ?? '';
    writeFileSync(join(root, 'C', name), /-----BEGIN[\s\S]*END AGE ENCRYPTED FILE-----/.exec(text)?.[0] ?? '', { mode: 0o600 });
    expect(await folderKeyring(join(root, 'C')).unlock('norte', PASSPHRASE)).toMatchObject({ ok: true });
  });

  it.each([
    ['a short passphrase', { passphraseFiles: [join(home, 'corta')] }, 'Es corta'],
    ['a desk that nobody knows', { desk: 'luna' }, 'Di la mesa con --desk'],
  ])('does nothing with %s', async (_, more, words) => {
    writeFileSync(join(home, 'corta'), 'corta\n');
    expect(await run('new', more)).toBe(1);
    expect(said.join('\n')).toContain(words);
    expect(existsSync(join(root, 'A'))).toBe(false);
  });

  it('never writes over a key', async () => {
    await run('new');
    expect(await run('new')).toBe(1);
    expect(said.join('\n')).toContain('ya hay llaves');
  });
});

describe('stock age', () => {
  beforeAll(() => needs('/usr/bin/age', 'age'));

  /** Types the passphrase where age asks for it: at a terminal. */
  const atTerminal = (command: string, cwd: string): string => execFileSync('script', ['-qec', command, '/dev/null'], { cwd, input: `${PASSPHRASE}\n`, encoding: 'utf8', timeout: 60_000 });

  it('opens the identity file with the passphrase, and a tip with the identity file', async () => {
    await twoRealDesks();
    const [norte, nacional] = desks().map(publicDesk);
    if (norte === undefined || nacional === undefined) throw new Error('no desks');
    const pin = pinDesks({ v: 1, mode: 'intake', salt: 'x', endpoint: 'x', desks: [norte, nacional] }, norte, nacional, '2026-11-24');
    if (!pin.ok) throw new Error(pin.fault);
    writeFileSync(join(root, 'aviso.age'), await seal(tipToPayload({ v: 1, kind: 'tip', reply: null, ...aTip() }), pin.pinned));
    const name = readdirSync(join(root, 'A')).find((one) => one.endsWith('.age')) ?? '';
    atTerminal(`age -d -o llave.txt A/${name}`, root);
    expect(readFileSync(join(root, 'llave.txt'), 'utf8')).toContain('AGE-SECRET-KEY-1');
    atTerminal(`age -d -i A/${name} -o aviso.bin aviso.age`, root);
    expect(readFileSync(join(root, 'aviso.bin'), 'utf8')).toContain('cerca del mercado de Aguas Verdes');
  });
});

describe('keys rotate', () => {
  it('puts a new key beside the old one, publishes both, and keeps the old tips readable', async () => {
    await twoRealDesks();
    const later = { now: Date.parse('2027-02-01T15:00Z') };
    expect(await run('rotate', later)).toBe(0);
    const [norte] = desks();
    expect(norte?.keys.map(({ validFrom }) => validFrom)).toEqual(['2026-11-24', '2027-02-01']);
    expect(readFileSync(file('norte'), 'utf8')).toContain('# La mesa de la frontera.');
    expect(readFileSync(file('norte'), 'utf8')).toContain('validFrom: "2027-02-01"');
    const result = await folderKeyring(join(root, 'A')).unlock('norte', PASSPHRASE);
    expect(result.ok && result.unlocked.identities).toHaveLength(2);
    expect(result.ok && result.unlocked.recipients[0]).toBe(norte?.keys[1]?.recipient);
    expect(result.ok && result.unlocked.signers.size).toBe(1);
    expect(said.join('\n')).toContain(`no antes del ${daysAfter('2027-02-22', 97)}`);
  });

  it('takes a key past its last day off the public list, and leaves its file', async () => {
    await twoRealDesks();
    await run('rotate', { now: Date.parse('2027-03-01T15:00Z') });
    expect(desks()[0]?.keys.map(({ validFrom }) => validFrom)).toEqual(['2027-03-01']);
    expect(readdirSync(join(root, 'A')).filter((name) => name.endsWith('.age'))).toHaveLength(2);
  });

  it('changes nothing with a wrong passphrase', async () => {
    await twoRealDesks();
    writeFileSync(join(home, 'otra'), 'otra frase de paso larga\n');
    const before = readFileSync(file('norte'), 'utf8');
    expect(await run('rotate', { passphraseFiles: [join(home, 'otra')] })).toBe(1);
    expect(readFileSync(file('norte'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, 'A')).filter((name) => name.endsWith('.age'))).toHaveLength(1);
  });

  it('can be done twice on one day', async () => {
    await twoRealDesks();
    expect([await run('rotate'), await run('rotate')]).toEqual([0, 0]);
    expect(readdirSync(join(root, 'A')).filter((name) => name.endsWith('.age'))).toHaveLength(3);
  });
});

describe('keys drill', () => {
  const both = () => ({ folders: [join(root, 'A'), join(root, 'B')] });

  it('proves that each of the two keys opens a tip by itself, and writes down when', async () => {
    await twoRealDesks();
    expect(await run('drill', both())).toBe(0);
    expect(said.join('\n')).toContain('salió bien');
    for (const folder of ['A', 'B']) expect(readFileSync(join(root, folder, 'simulacros.txt'), 'utf8')).toBe('2026-11-24 norte: bien\n');
  });

  it('fails when the published key is not the one in the folder, and says so', async () => {
    await twoRealDesks();
    cpSync(join(root, 'A'), join(root, 'copia'), { recursive: true });
    await run('rotate', { now: NOW + 86_400_000 });
    said = [];
    expect(await run('drill', { folders: [join(root, 'copia'), join(root, 'B')], now: NOW + 86_400_000 })).toBe(1);
    expect(said.join('\n')).toContain('no abren el aviso de prueba');
    expect(said.join('\n')).toContain('NO salió bien');
  });

  it('is not fooled by two copies of one key', async () => {
    await twoRealDesks();
    cpSync(join(root, 'A'), join(root, 'copia'), { recursive: true });
    expect(await run('drill', { folders: [join(root, 'A'), join(root, 'copia')] })).toBe(1);
    expect(said.join('\n')).toContain('Falta probar la llave vigente de Mesa Nacional');
  });

  it('works on two machines by halves: the codes read aloud are the same', async () => {
    await twoRealDesks();
    const half = join(root, 'simulacro.age');
    expect(await run('drill', { half })).toBe(0);
    const code = /leer las dos máquinas: (.+)\n/.exec(said.join('\n'))?.[1] ?? '';
    expect(code).toMatch(/^(?:[0-9a-f]{4} ?){4}$/);
    for (const folder of ['A', 'B']) {
      said = [];
      expect(await run('drill', { half, folders: [join(root, folder)] })).toBe(0);
      expect(said.join('\n')).toContain(`Código: ${code}`);
    }
  });

  it('is refused when no key is valid today', async () => {
    await twoRealDesks();
    expect(await run('drill', { ...both(), now: Date.parse('2027-06-01T15:00Z') })).toBe(1);
    expect(said.join('\n')).toContain('no hay llave vigente');
  });
});

describe('keys operator', () => {
  it('gives a colleague the desk’s key with a passphrase and a signature of their own, known to both', async () => {
    await twoRealDesks();
    writeFileSync(join(home, 'suya'), 'otras cinco palabras al azar\n');
    expect(await run('operator', { folders: [join(root, 'A'), join(root, 'D')], passphraseFiles: [passphraseFile, join(home, 'suya')], name: 'Beto' })).toBe(0);
    const [mine, theirs] = await Promise.all([folderKeyring(join(root, 'A')).unlock('norte', PASSPHRASE), folderKeyring(join(root, 'D')).unlock('norte', 'otras cinco palabras al azar')]);
    if (!mine.ok || !theirs.ok) throw new Error('locked');
    expect(theirs.unlocked.identities).toEqual(mine.unlocked.identities);
    expect(theirs.unlocked.signKey).not.toEqual(mine.unlocked.signKey);
    expect([...mine.unlocked.signers.keys()].sort()).toEqual([...theirs.unlocked.signers.keys()].sort());
    expect(mine.unlocked.signers.size).toBe(2);
  });
});

describe('keys trust', () => {
  it('takes a signing key with a name, and nothing else', async () => {
    await run('new');
    expect(await run('trust', { signer: 'hola', name: 'Sur' })).toBe(1);
    expect(await run('trust', { signer: 'ab'.repeat(32) })).toBe(1);
    expect(await run('trust', { signer: 'ab'.repeat(32), name: 'Mesa Sur' })).toBe(0);
    const result = await folderKeyring(join(root, 'A')).unlock('norte', PASSPHRASE);
    expect(result.ok && result.unlocked.signers.get('ab'.repeat(32))).toBe('Mesa Sur');
  });
});
