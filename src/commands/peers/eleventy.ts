import { listOf, markdownFile } from './articles.ts';
import { staticPeer } from './static-peer.ts';

const address = (slug: string): string => `/articulos/${slug}/`;

/** What Pagefind's own guide says to put where the search is to stand. */
const PAGEFIND = `<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div>
<script>window.addEventListener('DOMContentLoaded', () => { new PagefindUI({ element: '#search', showSubResults: true }); });</script>
`;

/** A theme as small as a blog's can be: two kilobytes of style inside the page, and no script of its own. `head` stands above the article. */
const layout = (head: string): string => `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<meta name="description" content="{{ description }}">
<style>
:root { color-scheme: light dark; --ink: #222; --paper: #fff; --line: #ddd; --link: #0b4f8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #15181c; --line: #444; --link: #8cc4ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; color: var(--ink); background: var(--paper); font: 1.05rem/1.6 system-ui, sans-serif; }
header, footer { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: .75rem 0; border-bottom: 1px dashed var(--line); }
footer { border: 0; border-top: 1px dashed var(--line); margin-top: 3rem; }
a { color: var(--link); }
header a, footer a { display: inline-block; padding: .6rem 0; text-decoration: none; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.35rem; line-height: 1.3; margin-top: 2.2rem; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1.5rem 0; padding: .25rem 1rem; border-left: 4px solid var(--line); }
li { margin: .35rem 0; }
</style>
</head>
<body>
<header><a href="/"><strong>Artículos</strong></a>${head}</header>
<main{% if page.url != '/' and page.url != '/buscar/' %} data-pagefind-body{% endif %}>
<h1>{{ title }}</h1>
{{ content }}
</main>
<footer><a href="/">Todos los artículos</a></footer>
</body>
</html>
`;

/** Eleventy has no theme of its own: the least that is a site, with Pagefind and its default interface, here or there. */
const made = (name: string, everywhere: boolean) =>
  staticPeer({
    name,
    main: '@11ty/eleventy',
    packages: { '@11ty/eleventy': '3.1.8', pagefind: '1.6.0' },
    files: (articles) => ({
      'eleventy.config.mjs': `export default function (config) {
  config.addPassthroughCopy({ 'assets': '/' });
  return { dir: { input: 'pages', includes: '../layouts', output: 'site' }, markdownTemplateEngine: false };
}
`,
      'layouts/base.liquid': layout(everywhere ? PAGEFIND : '<nav><a href="/buscar/">Buscar</a></nav>'),
      ...(everywhere ? {} : { 'pages/buscar.html': `---\ntitle: Buscar\nlayout: base.liquid\npermalink: /buscar/\n---\n${PAGEFIND}` }),
      'pages/index.md': `---\ntitle: Artículos\nlayout: base.liquid\n---\n\n${listOf(articles, address)}\n`,
      ...Object.fromEntries(articles.map((article) => [`pages/articulos/${article.slug}.md`, markdownFile(article, 'layout: base.liquid\n')])),
    }),
    assets: 'assets',
    commands: [['eleventy'], ['pagefind', '--site', 'site']],
    dist: 'site',
    article: address,
    ...(everywhere ? {} : { searchPage: '/buscar/' }),
    box: { field: '.pagefind-ui__search-input', first: '.pagefind-ui__result' },
  });

/** The search stands in every page, as the other peers have it. */
export const eleventy = made('Eleventy', true);
/** The search has a page of its own, as ours has: an article with nothing but text, picture and style. The hardest to beat. */
export const bareEleventy = made('Eleventy without search', false);
