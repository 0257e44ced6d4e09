import * as z from 'zod';
import { fold } from '#domain/text.ts';

/** Peru's 24 departments and the Constitutional Province of Callao, as they stand in addresses and in `coverage`. */
export const regionIds = [
  'amazonas', 'ancash', 'apurimac', 'arequipa', 'ayacucho', 'cajamarca', 'callao', 'cusco', 'huancavelica',
  'huanuco', 'ica', 'junin', 'la-libertad', 'lambayeque', 'lima', 'loreto', 'madre-de-dios', 'moquegua',
  'pasco', 'piura', 'puno', 'san-martin', 'tacna', 'tumbes', 'ucayali',
] as const;
export type RegionId = (typeof regionIds)[number];

/** Countries that people leave for or come from, by their ISO 3166 code. */
export const countryCodes = ['EC', 'CO', 'VE', 'BO', 'BR', 'CL', 'AR'] as const;
export type CountryCode = (typeof countryCodes)[number];

/** The two pages beside the 25 regions: what serves all of Peru, and what serves people abroad. */
export const wholeCountry = 'nacional';
export const abroad = 'exterior';

/** How to mend a region that nobody knows: the closest id by its folded form, and the list. */
export function unknownRegion(value: unknown): string {
  const slug = fold(String(value)).trim().replace(/\s+/g, '-');
  const close = regionIds.find((id) => id === slug || id.startsWith(slug.slice(0, 4)));
  return `«${String(value)}» is no region of Peru${close === undefined ? '' : `; did you mean «${close}»?`} Use one of: ${regionIds.join(', ')}.`;
}

export const regionIdSchema = z.enum(regionIds, { error: ({ input }) => unknownRegion(input) });

/** One region of Peru, with the names people call it by. Lives in content/regions.yaml. */
export const regionSchema = z.strictObject({
  id: regionIdSchema.describe('As in its address: /ayuda/region/<id>/.'),
  name: z.string().min(3).describe('As people write it, with accents.'),
  aliases: z
    .array(z.string().min(3, 'A name of fewer than three letters finds too much; write it longer.'))
    .describe('Towns, mining camps, border posts and spellings that mean this region in a search.'),
  neighbours: z.array(regionIdSchema).min(1).describe('Regions that touch it: where to look when it has nothing.'),
  borders: z.array(z.enum(countryCodes)).default([]).describe('Countries it touches.'),
});
export type Region = z.infer<typeof regionSchema>;

/**
 * Checks the regions as a set and returns them by name: all 25, and every neighbour mutual.
 * Throws a sentence that names content/regions.yaml and the mend.
 */
export function checkRegions(regions: readonly Region[]): Region[] {
  const file = 'content/regions.yaml';
  const byId = new Map(regions.map((region) => [region.id, region]));
  for (const id of regionIds) if (!byId.has(id)) throw new Error(`${file}: the region «${id}» is missing; add it.`);
  for (const { id, neighbours } of regions)
    for (const other of neighbours)
      if (other === id || !byId.get(other)?.neighbours.includes(id))
        throw new Error(`${file}: «${id}» names «${other}» as neighbour, but not the other way round; add «${id}» to «${other}», or take it out.`);
  return [...regions].sort((a, b) => a.name.localeCompare(b.name, 'es'));
}
