import { listOf, markdownFile } from './articles.ts';
import { staticPeer } from './static-peer.ts';

const address = (slug: string): string => `/articulos/${slug}/`;

/** Docusaurus with its classic theme; Algolia would be a third party, so the local search that most sites take instead. */
export const docusaurus = staticPeer({
  name: 'Docusaurus',
  main: '@docusaurus/core',
  packages: { '@docusaurus/core': '3.10.2', '@docusaurus/preset-classic': '3.10.2', '@easyops-cn/docusaurus-search-local': '0.55.3', '@mdx-js/react': '3.1.1', react: '19.3.1', 'react-dom': '19.3.1' },
  files: (articles) => ({
    'docusaurus.config.mjs': `export default {
  title: 'Artículos', url: 'http://localhost', baseUrl: '/', trailingSlash: true, onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'es', locales: ['es'] },
  markdown: { format: 'detect' },
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  themes: [['@easyops-cn/docusaurus-search-local', { hashed: true, language: ['es'], indexBlog: false, docsRouteBasePath: '/' }]],
  themeConfig: { navbar: { title: 'Artículos' } },
};
`,
    'docs/index.md': `---\ntitle: Artículos\nslug: /\n---\n\n${listOf(articles, address)}\n`,
    ...Object.fromEntries(articles.map((article) => [`docs/articulos/${article.slug}.md`, markdownFile(article)])),
  }),
  assets: 'static',
  commands: [['docusaurus', 'build']],
  dist: 'build',
  hashed: '/assets/*',
  article: address,
  // Its field stands in the page before it listens: what is typed then is lost, so the wait is until it listens.
  box: { field: 'html[data-has-hydrated=true] .navbar__search-input', first: '[class*=dropdownMenu] [class*=hitWrapper]' },
});
