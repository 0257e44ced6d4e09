import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { levels } from '../../src/domain/quiz/quiz.ts';
import { bytesOf, files, pages, visibleText } from './built.ts';

interface Plan {
  readonly purpose: string;
  readonly steps: readonly { readonly title: string; readonly does: string }[];
}
const html = (path: string): string => {
  const found = pages.find((page) => page.path === path);
  if (found === undefined) throw new Error(`${path} was not built`);
  return found.html;
};
const said = (path: string): string => visibleText(html(path));
const plan = (id: string) => parse(readFileSync(`content/class-sessions/es/${id}.yaml`, 'utf8')) as Plan;
const LENGTHS = [45, 90];
const isDocument = (file: string): boolean => bytesOf(file).subarray(0, 2).toString('latin1') === 'PK';

describe('a teacher at the shelf of session plans', () => {
  it('finds every plan, its document, its worksheet and its key, and the papers of the pack', () => {
    const shelf = html('/docentes/sesiones/');
    for (const id of levels) for (const end of ['/', '.docx', '/ficha/', '/clave/']) expect(shelf).toContain(`href="/docentes/sesiones/${id}${end}"`);
    for (const paper of ['/docentes/sesiones/tarjetas/', '/docentes/material/dados/', '/docentes/material/carta-a-la-familia/']) {
      expect(shelf).toContain(`href="${paper}"`);
      expect(html('/docentes/material/')).toContain(`href="${paper}"`);
    }
    expect(html('/docentes/')).toContain('href="/docentes/material/"');
    expect(html('/docentes/')).toContain('href="/docentes/sesiones/"');
  });
});

describe.each(levels)('the plan «%s»', (id) => {
  const path = `/docentes/sesiones/${id}/`;

  it('says its purpose and every step, and ends with its sources', () => {
    const { purpose, steps } = plan(id);
    const text = said(path);
    for (const words of ['Propósito', purpose, 'Materiales', 'Evidencia', 'lista de cotejo', 'Metacognición', 'Familia', ...steps.map(({ title }) => title), ...steps.map(({ does }) => does)]) expect(text).toContain(words);
    expect(html(path)).toContain('id="fuente-2"');
  });

  it.each(LENGTHS)('as it is printed, has minutes that add up to %i, with inicio, desarrollo and cierre', (length) => {
    const parts = [...html(path).matchAll(/<h3[^>]*>(Inicio|Desarrollo|Cierre):[\s\S]*?<\/h3>\s*<p[^>]*>([\s\S]*?)<\/p>/g)];
    const minutes = parts.map(([, moment = '', times = '']) => ({ moment, minutes: Number(new RegExp(`de ${length} min: (\\d+) min`).exec(visibleText(times))?.[1] ?? 0) }));
    expect(minutes.length).toBe(plan(id).steps.length);
    expect(minutes.reduce((sum, each) => sum + each.minutes, 0)).toBe(length);
    for (const moment of ['Inicio', 'Desarrollo', 'Cierre']) expect(minutes.some((each) => each.moment === moment && each.minutes > 0), moment).toBe(true);
  });

  it('keeps the box «si alguien te cuenta algo», with whom to call', () => {
    const box = /<section class="care"[\s\S]*?<\/section>/.exec(html(path))?.[0] ?? '';
    expect(visibleText(box)).toMatch(/Si alguien te cuenta algo.*No prometas secreto.*1818, opción 1.*105/);
  });

  it('has a worksheet without the answers, and its key on another page that is not found by searching', () => {
    const [sheet, key] = [html(`${path}ficha/`), html(`${path}clave/`)];
    expect(visibleText(sheet)).not.toMatch(/Respuesta [ABCD]/);
    expect(visibleText(key).match(/Respuesta [ABCD]/g)?.length).toBe(sheet.match(/<li data-item/g)?.length);
    expect(key).toContain('content="noindex"');
    expect(key).toContain('id="fuente-1"');
  });

  it('can be edited: plan, worksheet and key', () => {
    for (const end of ['', '-ficha', '-clave']) expect(isDocument(`docentes/sesiones/${id}${end}.docx`)).toBe(true);
  });
});

describe('the story dice', () => {
  const page = html('/docentes/material/dados/');

  it('are four nets of a cut line and twelve folds, with a drawing on each face that the page holds', () => {
    expect(page.match(/class="cut"/g)).toHaveLength(4);
    expect(page.match(/class="fold"/g)).toHaveLength(4 * 12);
    const held = new Set([...page.matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id));
    const used = [...page.matchAll(/<use href="#([^"]+)"/g)].map(([, id]) => id);
    expect(used).toHaveLength(2 * 24);
    expect(used.filter((id) => !held.has(id))).toEqual([]);
  });

  it('say their words to a screen reader too, with a mark and a word for what is heard', () => {
    const nets = /<svg class="net"/.test(page) && !/<svg class="net"(?![^>]*aria-hidden="true")/.test(page);
    expect(nets).toBe(true);
    const text = said('/docentes/material/dados/');
    for (const words of ['Una empresa con nombre y RUC', 'Que no le cuentes a nadie', 'Se comprueba', 'Señal', 'Depende', 'Nadie cuenta su vida']) expect(text).toContain(words);
    expect(page).toContain('id="fuente-1"');
  });
});

describe('the letter to the family', () => {
  it('has room for school and date, three questions, the numbers of the directory and their day', () => {
    const text = said('/docentes/material/carta-a-la-familia/');
    expect(text).toMatch(/Institución educativa:.*Fecha:/);
    const [, questions = ''] = /Tres preguntas para conversar en casa(.*)A quién llamar/.exec(text) ?? [];
    expect(questions.match(/¿[^?]+\?/g)).toHaveLength(3);
    for (const number of ['1818', '100', '114', '105']) expect(text).toMatch(new RegExp(`\\b${number}\\b`));
    expect(text).toMatch(/hasta el \d{1,2} de \p{L}+ de \d{4}/u);
    expect(text).toContain('No es una página del Estado');
  });

  it('can be edited', () => {
    expect(files).toContain('docentes/material/carta-a-la-familia.docx');
    expect(isDocument('docentes/material/carta-a-la-familia.docx')).toBe(true);
  });
});
