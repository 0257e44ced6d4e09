import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { proseComponents } from '../../src/build/prose/components.ts';
import { element, Html, inside } from '../../src/build/prose/html.ts';
import { prose } from '../../src/build/prose/loader.ts';

/** A template of src/components/prose without its head, its values put in. */
const template = (name: string, values: Readonly<Record<string, string>>): string =>
  readFileSync(`src/components/prose/${name}.astro`, 'utf8')
    .replace(/^---[\s\S]*?---/, '')
    .trim()
    .replaceAll(/=\{`([^`]*)`\}/g, '="$1"')
    .replaceAll(/\$?\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
    .replace('<slot />', values['slot'] ?? '');

describe('the text of an article, written while it loads', () => {
  it.each(['Fuente', 'Aviso'])('%s looks the same in an article and on any other page', (name) => {
    const written = proseComponents[name]?.({ n: 3, children: new Html('<p>Hola</p>') });
    expect(written?.text).toBe(template(name, { n: '3', slot: '<p>Hola</p>' }));
  });

  it('Mensaje is a chat bubble', () => {
    expect(proseComponents['Mensaje']?.({ children: new Html('<p>Hola</p>') }).text).toBe('<blockquote class="bubble"><p>Hola</p></blockquote>');
  });

  it('shows what an editor types and never runs it', () => {
    expect(inside(element('p', { children: ['¿5 < 6 & "tú"?', '<script>', 7, undefined, false] }))).toBe('<p>¿5 &lt; 6 &amp; &quot;tú&quot;?&lt;script&gt;7</p>');
    expect(element('a', { href: '/a/?x="1"&y', title: '', hidden: true, id: undefined, children: 'a' }).text).toBe('<a href="/a/?x=&quot;1&quot;&amp;y" title hidden>a</a>');
    expect(element('br', {}).text).toBe('<br>');
  });
});

describe('loading a folder of articles', () => {
  /** Loads one article through the loader as a build does, with Astro's own Markdown. */
  async function load(text: string): Promise<string | undefined> {
    const folder = mkdtempSync(join(tmpdir(), 'prose-'));
    try {
      writeFileSync(join(folder, 'a.mdx'), text);
      const { satteri } = (await import(createRequire(import.meta.resolve('@astrojs/mdx')).resolve('@astrojs/markdown-satteri'))) as { satteri: () => unknown };
      const stored = new Map<string, { id: string; rendered?: { html: string } }>();
      const context = {
        config: { root: pathToFileURL(`${folder}/`), srcDir: pathToFileURL(`${folder}/src/`), markdown: { processor: satteri() } },
        store: { keys: () => [], get: () => undefined, set: (entry: { id: string; rendered?: { html: string } }) => stored.set(entry.id, entry), delete: () => undefined },
        logger: { warn: () => undefined, error: () => undefined },
        entryTypes: new Map([['.mdx', { getEntryInfo: ({ contents }: { contents: string }) => ({ body: contents, data: {} }) }]]),
        parseData: async () => ({}),
        generateDigest: () => '1',
      };
      await prose(folder, '*.mdx').load(context as never);
      return stored.get('a')?.rendered?.html;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('writes its Markdown and its marks', async () => {
    expect(await load('## ¿Te pagan?\n\nMira **bien**<Fuente n={2} />.\n')).toBe('<h2 id="te-pagan">¿Te pagan?</h2>\n<p>Mira <strong>bien</strong><sup class="mark"><a href="#fuente-2">2</a></sup>.</p>');
  });

  it.each([
    ['a tag that is not closed', '<Aviso>\n\nOjo\n'],
    ['a component that articles do not have', 'Mira <Video id="1" />.\n'],
    ['an import', "import x from 'fs';\n\n{x}\n"],
  ])('stops the build at %s, and names the file', async (_, text) => {
    await expect(load(text)).rejects.toThrow(/a\.mdx: /);
  });
});
