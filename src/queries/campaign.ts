import { getCollection } from 'astro:content';
import { inYearOrder, type CampaignDay } from '#domain/campaign/day.ts';
import { printedNumber, type PrintedNumber } from '#domain/campaign/number.ts';
import type { CampaignPiece } from '#domain/campaign/piece.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import type { Day } from '#domain/service/source-date.ts';
import type { Source } from '#domain/source.ts';
import { getDirectoryPhrases, getService } from '#queries/services.ts';
import { resolveSources } from '#queries/sources.ts';

/** A sheet ready to print: the numbers as the directory's rows say them on that day. */
export interface ReadyPiece {
  readonly id: string;
  readonly piece: CampaignPiece;
  readonly numbers: readonly PrintedNumber[];
}

/** The sheets of a language in the editors' order. Throws a sentence with the file's name when a row is missing. */
export async function getCampaignPieces(locale: Locale, today: Day): Promise<ReadyPiece[]> {
  const entries = await getCollection('campaignPieces', (entry) => localeOf(entry.id).locale === locale);
  const words = getDirectoryPhrases(locale);
  const ready = entries.map(async ({ id, data }) => {
    const numbers = data.numbers.map(async (wanted) => {
      try {
        return printedNumber(wanted, await getService(wanted.service, today, locale), words);
      } catch (cause) {
        throw new Error(`content/campaign/pieces/${id}.yaml: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
      }
    });
    return { id: localeOf(id).id, piece: data, numbers: await Promise.all(numbers) };
  });
  return (await Promise.all(ready)).sort((a, b) => a.piece.order - b.piece.order);
}

/** A date with what it leads to, in full. */
export interface ReadyDay extends Omit<CampaignDay, 'sources' | 'article' | 'piece'> {
  readonly id: string;
  readonly sources: readonly Source[];
  readonly article: { readonly href: string; readonly title: string } | undefined;
  readonly piece: { readonly href: string; readonly title: string } | undefined;
}

/** The dates of the year in their order. Throws, naming the file, when a source, an article or a sheet is missing. */
export async function getCampaignDays(locale: Locale): Promise<ReadyDay[]> {
  const entries = await getCollection('campaignDays', (entry) => localeOf(entry.id).locale === locale);
  const titles = async (room: 'articles' | 'campaignPieces'): Promise<Map<string, string>> => new Map((await getCollection(room)).map(({ id, data }) => [id, data.title]));
  const [articles, pieces] = await Promise.all([titles('articles'), titles('campaignPieces')]);
  const ready = entries.map(async ({ id, data }) => {
    const file = `content/campaign/days/${id}.yaml`;
    const lead = (to: string | undefined, from: ReadonlyMap<string, string>, folder: string, door: string) => {
      if (to === undefined) return undefined;
      const title = from.get(`${locale}/${to}`);
      if (title === undefined) throw new Error(`${file}: «${to}» is not in ${folder}/${locale}; write it there, or correct the id.`);
      return { href: `/${door}/${to}/`, title };
    };
    return {
      ...data,
      id: localeOf(id).id,
      sources: await resolveSources(data.sources, file),
      article: lead(data.article, articles, 'content/articles', 'articulos'),
      piece: lead(data.piece, pieces, 'content/campaign/pieces', 'campana'),
    };
  });
  return inYearOrder(await Promise.all(ready));
}
