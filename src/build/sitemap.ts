import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Writes sitemap.xml and names it in robots.txt; pages with `noindex` and the 404 stay out. */
export function sitemap(address: string): AstroIntegration {
  return {
    name: 'sin-trampa:sitemap',
    hooks: {
      'astro:build:done': ({ dir, pages }) => {
        const listed: string[] = [];
        for (const { pathname } of pages) {
          if (pathname.startsWith('404')) continue;
          const html = readFileSync(new URL(`${pathname}index.html`, dir), 'utf8');
          if (!html.includes('content="noindex"')) listed.push(`<url><loc>${address}/${pathname}</loc></url>`);
        }
        const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${listed.sort().join('\n')}\n</urlset>\n`;
        writeFileSync(new URL('sitemap.xml', dir), xml);
        writeFileSync(new URL('robots.txt', dir), `User-agent: *\nAllow: /\nSitemap: ${address}/sitemap.xml\n`);
      },
    },
  };
}
