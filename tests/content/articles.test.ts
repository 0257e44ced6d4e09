import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleSchema, pageSchema } from '../../src/domain/article.ts';
import { countText, inflesz, plainText } from '../../src/domain/readability.ts';
import { sourceSchema } from '../../src/domain/source.ts';
import { uniqueEntries } from '../../src/domain/unique.ts';

const EASY = 65;
const read = (folder: string): { id: string; front: unknown; body: string }[] =>
  readdirSync(folder).filter((name) => name.endsWith('.mdx')).map((name) => {
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(`${folder}/${name}`, 'utf8')) ?? [];
    return { id: name.replace('.mdx', ''), front: parse(front), body };
  });

const articles = read('content/articles/es');
const pages = read('content/pages/es');
const sources = uniqueEntries(parse(readFileSync('content/sources.yaml', 'utf8')), 'content/sources.yaml');
/** Numbers that a text may print as a call; each stands in the directory too (tests/content/services.test.ts). */
const CALLS = new Set(['105', '1818', '100', '114', '1810']);

describe('the library', () => {
  it('has at least a dozen articles', () => {
    expect(articles.length).toBeGreaterThanOrEqual(12);
  });

  it.each(articles)('$id says what it is, for whom, from which sources, and ends with one act', ({ front, body }) => {
    expect(articleSchema.safeParse(front).error?.message).toBeUndefined();
    expect(body).toContain('## Haz esto hoy');
  });

  it.each(articles)('$id has 500 to 900 words', ({ body }) => {
    const { words } = countText(plainText(body));
    expect(words).toBeGreaterThanOrEqual(500);
    expect(words, 'shorten it: a reader on a phone leaves after 900 words').toBeLessThanOrEqual(900);
  });

  it.each([...articles, ...pages])('$id is easy to read (INFLESZ 65 or more)', ({ body }) => {
    expect(inflesz(countText(plainText(body)))).toBeGreaterThanOrEqual(EASY);
  });

  it.each(pages)('page $id has its front matter', ({ front }) => {
    expect(pageSchema.safeParse(front).error?.message).toBeUndefined();
  });

  it.each([...articles, ...pages])('$id prints no number that the directory does not carry', ({ body }) => {
    for (const [, number = ''] of body.matchAll(/\(tel:([^)]+)\)/g)) expect(CALLS).toContain(number);
  });

  it.each([...articles, ...pages])('$id blames nobody and promises nothing it cannot keep', ({ body }) => {
    const text = plainText(body).toLowerCase();
    const refused: [RegExp, string][] = [
      [/\bprostitu/, 'say «explotación sexual»: nobody who is trafficked prostitutes herself'],
      [/si denuncias,? no te deportan/, 'no Peruvian rule says so'],
      [/\beres (una )?víctima|\bno eres (una )?víctima/, 'no page says what a person is'],
      [/(la|esta|tu) oferta es segura|oferta segura/, 'no offer is called safe'],
      [/005-2016-in/, 'replaced by D.S. 007-2023-IN'],
      [/168-b/, 'forced labour is article 129-O'],
      [/\b1884\b/, 'press only, not verified'],
      [/0800-?2-?3232/, 'a dead line'],
      [/\bpor tu culpa\b|\bpor ingenu/, 'no blame'],
    ];
    for (const [pattern, why] of refused) expect(text, why).not.toMatch(pattern);
  });

  it('cites sources that are whole, each once', () => {
    for (const source of sources) expect(sourceSchema.safeParse(source).error?.message, source.id).toBeUndefined();
    const addresses = sources.map(({ url }) => url).filter((url) => url !== undefined);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});
