import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { dayInPeru } from '#domain/desk/clock.ts';
import { daysAfter, keyFileName, newKey, openKey, PASSPHRASE_MIN, publicKey, sealKey, WORK_FACTOR, type DeskKey } from '#domain/desk/key-file.ts';
import { signerOf } from '#domain/desk/line.ts';
import { deskSchema, type Desk } from '#domain/tip/desk.ts';
import { fingerprintOf } from '#domain/tip/letterbox.ts';
import { suiteOf } from '#domain/tip/seal.ts';
import { drill, halfDrill } from './keys-drill.ts';
import { ask, askNew, deskOf, folderOf, keyFiles, KeysError, openNewest, type KeysSetting } from './keys-folder.ts';

/** What letterboxes keep by default after a key's last day: 90 days and 7 of grace (intake/config.ts). */
const KEPT_DAYS = 97;

/** Days in quotes: other YAML readers (Astro's) take a bare 2026-11-24 for a date. */
const YAML = { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const;

/** @returns the exit code: 0 when everything asked for was done and proven */
export async function runKeys(command: string, setting: KeysSetting): Promise<number> {
  try {
    switch (command) {
      case 'new': return await create(setting);
      case 'rotate': return await rotate(setting);
      case 'operator': return await operator(setting);
      case 'trust': return await trustSigner(setting);
      case 'drill': return setting.half === undefined ? await drill(setting) : await halfDrill(setting, setting.half);
      default:
        setting.say('Uso: npm run desk -- keys new | rotate | operator | trust | drill   (--desk, --keys, --passphrase-file)');
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
    const text = document.toString(YAML);
    const checked = deskSchema.safeParse(parseDocument(text).toJS());
    if (!checked.success) throw new KeysError(`El YAML nuevo no pasa la revisión; no se escribió. ${checked.error.issues.map(({ message }) => message).join(' ')}`);
    await writeFile(path, text);
    setting.say(`Escrito en ${path}. Publica el sitio para que se use.`);
  } else {
    if (desk.demo) setting.say(`«${desk.id}» es una mesa de práctica. Para que sea de verdad, quita «demo: true» de ${path} y pon:`);
    else setting.say(`Pon en ${path}:`);
    setting.say(`\n${stringify({ keys: [item] }, YAML).trim()}\n`);
  }
  setting.say(`Huella (para el afiche y para comparar por teléfono): ${item.fingerprint}\nVale del ${item.validFrom} al ${item.validTo}. Clave pública de firma, para signKeys de «${desk.id}» en el buzón:\n  ${signerOf(newest.signKey)}`);
}

/** Makes this machine believe log lines that another desk's or a colleague's key signed. */
async function trustSigner(setting: KeysSetting): Promise<number> {
  const signer = setting.signer ?? '';
  if (!/^[0-9a-f]{64}$/.test(signer) || setting.name === undefined) throw new KeysError('Uso: npm run desk -- keys trust CLAVE-PÚBLICA-DE-FIRMA --name "Mesa Sur"   (la clave la dicta su dueño por teléfono)');
  await trust(folderOf(setting), signer, setting.name);
  setting.say(`Desde ahora esta máquina acepta en el registro lo que firme «${setting.name}».`);
  return 0;
}

async function trust(folder: string, signer: string, name: string): Promise<void> {
  const path = join(folder, 'firmantes.json');
  const before = await readFile(path, 'utf8').then((text) => JSON.parse(text) as Record<string, string>, () => ({}));
  await writeFile(path, `${JSON.stringify({ ...before, [signer]: name }, null, 2)}\n`, { mode: 0o600 });
}
