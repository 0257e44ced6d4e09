import { parse as parseGift } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import type { OwnItem, ReadyItem } from '#domain/own-set/own-set.ts';
import { itemsOf } from '#domain/own-set/take.ts';
import { gift } from '#domain/quiz/gift.ts';
import { singleFile } from '#domain/quiz/single-file.ts';
import { quizTable } from '#domain/quiz/table.ts';
import words from '../../../content/interface/es/take-along.json' with { type: 'json' };
import { anOwn } from './a-set.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';
const ready: ReadyItem = { id: 'secundaria-1-2/regalo', about: 'tecnica', topic: 'urgencia', question: '¿Qué busca?', right: 0, talk: 'Hablen.', options: [{ text: 'Confianza', feedback: 'Eso es.' }, { text: 'Nada', feedback: 'Mira otra vez.' }, { text: 'Jugar', feedback: 'No solo.' }] };
const take = (...own: readonly OwnItem[]) => ({ title: 'Mi conjunto', intro: 'Conversen.', items: itemsOf({ title: '', entries: ['secundaria-1-2/regalo', ...own, 'otro/falta'] }, new Map([[ready.id, ready]]), 'De tu docente') });
const hostile = anOwn({ question: HOSTILE, scene: `[html]${HOSTILE}`, options: [{ text: HOSTILE, feedback: '[html]<b>ya</b>' }, { text: '=1+1', feedback: '=SUM(A1)' }] });
interface Told { type: string; title: string; stem: { format: string; text: string }; choices: { isCorrect: boolean; text: { format: string; text: string }; feedback: { format: string; text: string } }[] }
const told = (text: string) => (parseGift(text) as Told[]).filter(({ type }) => type === 'MC');

describe('a teacher takes an own set along', () => {
  it('with what was picked and what was written, in order, the own ones marked', () => {
    expect(take(anOwn()).items.map(({ id, mark }) => [id, mark])).toEqual([['secundaria-1-2-regalo', undefined], ['docente-2', 'De tu docente']]);
  });

  it('in one file: marked, without a talk that nobody wrote, and what looks like HTML stays text', () => {
    const html = singleFile(take(anOwn(), hostile), words.page);
    expect(html.match(/· De tu docente<\/h2>/g)).toHaveLength(2);
    expect(html.match(/class="t"/g)).toHaveLength(1);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('to Moodle as plain text, so that nothing written here runs there', () => {
    const [first, own, bad] = told(gift(take(anOwn(), hostile)));
    expect([first?.stem.format, own?.choices.map(({ isCorrect }) => isCorrect)]).toEqual(['moodle', [false, true]]);
    expect(bad?.stem).toMatchObject({ format: 'plain', text: expect.stringContaining(HOSTILE) as string });
    expect(bad?.choices[0]?.text).toMatchObject({ format: 'plain', text: HOSTILE });
    expect(bad?.choices[0]?.feedback).toMatchObject({ format: 'plain', text: '[html]<b>ya</b>' });
  });

  it('to Excel, where nothing written here runs as a formula', () => {
    const table = quizTable(take(hostile), words.table);
    expect(table).toContain("'=1+1");
    expect(table).not.toMatch(/(^|[;"])=/m);
  });
});
