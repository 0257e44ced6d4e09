import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes sure that a Debian package's program is there, installing the package when it is missing. */
export async function needs(program: string, debianPackage: string): Promise<void> {
  if (await exists(program)) return;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], options);
  if (!(await exists(program))) throw new Error(`${debianPackage} is installed, and ${program} is still missing.`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false);
}
