import { readdir } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { AstroIntegration } from 'astro';

/** Folders in which a file's name is its address, wherever in the folder it lies. */
const FOLDERS = ['services', 'warning-signs', 'reassuring-signs', 'desks'];

/** Stops the build when two files of one folder would have the same address: Astro itself keeps the last and only warns. */
export function uniqueNames(): AstroIntegration {
  return {
    name: 'sin-trampa:unique-names',
    hooks: {
      'astro:config:done': async () => {
        for (const folder of FOLDERS) {
          const seen = new Map<string, string>();
          for (const file of await readdir(`content/${folder}`, { recursive: true })) {
            if (!/\.ya?ml$/.test(file)) continue;
            const id = basename(file, extname(file));
            const first = seen.get(id);
            if (first !== undefined) throw new Error(`content/${folder}: ${first} and ${file} have the same name «${id}»; rename one, names are addresses.`);
            seen.set(id, file);
          }
        }
      },
    },
  };
}
