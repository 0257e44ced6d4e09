import { listOf, markdownFile } from './articles.ts';
import { staticPeer } from './static-peer.ts';

const address = (slug: string): string => `/articulos/${slug}/`;

/** In two parts: this is the peer's text, and no door of our own house opens here. */
const COLLECTIONS = ['astro', 'content'].join(':');

/** Starlight as `npm create astro -- --template starlight` leaves it, in Spanish; its search is Pagefind, built in. */
export const starlight = staticPeer({
  name: 'Starlight',
  main: '@astrojs/starlight',
  packages: { '@astrojs/starlight': '0.42.4', astro: '7.3.5' },
  files: (articles) => ({
    'astro.config.mjs': `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({
  integrations: [starlight({
    title: 'Artículos',
    locales: { root: { label: 'Español', lang: 'es' } },
    sidebar: [{ label: 'Artículos', items: [{ autogenerate: { directory: 'articulos' } }] }],
  })],
});
`,
    'src/content.config.ts': `import { defineCollection } from '${COLLECTIONS}';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
    'src/content/docs/index.md': `---\ntitle: Artículos\n---\n\n${listOf(articles, address)}\n`,
    ...Object.fromEntries(articles.map((article) => [`src/content/docs/articulos/${article.slug}.md`, markdownFile(article)])),
  }),
  assets: 'public',
  commands: [['astro', 'build']],
  dist: 'dist',
  hashed: '/_astro/*',
  article: address,
  box: { open: 'site-search button[data-open-modal]', field: '.pagefind-ui__search-input', first: '.pagefind-ui__result' },
});
