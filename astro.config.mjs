// @ts-check
import { readFileSync } from 'node:fs';
import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { parse } from 'yaml';
import { leanAge } from './src/build/lean-age.ts';
import { finishPages } from './src/build/finish-pages.ts';
import { hashList } from './src/build/hash-list.ts';
import { offlineFiles } from './src/build/offline-files.ts';
import { ocrFiles } from './src/build/ocr-files.ts';
import { pictures } from './src/build/pictures/pictures.ts';
import { policy } from './src/build/policy.ts';
import { reactByPreact } from './src/build/react-by-preact.ts';
import { searchIndex } from './src/build/search-index.ts';
import { sideBySide } from './src/build/side-by-side.ts';
import { sitemap } from './src/build/sitemap.ts';
import { storeAside } from './src/build/store-aside.ts';
import { uniqueNames } from './src/build/unique-names.ts';
import { buildDay } from './src/domain/build-day.ts';

const day = buildDay(process.env, new Date());
const { address } = parse(readFileSync('./content/site.yaml', 'utf8'));

/** @type {Map<string, string>} Path in the built folder → SHA-256, of what a step wrote and nobody changes after it. */
const written = new Map();
const search = searchIndex(written);

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
    // While one page is written to the disk the next is made.
    concurrency: 4,
  },
  markdown: { syntaxHighlight: false },
  security: { csp: policy },
  vite: { plugins: [reactByPreact(), leanAge()], build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  integrations: [uniqueNames(), storeAside(), mdx(), react(), pictures(written), ocrFiles(), finishPages(written, search.add), sideBySide(search.integration, sitemap(address), offlineFiles(day)), hashList(day, written)],
});
