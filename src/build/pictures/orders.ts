import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { defaultLocale } from '#domain/locale.ts';
import { families, type Family } from '#domain/poster/family.ts';

/** A picture to be drawn: its address below the site's root, its words and inks; a cover's size, or the name below a share picture. */
export interface PictureOrder {
  readonly path: string;
  readonly words: string;
  readonly family: Family;
  readonly as: { readonly kind: 'cover'; readonly width: number; readonly height: number } | { readonly kind: 'share'; readonly foot: string };
}

/** Covers as files of their own: in a list, and wide or tall at the head of an article. They never hold back the text. */
const SHAPES = [
  ['', 640, 400],
  ['-alta', 640, 330],
  ['-ancha', 1200, 360],
] as const;

/** The lines of a text's head that say what its picture shows; a value may go on in indented lines. */
const PICTURED = /^(?:cover|family):.*(?:\n[ \t].*)*/gm;

interface Poster {
  readonly id: string;
  readonly words: string;
  readonly family: Family;
}

/** Words and family of each text in a folder, without reading the rest of it. Throws a sentence with the file's name. */
function postersIn(folder: string): Poster[] {
  const files = (readdirSync(folder, { recursive: true, encoding: 'utf8' })).filter((name) => /\.(?:mdx|ya?ml)$/.test(name)).sort();
  return files.map((name) => {
    const file = join(folder, name);
    const [, head = ''] = /^(?:---\n)?([\s\S]*?)(?:\n---\n|$)/.exec(readFileSync(file, 'utf8').replaceAll('\r\n', '\n')) ?? [];
    const { cover, family } = (parse((head.match(PICTURED) ?? []).join('\n')) ?? {}) as { cover?: unknown; family?: unknown };
    if (typeof cover !== 'string' || !families.includes(family as Family)) throw new Error(`${file}: its head needs a cover, and a family out of ${families.join(', ')}.`);
    return { id: basename(name, extname(name)), words: cover, family: family as Family };
  });
}

/** Every picture that goes with the texts of the site: three covers an article, and what WhatsApp shows beside a link. */
export function pictureOrders(content = 'content'): PictureOrder[] {
  const { name } = parse(readFileSync(join(content, 'site.yaml'), 'utf8')) as { name: string };
  const share = (card: string, words: string, family: Family): PictureOrder => ({ path: `compartir/${card}.png`, words, family, as: { kind: 'share', foot: name } });
  const covers = ({ id, words, family }: Poster): PictureOrder[] => SHAPES.map(([shape, width, height]) => ({ path: `portadas/${id}${shape}.svg`, words, family, as: { kind: 'cover', width, height } }));
  return [
    share('sin-trampa', 'TRABAJO SÍ, TRAMPA NO', 'oferta'),
    share('historias', 'TÚ DECIDES', 'familia'),
    ...postersIn(join(content, 'stories', defaultLocale)).map(({ id, words, family }) => share(`historia-${id}`, words, family)),
    ...postersIn(join(content, 'articles', defaultLocale)).flatMap((poster) => [...covers(poster), share(poster.id, poster.words, poster.family)]),
  ];
}
