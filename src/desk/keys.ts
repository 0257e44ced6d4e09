import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { appendFile, chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { dayInPeru } from '#domain/desk/clock.ts';
import { makeDrill, readDrill } from '#domain/desk/drill.ts';
import { daysAfter, deskOfFile, keyFileName, newKey, openKey, PASSPHRASE_MIN, publicKey, sealKey, WORK_FACTOR, type DeskKey } from '#domain/desk/key-file.ts';
import { signerOf } from '#domain/desk/line.ts';
import { deskSchema, publicDesk, type Desk } from '#domain/tip/desk.ts';
import { fingerprintOf, pinDesks } from '#domain/tip/letterbox.ts';
import { suiteOf } from '#domain/tip/seal.ts';

/** The keys' commands. They touch no network: they can run on a machine that has none. */
export interface KeysSetting {
  /** The project's folder. */
  readonly root: string;
  readonly desks: readonly Desk[];
  readonly folders: readonly string[];
  readonly desk: string | undefined;
  readonly half: string | undefined;
  readonly name: string | undefined;
  readonly passphraseFiles: readonly string[];
  readonly newPassphraseFile: string | undefined;
  readonly pq: boolean;
  /** Print the YAML and write nothing into content/. */
  readonly print: boolean;
  readonly now: number;
  readonly random: (bytes: number) => Uint8Array;
  readonly say: (line: string) => void;
  /** Tests use a cheap one. */
  readonly workFactor?: number;
}

/** A mistake with its mend, said without a stack trace. */
class KeysError extends Error {}
/** What letterboxes keep by default after a key's last day: 90 days and 7 of grace (intake/config.ts). */
const KEPT_DAYS = 97;

/** @returns the exit code: 0 when everything asked for was done and proven */
export async function runKeys(command: string, setting: KeysSetting): Promise<number> {
  try {
    switch (command) {
      case 'new': return await create(setting);
      case 'rotate': return await rotate(setting);
      case 'operator': return await operator(setting);
      case 'drill': return setting.half === undefined ? await drill(setting) : await halfDrill(setting, setting.half);
      default:
        setting.say('Uso: npm run desk -- keys new | rotate | operator | drill   (--desk, --keys, --passphrase-file)');
        return 2;
    }
  } catch (error) {
    if (!(error instanceof KeysError)) throw error;
    setting.say(error.message);
    return 1;
  }
}

async function create(setting: KeysSetting): Promise<number> {
  const [desk, folder] = [deskOf(setting), folderOf(setting)];
  if ((await keyFiles(folder, desk.id)).length > 0) throw new KeysError(`En ${folder} ya hay llaves de «${desk.id}». Para renovarlas: npm run desk -- keys rotate`);
  const passphrase = await askNew(setting.passphraseFiles[0], `Frase de paso nueva (${PASSPHRASE_MIN} letras o más; cinco palabras al azar van bien): `);
  const key = await newKey(desk.id, dayInPeru(setting.now), setting.pq ? 'pq' : 'x25519');
  await keep(setting, folder, key, passphrase);
  await publish(setting, desk, [key]);
  return 0;
}

async function rotate(setting: KeysSetting): Promise<number> {
  const [desk, folder] = [deskOf(setting), folderOf(setting)];
  const files = await keyFiles(folder, desk.id);
  if (files.length === 0) throw new KeysError(`En ${folder} no hay llaves de «${desk.id}». Para la primera: npm run desk -- keys new`);
  const passphrase = await ask(setting.passphraseFiles[0], 'Frase de paso: ');
  const old = await openNewest(folder, files, passphrase);
  // The signing key stays: the letterbox knows it, and the log is signed with it.
  const key = await newKey(desk.id, dayInPeru(setting.now), suiteOf(old.recipient) ?? 'x25519', old.signKey);
  await keep(setting, folder, key, passphrase);
  await publish(setting, desk, [old, key]);
  setting.say('\nLas llaves viejas se quedan: todavía abren avisos. Cuándo se pueden destruir (archivo y papel):');
  for (const name of files) {
    const opened = await openKey(await readFile(join(folder, name), 'utf8'), passphrase);
    setting.say(opened.ok ? `  ${name}: no antes del ${daysAfter(opened.key.validTo, KEPT_DAYS)}, y cuando ningún aviso abierto dependa de ella` : `  ${name}: no se abre con esta frase; revísala`);
  }
  return 0;
}

/** The same desk key for a colleague, with a signing key and a passphrase of their own. */
async function operator(setting: KeysSetting): Promise<number> {
  const [desk, folder] = [deskOf(setting), folderOf(setting)];
  const [, target] = setting.folders;
  if (target === undefined) throw new KeysError('Di también la carpeta de la otra persona: --keys MIA --keys SUYA');
  const files = await keyFiles(folder, desk.id);
  const passphrase = await ask(setting.passphraseFiles[0], 'Tu frase de paso: ');
  const mine = await openNewest(folder, files, passphrase);
  const theirs = await askNew(setting.passphraseFiles[1] ?? setting.newPassphraseFile, 'Frase de paso de la otra persona: ');
  const signKey = setting.random(32);
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const name of files) {
    const opened = await openKey(await readFile(join(folder, name), 'utf8'), passphrase);
    if (opened.ok) await writeFile(join(target, name), await sealKey({ ...opened.key, signKey }, theirs, setting.workFactor ?? WORK_FACTOR), { mode: 0o600, flag: 'wx' });
  }
  await trust(folder, signerOf(signKey), setting.name ?? 'colega');
  await trust(target, signerOf(mine.signKey), 'colega');
  setting.say(`Hecho: ${target}\nPon esta clave pública de firma en el buzón (signKeys de «${desk.id}»):\n  ${signerOf(signKey)}`);
  return 0;
}

async function drill(setting: KeysSetting): Promise<number> {
  const { sealed, code, desk } = await sealedDrill(setting);
  const results: boolean[] = [];
  const opens = new Map<string, string>();
  for (const [i, folder] of setting.folders.entries()) {
    const identities = await identitiesIn(folder, setting.passphraseFiles[i] ?? setting.passphraseFiles[0]);
    for (const { key } of identities) opens.set(key.recipient, folder);
    const result = await readDrill(sealed, identities.map(({ key }) => key.identity));
    const right = result.ok && result.code === code;
    results.push(right);
    setting.say(right ? `✓ ${folder}: abre el aviso de prueba.` : `✕ ${folder}: ${result.ok ? 'abre otra cosa, no esta prueba' : FAULTS[result.fault]}.`);
  }
  // Two copies of one key prove only half: both pinned recipients must have been among the keys.
  const unproven = desk.pins.filter(({ recipient }) => !opens.has(recipient));
  for (const { name } of unproven) setting.say(`✕ Falta probar la llave vigente de ${name}: ninguna carpeta la tiene. Con dos máquinas, usa --half.`);
  const good = results.every(Boolean) && unproven.length === 0;
  setting.say(good ? 'El simulacro salió bien: las dos llaves abren, cada una por su cuenta.' : 'El simulacro NO salió bien. No reciban avisos hasta arreglarlo.');
  await recordDrill(setting, desk.id, good ? 'bien' : 'mal');
  return good ? 0 : 1;
}

/** On two machines: one makes the file, each opens it with its own key, and both read the code aloud. */
async function halfDrill(setting: KeysSetting, file: string): Promise<number> {
  const sealed = await readFile(file).catch(() => null);
  if (sealed === null) {
    const made = await sealedDrill(setting);
    await writeFile(file, made.sealed, { mode: 0o600, flag: 'wx' });
    setting.say(`Aviso de prueba en ${file}. Código que deben leer las dos máquinas: ${made.code}\nEn cada máquina: npm run desk -- keys drill --half ${file} --keys SU-CARPETA`);
    return 0;
  }
  const folder = folderOf(setting);
  const identities = await identitiesIn(folder, setting.passphraseFiles[0]);
  const result = await readDrill(new Uint8Array(sealed), identities.map(({ key }) => key.identity));
  const desk = identities[0]?.key.desk ?? '?';
  setting.say(result.ok ? `✓ Esta máquina (${desk}) abre el aviso de prueba. Código: ${result.code}\nSi la otra máquina lee el mismo código, las dos llaves sirven.` : `✕ Esta máquina (${desk}): ${FAULTS[result.fault]}.`);
  await recordDrill(setting, desk, result.ok ? `media prueba, código ${result.code}` : 'mal');
  return result.ok ? 0 : 1;
}

const FAULTS = {
  'no-key': 'sus llaves no abren el aviso de prueba. La llave publicada en content/desks no es la de esta carpeta',
  damaged: 'la llave es la buena, pero el archivo está cortado o cambiado. Haz otro',
  'bad-envelope': 'lo que se abre no tiene forma de aviso',
  'not-a-drill': 'lo que se abre es un aviso, pero no el de la prueba',
} as const;

async function sealedDrill(setting: KeysSetting): Promise<{ sealed: Uint8Array; code: string; desk: { id: string; pins: { name: string; recipient: string }[] } }> {
  const desk = deskOf(setting);
  const national = setting.desks.find((one) => one.national);
  if (national === undefined) throw new KeysError('En content/desks ninguna mesa dice national: true.');
  if (desk.id === national.id) throw new KeysError('Di una mesa regional: la nacional se prueba junto con ella.');
  const pin = pinDesks({ v: 1, mode: 'intake', salt: '-', endpoint: '-', desks: setting.desks.map(publicDesk) }, desk, national, dayInPeru(setting.now));
  if (!pin.ok) throw new KeysError(pin.fault === 'mixed-keys' ? 'Las dos mesas tienen llaves de clases distintas (age1… y age1pq1…).' : `Hoy no hay llave vigente en content/desks/${desk.id}.yaml o en ${national.id}.yaml. Renueva con: npm run desk -- keys rotate`);
  const made = await makeDrill(pin.pinned, setting.random(8));
  return { ...made, desk: { id: desk.id, pins: [{ name: desk.name, recipient: pin.pinned.desk }, { name: national.name, recipient: pin.pinned.national }] } };
}

async function recordDrill(setting: KeysSetting, desk: string, result: string): Promise<void> {
  for (const folder of setting.folders) await appendFile(join(folder, 'simulacros.txt'), `${dayInPeru(setting.now)} ${desk}: ${result}\n`, { mode: 0o600 }).catch(() => undefined);
}

function deskOf({ desk: id, desks }: KeysSetting): Desk {
  const desk = desks.find((one) => one.id === id);
  if (desk === undefined) throw new KeysError(`Di la mesa con --desk. Hay: ${desks.map((one) => one.id).join(', ')}`);
  return desk;
}
const folderOf = ({ folders }: KeysSetting): string => folders[0] ?? '.';
const keyFiles = async (folder: string, desk?: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => (desk === undefined ? deskOfFile(name) !== null : deskOfFile(name) === desk)).sort().reverse();

async function openNewest(folder: string, files: readonly string[], passphrase: string): Promise<DeskKey> {
  for (const name of files) {
    const opened = await openKey(await readFile(join(folder, name), 'utf8'), passphrase);
    if (opened.ok) return opened.key;
  }
  throw new KeysError('La frase de paso no abre ninguna llave de esa carpeta. Revisa mayúsculas y espacios.');
}

async function identitiesIn(folder: string, passphraseFile: string | undefined): Promise<{ key: DeskKey }[]> {
  const files = await keyFiles(folder);
  if (files.length === 0) throw new KeysError(`En ${folder} no hay llaves de mesa.`);
  const passphrase = await ask(passphraseFile, `Frase de paso de ${folder}: `);
  const opened = await Promise.all(files.map(async (name) => openKey(await readFile(join(folder, name), 'utf8'), passphrase)));
  const keys = opened.flatMap((one) => (one.ok ? [{ key: one.key }] : []));
  if (keys.length === 0) throw new KeysError(`✕ ${folder}: la frase de paso no abre sus llaves.`);
  return keys;
}

/** Writes a key's file and its paper: the same sealed text, to print and keep in a safe. */
async function keep(setting: KeysSetting, folder: string, key: DeskKey, passphrase: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const there = await keyFiles(folder, key.desk);
  const number = there.filter((name) => name.startsWith(keyFileName(key).replace('.age', ''))).length + 1;
  const name = keyFileName(key, number);
  const sealed = await sealKey(key, passphrase, setting.workFactor ?? WORK_FACTOR);
  await writeFile(join(folder, name), sealed, { mode: 0o600, flag: 'wx' });
  const check = await openKey(await readFile(join(folder, name), 'utf8'), passphrase);
  if (!check.ok || check.key.identity !== key.identity) throw new KeysError('La llave no se pudo volver a abrir después de guardarla. No la uses.');
  const paper = name.replace(/\.age$/, '.papel.txt');
  await writeFile(join(folder, paper), paperText(key, sealed), { mode: 0o600, flag: 'wx' });
  setting.say(`Llave guardada y probada: ${join(folder, name)}\nPapel para la caja fuerte: ${join(folder, paper)} (imprímelo; la frase de paso va en otro sobre, en otro lugar)`);
}

const paperText = (key: DeskKey, sealed: string): string => `SIN TRAMPA: PAPEL DE RECUPERACIÓN
Mesa: ${key.desk}      Sirve del ${key.validFrom} al ${key.validTo}
Huella: ${fingerprintOf(key.recipient)}

Qué es: la llave que abre los avisos de esta mesa, cerrada con la frase de paso.
Dónde se guarda: en una caja fuerte. La frase de paso, nunca junto a este papel.
Cuándo se usa: si se pierde o se daña la computadora de la mesa.

Cómo se usa
1. Copia el bloque de abajo, con sus dos líneas de guiones, en un archivo: mesa.age
2. Ponlo en la carpeta de llaves con el nombre ${keyFileName(key)} y arranca la mesa.
   O sin la mesa, con el programa age:  age -d -i mesa.age aviso.age
3. Cuando lo hayas usado, haz el simulacro: npm run desk -- keys drill

${sealed.trim()}

Cuándo se destruye: no antes del ${daysAfter(key.validTo, KEPT_DAYS)}, y cuando ningún aviso abierto dependa de esta llave.
`;

/** Puts the public half into content/desks/<id>.yaml (or prints it), and says what the letterbox must know. */
async function publish(setting: KeysSetting, desk: Desk, keys: readonly DeskKey[]): Promise<void> {
  const newest = keys.at(-1);
  if (newest === undefined) return;
  const path = join(setting.root, `content/desks/${desk.id}.yaml`);
  const today = dayInPeru(setting.now);
  const item = publicKey(newest);
  if (!setting.print && !desk.demo) {
    const document = parseDocument(await readFile(path, 'utf8'));
    // Keys past their last day seal nothing any more: they leave the public list, not the folder.
    const kept = desk.keys.filter((key) => key.validTo >= today);
    document.set('keys', document.createNode([...kept, item]));
    const text = document.toString({ lineWidth: 0 });
    const checked = deskSchema.safeParse(parseDocument(text).toJS());
    if (!checked.success) throw new KeysError(`El YAML nuevo no pasa la revisión; no se escribió. ${checked.error.issues.map(({ message }) => message).join(' ')}`);
    await writeFile(path, text);
    setting.say(`Escrito en ${path}. Publica el sitio para que se use.`);
  } else {
    if (desk.demo) setting.say(`«${desk.id}» es una mesa de práctica. Para que sea de verdad, quita «demo: true» de ${path} y pon:`);
    else setting.say(`Pon en ${path}:`);
    setting.say(`\n${stringify({ keys: [item] }).trim()}\n`);
  }
  setting.say(`Huella (para el afiche y para comparar por teléfono): ${item.fingerprint}\nVale del ${item.validFrom} al ${item.validTo}. Clave pública de firma, para signKeys de «${desk.id}» en el buzón:\n  ${signerOf(newest.signKey)}`);
}

async function trust(folder: string, signer: string, name: string): Promise<void> {
  const path = join(folder, 'firmantes.json');
  const before = await readFile(path, 'utf8').then((text) => JSON.parse(text) as Record<string, string>, () => ({}));
  await writeFile(path, `${JSON.stringify({ ...before, [signer]: name }, null, 2)}\n`, { mode: 0o600 });
}

/** A passphrase from a file, or from the terminal without showing it. */
async function ask(file: string | undefined, question: string): Promise<string> {
  if (file !== undefined) return (await readFile(file, 'utf8')).split('\n')[0] ?? '';
  if (!process.stdin.isTTY) throw new KeysError('No hay terminal donde escribir la frase de paso: usa --passphrase-file.');
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await reader.question('');
  reader.close();
  process.stdout.write('\n');
  return typed;
}

async function askNew(file: string | undefined, question: string): Promise<string> {
  const first = await ask(file, question);
  if (first.length < PASSPHRASE_MIN) throw new KeysError(`Es corta: pon ${PASSPHRASE_MIN} letras o más. Cinco palabras al azar se recuerdan y no se adivinan.`);
  if (file === undefined && (await ask(undefined, 'Otra vez, para estar seguros: ')) !== first) throw new KeysError('Las dos no son iguales. No se creó nada.');
  return first;
}
