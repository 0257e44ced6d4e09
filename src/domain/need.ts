import * as z from 'zod';
import type { NeedsData } from '#domain/service/needs.ts';
import { helps, kinds } from '#domain/service/service.ts';
import { fold } from '#domain/text.ts';

const words = z.string().regex(/^[\p{L}\d]+\*?$/u, 'One word, with * at the end for «any word that begins so».');

const needSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(3).describe('As a person would say it: «Me quitaron el DNI».'),
  says: z.array(z.string().min(3)).min(1).describe('Phrases: words, words with * at the end, or {groups}. All must stand in the question, in any order.'),
  lines: z.array(z.string()).describe('Ids of services for all of Peru that answer it, best first.'),
  local: z.array(z.enum(kinds)).describe('Kinds of place that answer it where the person is, best first; a kind named twice means the two nearest.'),
  help: z.array(z.enum(helps)).min(1).describe('What else may answer it.'),
  home: z.boolean().optional().describe('true when a country in the question is where the person comes from, not where she is.'),
  named: z.boolean().optional().describe('true when the words are the name of a service: its places come before any line.'),
});

/** The file content/needs/<language>.yaml: what people write, and who answers. */
export const needsSchema = z.strictObject({ words: z.record(z.string(), z.array(words).min(1)), common: z.string().describe('Everyday words that no place is guessed from.'), needs: z.array(needSchema).min(1) });
export type Needs = z.infer<typeof needsSchema>;

/**
 * Checks the needs against the directory and packs them for the phone. Throws a sentence that names the
 * need and the mend: a group that is not defined, a line that is not published.
 */
export function packNeeds(needs: Needs, published: ReadonlySet<string>, file = 'content/needs/es.yaml'): NeedsData {
  const ids = new Set<string>();
  for (const { id, says, lines } of needs.needs) {
    if (ids.has(id)) throw new Error(`${file}: the need «${id}» stands twice; keep one.`);
    ids.add(id);
    for (const phrase of says)
      for (const [, group = ''] of phrase.matchAll(/\{(\w+)\}/g))
        if (!(group in needs.words)) throw new Error(`${file}: «${id}» says «${phrase}», but there is no group «${group}» under words; add it, or write the word.`);
    for (const line of lines) if (!published.has(line)) throw new Error(`${file}: «${id}» leads to «${line}», which is no published service; use the id of one.`);
  }
  const groups = Object.fromEntries(Object.entries(needs.words).map(([name, alternatives]) => [name, [...new Set(alternatives.map(fold))].join(' ')]));
  return {
    groups,
    common: [...new Set(fold(needs.common).split(/\s+/))].join(' '),
    needs: needs.needs.map(({ id, title, says, lines, local, help, named, home }) => ({ id, title, says: says.map(fold), lines, local, help, ...(named === true ? { named } : {}), ...(home === true ? { home } : {}) })),
  };
}
