import { getCollection, type CollectionEntry } from 'astro:content';
import { questions, readingMinutes, type ArticleFront } from '#domain/article.ts';
import { localeOf, type Locale } from '#domain/locale.ts';
import type { Source } from '#domain/source.ts';
import { resolveSources } from '#queries/sources.ts';

/** An article with everything that a page prints: references resolved, reading time counted. */
export interface Article extends Omit<ArticleFront, 'sources' | 'related'> {
  readonly id: string;
  readonly minutes: number;
  readonly sources: readonly Source[];
  readonly related: readonly ArticleCard[];
  readonly entry: CollectionEntry<'articles'>;
}

/** What a list shows of an article. */
export type ArticleCard = Pick<ArticleFront, 'title' | 'description' | 'cover' | 'family' | 'question'> & { id: string; minutes: number };

function cardOf(entry: CollectionEntry<'articles'>): ArticleCard {
  const { title, description, cover, family, question } = entry.data;
  return { id: localeOf(entry.id).id, title, description, cover, family, question, minutes: readingMinutes(entry.body ?? '') };
}

const loaded = new Map<Locale, Promise<readonly Article[]>>();

/** All articles of a language, by the reader's question, then by title. Throws on a related article that does not exist. */
export function getArticles(locale: Locale): Promise<readonly Article[]> {
  // In `astro dev` an editor's change must show; a build reads once, though fifty pages ask.
  const articles = (import.meta.env.DEV ? undefined : loaded.get(locale)) ?? load(locale);
  loaded.set(locale, articles);
  return articles;
}

async function load(locale: Locale): Promise<readonly Article[]> {
  const entries = await getCollection('articles', (entry) => localeOf(entry.id).locale === locale);
  const cards = new Map(entries.map((entry) => [localeOf(entry.id).id, cardOf(entry)]));
  const articles: Article[] = [];
  for (const entry of entries) {
    const { id } = localeOf(entry.id);
    const related = entry.data.related.map((name) => {
      const card = cards.get(name);
      if (card === undefined || name === id) throw new Error(`content/articles/${entry.id}.mdx: the related article «${name}» does not exist or is the article itself; use another file name of this folder.`);
      return card;
    });
    const sources = await resolveSources(entry.data.sources, `content/articles/${entry.id}.mdx`);
    checkMarks(entry, sources.length);
    articles.push({ ...entry.data, id, minutes: cards.get(id)?.minutes ?? 1, sources, related, entry });
  }
  return articles.sort((a, b) => questions.indexOf(a.question) - questions.indexOf(b.question) || a.title.localeCompare(b.title, locale));
}

/** Every `<Fuente n={…} />` points at a listed source, and every listed source is used. */
function checkMarks(entry: CollectionEntry<'articles'>, count: number): void {
  const used = new Set([...(entry.body ?? '').matchAll(/<Fuente n=\{(\d+)\}/g)].map((match) => Number(match[1])));
  const file = `content/articles/${entry.id}.mdx`;
  for (const n of used) if (n < 1 || n > count) throw new Error(`${file}: <Fuente n={${n}} /> points past the ${count} sources of the front matter.`);
  for (let n = 1; n <= count; n += 1) if (!used.has(n)) throw new Error(`${file}: source ${n} («${entry.data.sources[n - 1]}») is listed but no sentence uses it; cite it or take it out.`);
}
