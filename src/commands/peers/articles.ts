import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One of our articles as any site could have it: Markdown without components. */
export interface PlainArticle {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** Picture, text, the one thing to do, sources. No title. */
  readonly markdown: string;
}

/** Where each peer keeps the pictures, under the address that our own pages use. */
export const PICTURES = 'portadas';
/** The narrow cut of our cover, which a phone gets from us too. */
export const pictureOf = (slug: string): string => `${slug}-alta.svg`;

interface FrontMatter {
  readonly title: string;
  readonly description: string;
  readonly act: string;
  readonly sources: readonly string[];
}
interface Source {
  readonly id: string;
  readonly about: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  readonly linkable?: boolean;
}

const quoted = (text: string): string => text.trim().replaceAll(/^/gm, '> ');

/** Our three components in plain Markdown: a footnote's number, a message and a note as quotations. */
const plain = (mdx: string): string => mdx.replaceAll(/<Fuente n=\{(\d+)\} \/>/g, ' [$1](#fuentes)').replaceAll(/<(Mensaje|Aviso)>([\s\S]*?)<\/\1>/g, (_, __, inner: string) => quoted(inner));

/** All Spanish articles of `content/`. Throws when a source is unknown or a component is left in a text. */
export function readPlainArticles(content = 'content'): PlainArticle[] {
  const sources = new Map((parse(readFileSync(join(content, 'sources.yaml'), 'utf8')) as Source[]).map((source) => [source.id, source]));
  const folder = join(content, 'articles/es');
  return readdirSync(folder).filter((name) => name.endsWith('.mdx')).sort().map((name) => {
    const slug = name.replace('.mdx', '');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(folder, name), 'utf8')) ?? [];
    const { title, description, act, sources: used } = parse(front) as FrontMatter;
    const list = used.map((id, index) => {
      const source = sources.get(id);
      if (source === undefined) throw new Error(`${name}: no source «${id}».`);
      return `${index + 1}. ${source.about}. ${source.publisher}, ${source.date}${source.linkable === false ? '' : `: [abrir la página](${source.url})`}.`;
    });
    const picture = `<img src="/${PICTURES}/${pictureOf(slug)}" width="640" height="330" alt="">`;
    const markdown = [picture, description, plain(body).trim(), '## Una sola cosa, hoy', act, '## Fuentes', list.join('\n'), ''].join('\n\n');
    const left = /<[A-Z]\w*/.exec(markdown);
    if (left !== null) throw new Error(`${name}: ${left[0]}> has no plain form yet; say one in src/commands/peers/articles.ts.`);
    return { slug, title, description, markdown };
  });
}

/** An article as a Markdown file with the title in its front matter (JSON strings are YAML). */
export const markdownFile = ({ title, description, markdown }: PlainArticle, more = ''): string => `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n${more}---\n\n${markdown}`;

/** The list that stands on a peer's first page. */
export const listOf = (articles: readonly PlainArticle[], address: (slug: string) => string): string => articles.map(({ slug, title }) => `- [${title}](${address(slug)})`).join('\n');
