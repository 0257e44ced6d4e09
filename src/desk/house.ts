import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { DeskPhrases } from '#domain/phrases.ts';
import { checkRegions, regionSchema, type Region } from '#domain/region.ts';
import { deskSchema, type Desk } from '#domain/tip/desk.ts';

/** What the desk takes from the project's folder: words, styles, regions, desks and the letterbox's address. */
export interface House {
  readonly words: DeskPhrases;
  readonly css: string;
  readonly script: string;
  readonly regions: readonly Region[];
  readonly desks: readonly Desk[];
  readonly tips: { readonly mode: 'practice' | 'composer' | 'intake'; readonly intake: string | null; readonly salt: string };
}

const tipsSchema = z.object({ tips: z.object({ mode: z.enum(['practice', 'composer', 'intake']), intake: z.string().nullable(), salt: z.string().default('practica') }) });

/** @param root the project's folder @throws with the file's name when one is missing or wrong */
export function readHouse(root: string): House {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const layer = (name: string, path: string): string => `@layer ${name}{${read(path)}}`;
  return {
    words: JSON.parse(read('content/interface/es/desk.json')) as DeskPhrases,
    css: `@layer tokens,reset,base,desk;${layer('tokens', 'src/styles/tokens.css')}${layer('reset', 'src/styles/reset.css')}${layer('base', 'src/styles/base.css')}${layer('desk', 'src/desk/desk.css')}`,
    script: read('src/desk/idle.js'),
    regions: checkRegions(z.array(regionSchema).parse(parse(read('content/regions.yaml')))),
    desks: readdirSync(join(root, 'content/desks')).filter((name) => name.endsWith('.yaml')).sort()
      .map((name) => ({ ...deskSchema.parse(parse(read(`content/desks/${name}`))), id: name.replace('.yaml', '') })),
    tips: tipsSchema.parse(parse(read('content/site.yaml'))).tips,
  };
}
