import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayInPeru } from '#domain/desk/clock.ts';
import { makeDrill, readDrill } from '#domain/desk/drill.ts';
import { publicDesk } from '#domain/tip/desk.ts';
import { pinDesks } from '#domain/tip/letterbox.ts';
import { deskOf, folderOf, identitiesIn, KeysError, type KeysSetting } from './keys-folder.ts';

/** `keys drill`: a test tip to the two keys that the form would use today, and proof that each opens it. */
export async function drill(setting: KeysSetting): Promise<number> {
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
export async function halfDrill(setting: KeysSetting, file: string): Promise<number> {
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
