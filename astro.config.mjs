// @ts-check
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { parse } from 'yaml';
import { leanAge } from './src/build/lean-age.ts';
import { ocrFiles } from './src/build/ocr-files.ts';
import { policy } from './src/build/policy.ts';
import { reactByPreact } from './src/build/react-by-preact.ts';
import { searchIndex } from './src/build/search-index.ts';
import { sitemap } from './src/build/sitemap.ts';
import { uniqueNames } from './src/build/unique-names.ts';

const { address } = parse(readFileSync('./content/site.yaml', 'utf8'));

export default defineConfig({
  site: address,
  output: 'static',
  trailingSlash: 'always',
  // 'jsx', the default, glues words over line breaks: withastro/astro#17310.
  compressHTML: true,
  devToolbar: { enabled: false },
  prefetch: false,
  build: {
    format: 'directory',
    // Nothing but the document blocks the first paint: 400 ms saved on a slow line.
    inlineStylesheets: 'always',
  },
  markdown: { syntaxHighlight: false },
  security: { csp: policy },
  vite: { plugins: [reactByPreact(), leanAge()], build: { assetsInlineLimit: 0 } },
  integrations: [uniqueNames(), mdx(), react(), ocrFiles(), searchIndex(), sitemap(address)],
});
