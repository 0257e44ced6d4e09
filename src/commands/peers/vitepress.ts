import { listOf, markdownFile } from './articles.ts';
import { staticPeer } from './static-peer.ts';

const address = (slug: string): string => `/articulos/${slug}.html`;

/** VitePress with its default theme and the local search that it brings (MiniSearch). */
export const vitepress = staticPeer({
  name: 'VitePress',
  main: 'vitepress',
  packages: { vitepress: '1.6.4' },
  files: (articles) => ({
    '.vitepress/config.mjs': `export default {
  lang: 'es', title: 'Artículos', ignoreDeadLinks: true,
  themeConfig: { search: { provider: 'local' }, sidebar: [{ text: 'Artículos', items: ${JSON.stringify(articles.map(({ slug, title }) => ({ text: title, link: address(slug) })))} }] },
};
`,
    'index.md': `# Artículos\n\n${listOf(articles, address)}\n`,
    // The theme prints no title of its own.
    ...Object.fromEntries(articles.map((article) => [`articulos/${article.slug}.md`, markdownFile({ ...article, markdown: `# ${article.title}\n\n${article.markdown}` })])),
  }),
  assets: 'public',
  commands: [['vitepress', 'build']],
  dist: '.vitepress/dist',
  hashed: '/assets/*',
  article: address,
  box: { open: '.VPNavBarSearch button', field: '#localsearch-input', first: '.VPLocalSearchBox .result' },
});
