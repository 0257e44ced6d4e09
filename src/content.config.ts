import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { articleSchema, pageSchema } from '#domain/article.ts';
import { sourceSchema } from '#domain/source.ts';
import { siteSchema } from '#domain/site.ts';
import { uniqueEntries } from '#domain/unique.ts';
import { parse } from 'yaml';

/** A YAML list whose ids are unique, or the build stops. */
const list = (path: string) => file(path, { parser: (text) => uniqueEntries(parse(text), path) });
const folder = (name: string, pattern: string) => glob({ base: `./content/${name}`, pattern });

export const collections = {
  articles: defineCollection({ loader: folder('articles', '**/*.mdx'), schema: articleSchema }),
  pages: defineCollection({ loader: folder('pages', '**/*.mdx'), schema: pageSchema }),
  sources: defineCollection({ loader: list('content/sources.yaml'), schema: sourceSchema }),
  site: defineCollection({ loader: file('content/site.yaml', { parser: (text) => ({ site: parse(text) }) }), schema: siteSchema }),
};
