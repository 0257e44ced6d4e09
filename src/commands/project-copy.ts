import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a build reads. */
const READ = ['content', 'public', 'src', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Copies into a new folder what a build reads; the packages are the project's own, by a link. */
export function copyProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of READ) cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}
