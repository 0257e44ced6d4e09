import { printedNumber } from '#domain/campaign/number.ts';
import type { DeskCard, MarkedItem } from '#domain/desk-card.ts';
import { getPhrases } from '#queries/phrases.ts';
import { getDirectoryPhrases, getService } from '#queries/services.ts';
import { resolveSources } from '#queries/sources.ts';

const FILE = 'content/interface/es/officials.json';

interface Item {
  readonly name?: string;
  readonly says: string;
  readonly sources?: readonly string[];
}

/** The card with everything it leads to. Throws, naming the file, when a source or a row of the directory is missing. */
export async function getDeskCard(today: string): Promise<DeskCard> {
  const { card } = getPhrases('es', 'officials');
  const words = getDirectoryPhrases('es');
  const cited: string[] = [];
  const marked = ({ sources = [], ...item }: Item): MarkedItem => {
    for (const id of sources) if (!cited.includes(id)) cited.push(id);
    return { ...item, marks: sources.map((id) => cited.indexOf(id) + 1) };
  };
  const say = card.say.items.map(marked);
  const steps = card.steps.items.map(marked);
  const blocks = card.blocks.map(({ title, items }) => ({ title, items: items.map(marked) }));
  const calls = card.calls.map(async ({ when, ...wanted }) => ({ ...printedNumber(wanted, await getService(wanted.service, today), words), when }));
  return { say, blocks, steps, calls: await Promise.all(calls), sources: await resolveSources(cited, FILE) };
}

/** The public manuals, each with its page where there is one that may be linked. */
export async function getManuals() {
  const { manuals } = getPhrases('es', 'officials');
  return Promise.all(
    manuals.map(async ({ source, link, ...manual }: { title: string; issuer: string; year: string; note: string; source?: string; link?: string }) => {
      const [found] = source === undefined ? [] : await resolveSources([source], FILE);
      return { ...manual, href: found?.linkable === true ? found.url : undefined, isDocument: link === 'document' };
    }),
  );
}
