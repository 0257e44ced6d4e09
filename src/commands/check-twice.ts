/**
 * `npm run check:twice`: builds the site in two folders of different names, in two time zones, and compares every
 * byte. Ends with 1 and the names of the files when two builds of the same code differ.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashFolder } from '#build/hash-list.ts';
import { copyProject } from './project-copy.ts';

const root = mkdtempSync(join(tmpdir(), 'check-twice-'));

async function build(name: string, zone: string): Promise<Map<string, string>> {
  const folder = join(root, name);
  copyProject(folder);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--force'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, TZ: zone } });
  if (status !== 0) throw new Error(`The build failed:\n${`${stdout}${stderr}`.slice(-2_000)}`);
  return hashFolder(join(folder, 'dist'));
}

try {
  const one = await build('one', 'America/Lima');
  const two = await build('the-other/below', 'Asia/Tokyo');
  const differ = [...new Set([...one.keys(), ...two.keys()])].filter((path) => one.get(path) !== two.get(path)).sort();
  console.log(differ.length === 0 ? `Two builds, ${one.size} files each: the same, byte for byte.` : `${differ.length} files differ between two builds of the same code:\n${differ.slice(0, 40).map((path) => `  ${path}`).join('\n')}`);
  process.exitCode = differ.length === 0 ? 0 : 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
