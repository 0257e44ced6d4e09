import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deskOfFile, openKey, PASSPHRASE_MIN, type DeskKey } from '#domain/desk/key-file.ts';
import type { Desk } from '#domain/tip/desk.ts';

/** The keys' commands. They touch no network: they can run on a machine that has none. */
export interface KeysSetting {
  /** The project's folder. */
  readonly root: string;
  readonly desks: readonly Desk[];
  readonly folders: readonly string[];
  readonly desk: string | undefined;
  readonly half: string | undefined;
  /** A public signing key to trust. */
  readonly signer?: string | undefined;
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
export class KeysError extends Error {}
export function deskOf({ desk: id, desks }: KeysSetting): Desk {
  const desk = desks.find((one) => one.id === id);
  if (desk === undefined) throw new KeysError(`Di la mesa con --desk. Hay: ${desks.map((one) => one.id).join(', ')}`);
  return desk;
}
export const folderOf = ({ folders }: KeysSetting): string => folders[0] ?? '.';
export const keyFiles = async (folder: string, desk?: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => (desk === undefined ? deskOfFile(name) !== null : deskOfFile(name) === desk)).sort().reverse();

export async function openNewest(folder: string, files: readonly string[], passphrase: string): Promise<DeskKey> {
  for (const name of files) {
    const opened = await openKey(await readFile(join(folder, name), 'utf8'), passphrase);
    if (opened.ok) return opened.key;
  }
  throw new KeysError('La frase de paso no abre ninguna llave de esa carpeta. Revisa mayúsculas y espacios.');
}

export async function identitiesIn(folder: string, passphraseFile: string | undefined): Promise<{ key: DeskKey }[]> {
  const files = await keyFiles(folder);
  if (files.length === 0) throw new KeysError(`En ${folder} no hay llaves de mesa.`);
  const passphrase = await ask(passphraseFile, `Frase de paso de ${folder}: `);
  const opened = await Promise.all(files.map(async (name) => openKey(await readFile(join(folder, name), 'utf8'), passphrase)));
  const keys = opened.flatMap((one) => (one.ok ? [{ key: one.key }] : []));
  if (keys.length === 0) throw new KeysError(`✕ ${folder}: la frase de paso no abre sus llaves.`);
  return keys;
}

/** A passphrase from a file (its first line), or from the terminal without showing it. */
export async function ask(file: string | undefined, question: string): Promise<string> {
  if (file !== undefined) return (await readFile(file, 'utf8')).split('\n')[0] ?? '';
  if (!process.stdin.isTTY) throw new KeysError('No hay terminal donde escribir la frase de paso: usa --passphrase-file.');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write(question);
  try {
    return await lineOf(reader);
  } finally {
    reader.close();
    process.stdout.write('\n');
  }
}

const lineOf = (reader: Interface): Promise<string> =>
  new Promise((resolve, reject) => {
    reader.once('line', resolve);
    // Ctrl+C and Ctrl+D: nothing was made.
    for (const end of ['SIGINT', 'close'] as const) reader.once(end, () => reject(new KeysError('Cancelado. No se hizo nada.')));
  });

/** A new passphrase, typed twice. */
export async function askNew(file: string | undefined, question: string): Promise<string> {
  const first = await ask(file, question);
  if (first.length < PASSPHRASE_MIN) throw new KeysError(`Es corta: pon ${PASSPHRASE_MIN} letras o más. Cinco palabras al azar se recuerdan y no se adivinan.`);
  if (file === undefined && (await ask(undefined, 'Otra vez, para estar seguros: ')) !== first) throw new KeysError('Las dos no son iguales. No se creó nada.');
  return first;
}
