import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { publicAddress } from '../../src/domain/campaign/public-address.ts';
import { pages, visibleText } from './built.ts';

const page = (path: string): string => {
  const found = pages.find((each) => each.path === path);
  if (found === undefined) throw new Error(`${path} was not built`);
  return found.html;
};
const FOLDER = 'content/campaign/pieces/es';
const pieces = readdirSync(FOLDER).map((name) => ({ id: name.replace('.yaml', ''), ...(parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as { form: string; title: string; numbers: { service: string }[] }) }));
const rowOf = (id: string) => parse(readFileSync(`content/services/nacional/${id}.yaml`, 'utf8')) as { phones: { printed: string }[]; advice: string; verifiedOn: string | null };
/** What comes out of the printer: the sheet, without the page around it. */
const sheet = (id: string): string => {
  const html = page(`/campana/${id}/`);
  const [from, to] = [html.indexOf('data-sheet='), html.indexOf('no-print flow after')];
  if (from === -1 || to < from) throw new Error(`/campana/${id}/ has no sheet before its sources.`);
  return html.slice(from, to);
};
const { address } = parse(readFileSync('content/site.yaml', 'utf8')) as { address: string };

describe('/campana/', () => {
  const html = page('/campana/');

  it('leads to every sheet, to the desk card, and says what to know before handing a paper to anybody', () => {
    const doors = new Map([...html.matchAll(/href="\/campana\/([^"/]+)\/"[^>]*>([^<]+)<\/a><\/h3>/g)].map(([, id, title]) => [id, title]));
    expect(doors).toEqual(new Map(pieces.map(({ id, title }) => [id, title])));
    expect(html.includes('href="/operadores/tarjeta/"')).toBe(true);
    expect(visibleText(html)).toContain('puede poner en riesgo');
  });

  it('tells of each date who set it, with a source on the page, and one act', () => {
    const places = [...html.matchAll(/<li id="fuente-(\d+)"/g)].map(([, n]) => n);
    const marks = [...html.matchAll(/href="#fuente-(\d+)"/g)].map(([, n]) => n);
    expect(new Set(marks)).toEqual(new Set(places));
    const days = html.split(/<time datetime="/).slice(1);
    expect(days.map((day) => day.slice(0, 5))).toEqual(['02-01', '03-30', '06-12', '07-30', '09-23', '12-18']);
    for (const day of days) {
      expect(day).toContain('class="mark"');
      expect(day.match(/Haz esto:/g)).toHaveLength(1);
    }
  });

  it('is found from the foot of every page and from /operadores/', () => {
    expect(page('/').includes('href="/campana/"')).toBe(true);
    expect(page('/operadores/').includes('href="/campana/"')).toBe(true);
  });
});

describe.each(pieces)('the sheet $id', ({ id, form, numbers }) => {
  it('carries the numbers of the directory and no others', () => {
    const wanted = new Set(numbers.map(({ service }) => rowOf(service).phones[0]?.printed));
    expect(new Set([...sheet(id).matchAll(/data-number="([^"]+)"/g)].map(([, number]) => number))).toEqual(wanted);
    for (const { service } of numbers) expect(rowOf(service).advice).not.toBe('do-not-publish');
  });

  it('says of each number from when it is, that nobody called, and the day it was made', () => {
    const text = visibleText(sheet(id));
    expect((text.match(/[Ss]egún (una )?fuentes?/g) ?? []).length).toBeGreaterThanOrEqual(numbers.filter(({ service }) => rowOf(service).verifiedOn === null).length);
    expect(text).toContain('Nadie de esta página los ha llamado');
    expect(text).toContain('No es del Estado');
    expect(text).toMatch(/Hoja del \d{1,2} de \p{L}+ de \d{4}/u);
    expect(text).not.toMatch(/gratis|gratuit|24 horas/i);
  });

  it('warns whoever hands it out, on the page and not on the paper', () => {
    expect(visibleText(page(`/campana/${id}/`))).toContain('Antes de repartir');
    expect(sheet(id)).not.toContain('Antes de repartir');
  });

  it('has a code only where it leads to this site, and says why where it has none', () => {
    const html = page(`/campana/${id}/`);
    const code = /data-qr="([^"]+)"/.exec(html)?.[1];
    expect(code).toBe(form === 'poster' ? publicAddress(address)?.href : undefined);
    expect(/data-no-qr/.test(html)).toBe(code === undefined);
    if (code === undefined) expect(visibleText(html)).toMatch(form === 'poster' ? /no lleva código QR: su dirección/ : /a propósito/);
  });
});

describe('paper that somebody may find', () => {
  it.each(['tiras', 'tarjeta-de-bolsillo'])('%s never says what it is about, nor whose it is', (id) => {
    expect(visibleText(sheet(id))).not.toMatch(/\btrata\b|v[ií]ctima|explota|sin trampa/i);
    expect(page(`/campana/${id}/`).includes('data-neutral-title')).toBe(true);
  });

  it('comes in ten strips', () => {
    const [, cut = ''] = sheet('tiras').split('class="cut"');
    expect(cut.match(/<b[\s>][^<]*1818<\/b>|<b[^>]*>1818</g)).toHaveLength(10);
  });
});
