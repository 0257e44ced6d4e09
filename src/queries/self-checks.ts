import { getCollection } from 'astro:content';
import { localeOf, type Locale } from '#domain/locale.ts';
import { resolveHelp, type HelpBook } from '#domain/self-check/help.ts';
import { citedSources, type Item } from '#domain/self-check/self-check.ts';
import { spoken, type Spoken } from '#domain/self-check/summary.ts';
import type { OptionView, SelfCheckView } from '#domain/self-check/view.ts';
import type { Day } from '#domain/service/source-date.ts';
import { getArticles } from '#queries/articles.ts';
import { getPhrases } from '#queries/phrases.ts';
import { getServices } from '#queries/services.ts';
import { resolveSources } from '#queries/sources.ts';

async function helpBook(locale: Locale, today: Day): Promise<HelpBook> {
  const { people, lines, pages } = getPhrases(locale, 'self-check');
  const articles = (await getArticles(locale)).map(({ id, title }) => [`/articulos/${id}/`, title] as const);
  const services = new Map((await getServices(today, locale)).map((service) => [service.id, service]));
  return { people, lines, pages: { ...pages, ...Object.fromEntries(articles) }, services };
}

/** All self-checks of a language, in the order that the editors gave them. `today` goes to the directory. Throws a sentence on a help or a source that leads nowhere. */
export async function getSelfChecks(locale: Locale, today: Day): Promise<SelfCheckView[]> {
  const book = await helpBook(locale, today);
  const entries = await getCollection('selfChecks', (entry) => localeOf(entry.id).locale === locale);
  const views = entries.map(async ({ id, data }): Promise<SelfCheckView> => {
    const file = `content/self-checks/${id}.yaml`;
    const sources = await resolveSources(citedSources(data), file);
    const optionView = (item: Item, answer: Spoken): OptionView => {
      const { feedback, step, ask, help = [], sources: cited } = item.options[answer];
      return { answer, feedback, step, ask, help: help.map((each) => resolveHelp(each, book, file)), sources: sources.filter((each) => cited.includes(each.id)) };
    };
    const items = data.items.map((item) => ({ ...item, options: spoken.map((answer) => optionView(item, answer)) }));
    return { ...data, id: localeOf(id).id, items, sources, help: data.help.map((each) => resolveHelp(each, book, file)) };
  });
  return (await Promise.all(views)).sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, locale));
}
