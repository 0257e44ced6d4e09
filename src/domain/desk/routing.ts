import type { Region } from '#domain/region.ts';
import { fold } from '#domain/text.ts';
import { deskFor, type PublicDesk } from '#domain/tip/letterbox.ts';
import type { Tip } from '#domain/tip/tip.ts';

/** Which other desk should have a tip, and why; the operator decides. */
export interface Suggestion {
  readonly desk: PublicDesk;
  readonly region: string;
  /** `region`: the person chose it. `place`: a town or crossing in their words lies there. */
  readonly because: 'region' | 'place';
}

/** Words that are also everyday Spanish or a place in several regions. */
const TOO_COMMON = new Set(['santa rosa', 'la mar', 'delta', 'las lomas', 'la tina', 'la parada', 'la merced', 'pampas', 'chala', 'iberia', 'laberinto', 'belen iquitos']);

/**
 * The desk that the region asks for by the desks' configuration, when it is not this one.
 * The place in words counts when the region is unknown, or when it names a border region.
 */
export function suggestDesk(tip: Pick<Tip, 'where' | 'what'>, here: string, desks: readonly PublicDesk[], regions: readonly Region[]): Suggestion | null {
  const named = regions.find(({ id }) => id === tip.where.region);
  if (named !== undefined) {
    const desk = deskFor(desks, named.id);
    return desk === undefined || desk.id === here ? null : { desk, region: named.id, because: 'region' };
  }
  const words = ` ${fold(`${tip.where.place} ${tip.what}`).replace(/[^a-z0-9]+/g, ' ')} `;
  for (const region of regions) {
    const names = [region.name, ...region.aliases].map(fold).filter((name) => !TOO_COMMON.has(name));
    if (!names.some((name) => words.includes(` ${name} `))) continue;
    const desk = deskFor(desks, region.id);
    if (desk !== undefined && desk.id !== here) return { desk, region: region.id, because: 'place' };
  }
  return null;
}

/** The countries that a tip's region touches: a case may belong to a binational team. */
export const bordersOf = (region: string, regions: readonly Region[]): readonly string[] => regions.find(({ id }) => id === region)?.borders ?? [];

/** Regions whose cases the Peru-Ecuador response team (ERI) takes, by the project's issue 7. */
export const PERU_ECUADOR: readonly string[] = ['tumbes', 'piura'];
