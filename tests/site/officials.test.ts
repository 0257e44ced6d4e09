import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import officials from '../../content/interface/es/officials.json' with { type: 'json' };
import { pages, visibleText } from './built.ts';

const page = (path: string): string => {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} was not built`);
  return found.html;
};
const main = (path: string): string => /<main[\s\S]*<\/main>/.exec(page(path))?.[0] ?? '';
const marks = (html: string): number[] => [...html.matchAll(/class="mark"[^>]*><a href="#fuente-(\d+)"/g)].map(([, n]) => Number(n));
const places = (html: string): number[] => [...html.matchAll(/<li id="fuente-(\d+)"/g)].map(([, n]) => Number(n));
const rows = new Map(readdirSync('content/services/nacional').map((name) => {
  const row = parse(readFileSync(`content/services/nacional/${name}`, 'utf8')) as { id: string; phones?: { printed: string }[]; advice: string; sourceDate: string };
  return [row.id, row] as const;
}));

describe('whoever attends people reads /operadores/', () => {
  it('and finds six lessons, the card, the campaign, the norms with their sources', () => {
    const html = main('/operadores/');
    const lessons = readdirSync('content/lessons/es').map((name) => `/operadores/${name.replace('.mdx', '')}/`);
    expect(lessons).toHaveLength(6);
    for (const href of [...lessons, '/operadores/tarjeta/', '/campana/']) expect(html).toContain(`href="${href}"`);
    expect(marks(html)).toHaveLength(officials.law.length);
    expect(new Set(marks(html))).toEqual(new Set(places(html)));
    expect(visibleText(html)).toContain('No es un curso del Estado');
  });

  it('and is led to a manual where its page may be linked, and told to ask its publisher where not', () => {
    const sources = new Map((parse(readFileSync('content/sources.yaml', 'utf8')) as { id: string; url?: string; linkable: boolean }[]).map((each) => [each.id, each]));
    const html = main('/operadores/');
    for (const manual of officials.manuals) {
      expect(visibleText(html)).toContain(manual.title);
      const source = 'source' in manual ? sources.get(manual.source ?? '') : undefined;
      if (source?.linkable === true) expect(html).toContain(`href="${source.url ?? ''}"`);
    }
    expect(visibleText(html)).toContain('Directiva 001-2023-SUNAFIL/DINI');
    for (const { url, linkable } of sources.values()) if (!linkable && url !== undefined) expect(html.includes(`href="${url}"`)).toBe(false);
  });
});

describe('the card for the desk', () => {
  const html = main('/operadores/tarjeta/');
  const text = visibleText(html);

  it('gives each fact a mark, and each mark its source, on the screen and in short on paper', () => {
    const listed = places(html);
    expect(new Set(marks(html))).toEqual(new Set(listed));
    expect(listed.length).toBeGreaterThanOrEqual(12);
    for (const n of listed) expect(/class="small paper"[^>]*>[\s\S]*?<\/p>/.exec(html)?.[0]).toMatch(new RegExp(`[ >]${n} \\p{L}|[ >]${n} \\d`, 'u'));
  });

  it('prints the numbers of the directory and no others, each with where it is from and from when', () => {
    const shown = [...html.matchAll(/data-number="([^"]+)"/g)].map(([, number]) => number);
    expect(shown).toEqual(officials.card.calls.map(({ service }) => rows.get(service)?.phones?.[0]?.printed));
    expect((text.match(/[Ss]egún (una )?fuentes?/g) ?? []).length).toBeGreaterThanOrEqual(shown.length);
    expect(text).toContain('Nadie de esta web ha llamado');
  });

  it('says the first words, what not to ask and what not to do, and no shelter’s place', () => {
    for (const part of ['Usted no está en problemas', 'No preguntes', 'No hagas', 'cara a cara', 'No tomes fotos', 'dónde queda un albergue']) expect(text).toContain(part);
    expect(text).not.toMatch(/\b(Av|Jr|Calle)\.? [A-Z]/);
  });
});
