import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import words from '../../content/interface/es/class-pack.json' with { type: 'json' };
import sessionWords from '../../content/interface/es/class-session.json' with { type: 'json' };
import { letterDocx } from '#build/docx/letter.ts';
import { keyDocx, worksheetDocx } from '#build/docx/worksheet.ts';
import { familyLetterSchema } from '#domain/class-session/family-letter.ts';
import { FACE_LINE, shortLines, storyDiceSchema } from '#domain/class-session/story-dice.ts';
import { pickItems, worksheetSchema, type ReadyWorksheet, type Worksheet } from '#domain/class-session/worksheet.ts';
import { levels, quizSchema } from '#domain/quiz/quiz.ts';
import { countText, inflesz } from '#domain/readability.ts';
import { loadDirectory } from '../../src/commands/directory-files.ts';

const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const known = new Set((yaml('content/sources.yaml') as { id: string }[]).map(({ id }) => id));
const dice = storyDiceSchema.parse(yaml('content/story-dice/es.yaml'));
const letter = familyLetterSchema.parse(yaml('content/family-letter/es.yaml'));
const sheetOf = (level: string): Worksheet => worksheetSchema.parse(yaml(`content/worksheets/es/${level}.yaml`));
const quizOf = (level: string) => quizSchema.parse(yaml(`content/quizzes/es/${level}.yaml`));
const { services } = loadDirectory();
const reads = (texts: readonly string[]) => inflesz(countText(texts.map((text) => (/[.!?»:]$/u.test(text) ? text : `${text}.`)).join(' \n')));
const wordsIn = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const problem = (schema: z.ZodType, value: unknown): string => schema.safeParse(value).error?.issues.map(({ message }) => message).join(' ') ?? '';

describe('the story dice', () => {
  it('let good offers be rolled: at least two faces of each of the first three dice speak for the offer', () => {
    for (const { title, faces } of dice.dice.slice(0, 3)) expect(faces.filter(({ hears }) => hears === 'a-favor').length, title).toBeGreaterThanOrEqual(2);
  });

  it('have a drawing of ours for every face, each another one, and no drawing that nobody sees', () => {
    const used = dice.dice.flatMap(({ faces }) => faces.map(({ drawing }) => drawing));
    expect(used.toSorted()).toEqual(readdirSync('src/components/class-session/dice').map((name) => name.replace('.svg', '')).sort());
  });

  it('name signs that exist', () => {
    for (const { says, hears, sign } of dice.dice.flatMap(({ faces }) => faces))
      if (sign !== undefined) expect(existsSync(`content/${hears === 'senal' ? 'warning' : 'reassuring'}-signs/${sign}.yaml`), says).toBe(true);
  });

  it('fit their words on the face', () => {
    for (const { says } of dice.dice.flatMap(({ faces }) => faces)) {
      expect(shortLines(says, FACE_LINE).length).toBeLessThanOrEqual(3);
      expect(Math.max(...shortLines(says, FACE_LINE).map(({ length }) => length)), says).toBeLessThanOrEqual(FACE_LINE);
    }
  });

  it('tell an editor who makes every face a trap what a class would learn', () => {
    const all = structuredClone(dice);
    for (const face of all.dice[0]?.faces ?? []) Object.assign(face, { hears: 'depende', sign: undefined });
    expect(problem(storyDiceSchema, all)).toContain('a class learns that everything is a trap');
  });

  it('refuse a face that is a sign and does not say which', () => {
    const all = structuredClone(dice);
    delete all.dice[0]?.faces[1]?.sign;
    expect(problem(storyDiceSchema, all)).toContain('names which one');
  });

  it('are explained without effort (INFLESZ)', () => {
    expect(reads([dice.lead, ...dice.play, ...dice.close, ...dice.dice.flatMap(({ faces }) => faces.map(({ note }) => note))])).toBeGreaterThanOrEqual(65);
  });
});

describe('the letter to the family', () => {
  it('reads without effort, and alarms nobody', () => {
    const said = [letter.greeting, letter.opening, ...letter.talked, ...letter.questions, letter.calm, letter.reach, letter.origin];
    expect(reads(said)).toBeGreaterThanOrEqual(65);
    expect(said.join(' ')).not.toMatch(/peligros|v[ií]ctima|delincuen|mafia|secuestr|mata|murie|tragedia|urgente|alerta/iu);
  });

  it('takes its numbers from the directory, and rests on sources that exist', () => {
    for (const { id } of letter.call) expect(services.find((service) => service.id === id)?.phones.length, id).toBeGreaterThan(0);
    expect(letter.sources.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is the same editable document each day it is built for, with room to write and every question', async () => {
    const ready = { ...letter, call: [{ when: 'Por trata de personas', number: '1818', say: 'Marca la opción 1.' }] };
    const [first, second] = [await letterDocx(ready, '2026-11-28', '28 de noviembre de 2026'), await letterDocx(ready, '2026-11-28', '28 de noviembre de 2026')];
    expect(Buffer.compare(first, second)).toBe(0);
    for (const said of [letter.school, letter.date, ...letter.questions, '1818', letter.person]) expect(wordsIn(first)).toContain(said);
  });
});

describe('the worksheets', () => {
  it('there is one for every session', () => {
    expect(readdirSync('content/worksheets/es').sort()).toEqual(levels.map((level) => `${level}.yaml`).sort());
  });

  it.each(levels)('«%s» takes questions of its quiz, an honest offer among them, and rests on sources', (level) => {
    const sheet = sheetOf(level);
    expect(sheet.level).toBe(level);
    const items = pickItems(sheet, quizOf(level), level);
    expect(items.length).toBeGreaterThanOrEqual(4);
    expect(items.some(({ about }) => about === 'tecnica')).toBe(true);
    expect(sheet.sources.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(levels)('«%s» has no key that one letter passes', (level) => {
    const rights = pickItems(sheetOf(level), quizOf(level), level).map(({ right }) => right);
    expect(new Set(rights).size, rights.join()).toBeGreaterThanOrEqual(3);
  });

  it.each(levels)('«%s» asks nobody for a name or for what happened to them', (level) => {
    const { how, keep, tasks } = sheetOf(level);
    const asked = [how, ...tasks.flatMap(({ says, blanks }) => [says, ...blanks.map(({ label }) => label)])].join(' ');
    expect(asked).not.toMatch(/tu nombre|te pasó|tu historia|tu experiencia|tu dirección|tu teléfono/iu);
    expect(keep.length).toBeGreaterThan(0);
  });

  it.each(levels)('«%s» is read without effort (INFLESZ)', (level) => {
    const { how, keep, tasks } = sheetOf(level);
    expect(reads([how, keep, ...tasks.flatMap(({ says, blanks, key }) => [says, ...blanks.map(({ label }) => label), ...key])])).toBeGreaterThanOrEqual(level === 'operadores' ? 60 : 65);
  });

  it('tell an editor when a question is unknown, stands twice, or all are traps', () => {
    const quiz = quizOf('familias');
    expect(() => pickItems({ items: ['no-hay'] }, quiz, 'a.yaml')).toThrow('a.yaml: the quiz has no question «no-hay»');
    expect(() => pickItems({ items: ['hija-al-campamento', 'hija-al-campamento'] }, quiz, 'a.yaml')).toThrow('stands twice');
    expect(() => pickItems({ items: ['permiso-en-blanco'] }, quiz, 'a.yaml')).toThrow('put an honest offer');
  });

  it('become two documents: the sheet does not give the answers away, the key explains every option', async () => {
    const sheet = sheetOf('familias');
    const ready: ReadyWorksheet = { ...sheet, id: 'familias', items: pickItems(sheet, quizOf('familias'), 'a.yaml'), sources: [] };
    const [page, key] = [await worksheetDocx(ready, words, '2026-11-28'), await keyDocx(ready, words, '2026-11-28')];
    expect(Buffer.compare(page, await worksheetDocx(ready, words, '2026-11-28'))).toBe(0);
    for (const { question, options, talk } of ready.items) {
      expect(wordsIn(page)).toContain(question);
      for (const { text, feedback } of options) {
        expect(wordsIn(page)).toContain(text);
        expect(wordsIn(page)).not.toContain(feedback);
        expect(wordsIn(key)).toContain(feedback);
      }
      expect(wordsIn(key)).toContain(talk);
    }
  });
});

it('every short number that the pack writes in words is a number of the directory', () => {
  const dialled = new Set(services.flatMap(({ phones }) => phones.map(({ dial }) => dial)));
  const texts = [JSON.stringify(sessionWords.care), ...levels.map((level) => JSON.stringify(sheetOf(level).tasks)), JSON.stringify(dice)];
  const written = texts.flatMap((text) => [...text.matchAll(/(?:\b(?:al|línea|llama(?:r)? al|emergencias?|trata|violencia|ahora|opción 1\W*)[: ]+)(\d{3,4})\b/giu)].map(([, number = '']) => number));
  expect(written.length).toBeGreaterThanOrEqual(5);
  expect(written.filter((number) => !dialled.has(number))).toEqual([]);
});
