import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { beforeAfterSchema, citedSources, levels, quizSchema, type BeforeAfter, type Item, type Quiz } from '#domain/quiz/quiz.ts';
import { countText, inflesz } from '#domain/readability.ts';

const folder = 'content/quizzes/es';
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const yaml = (path: string): unknown => parse(readFileSync(path, 'utf8'));

/** A file as its schema reads it; a file that does not fit fails with the words of the schema. */
function read<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(yaml(path));
  if (!parsed.success) throw new Error(`${path}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
const quiz = (name: string): Quiz => read(`${folder}/${name}`, quizSchema);
const beforeAfter = (): BeforeAfter => read('content/before-after/es.yaml', beforeAfterSchema);

const itemTexts = ({ scene, question, options, talk }: Item): string[] => [scene ?? '', question, ...options.flatMap(({ text, feedback }) => [text, feedback]), talk].filter(Boolean);
const quizTexts = ({ title, description, intro, items }: Quiz): string[] => [title, description, intro, ...items.flatMap(itemTexts)];
const reads = (texts: readonly string[]) => inflesz(countText(texts.map((text) => (/[.!?»:]$/u.test(text) ? text : `${text}.`)).join(' \n')));

/** Sentences of four words or more: shorter ones («Así es.») may come back. */
const sentences = (texts: readonly string[]) =>
  texts
    .flatMap((text) => text.split(/(?<=[.!?])\s+/u))
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.split(/\s+/u).length >= 4);
const twice = (all: readonly string[]) => all.filter((each, index) => all.indexOf(each) !== index);

const rightIsLongest = ({ options, right }: Item) => options.every(({ text }, index) => index === right || text.length < (options[right]?.text.length ?? 0));

const rightIsShortest = ({ options, right }: Item) => options.every(({ text }, index) => index === right || text.length > (options[right]?.text.length ?? 0));

const sources = new Set((yaml('content/sources.yaml') as { id: string }[]).map(({ id }) => id));
const signs = readdirSync('content/warning-signs').map((name) => name.replace(/\.yaml$/u, ''));

describe('the quizzes for classes', () => {
  it('there is one set for every level, and at least sixty items in all', () => {
    expect(files.map((name) => name.replace(/\.yaml$/u, '')).sort()).toEqual([...levels].sort());
    expect(files.reduce((total, name) => total + quiz(name).items.length, 0)).toBeGreaterThanOrEqual(60);
  });

  it.each(files)('%s fits the schema and is named after its level', (name) => {
    expect(`${quiz(name).level}.yaml`).toBe(name);
  });

  it.each(files)('%s rests on sources that exist', (name) => {
    expect(citedSources(quiz(name)).filter((id) => !sources.has(id)), 'add it to content/sources.yaml').toEqual([]);
  });

  it.each(files)('%s takes its topics from the warning signs, or names one of its own with hyphens', (name) => {
    const topics = quiz(name).items.map(({ topic }) => topic);
    expect(topics.filter((topic) => topic.includes('_') && !signs.includes(topic))).toEqual([]);
  });

  it.each(files)('%s cannot be passed by always holding up the same card', (name) => {
    const { items } = quiz(name);
    for (const place of [0, 1, 2, 3]) {
      const share = items.filter(({ right }) => right === place).length / items.length;
      expect(share, `letter ${'ABCD'.charAt(place)}`).toBeGreaterThanOrEqual(0.15);
      expect(share, `letter ${'ABCD'.charAt(place)}`).toBeLessThanOrEqual(0.4);
    }
  });

  it.each(files)('%s cannot be passed by the length of the options: the right one is neither always the longest nor always the shortest', (name) => {
    const { items } = quiz(name);
    for (const givesAway of [rightIsLongest, rightIsShortest]) {
      const found = items.filter(givesAway);
      expect(found.length / items.length, found.map(({ id }) => id).join(', ')).toBeLessThanOrEqual(0.45);
    }
    expect(items.some(rightIsLongest), 'if it is never the longest, the longest can be struck out').toBe(true);
  });

  it.each(files)('%s teaches five techniques or more, and shows two honest offers or more among them', (name) => {
    const { items } = quiz(name);
    expect(new Set(items.filter(({ about }) => about === 'tecnica').map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(5);
    expect(items.filter(({ about }) => about === 'oferta-honesta').length).toBeGreaterThanOrEqual(2);
    expect(items.some(({ about }) => about === 'actuar'), 'nobody leaves without knowing what to do').toBe(true);
  });

  it.each(files)('%s gives the result code of the first ten items both honest and false offers', (name) => {
    const abouts = quiz(name).items.slice(0, 10).map(({ about }) => about);
    expect(abouts).toEqual(expect.arrayContaining(['tecnica', 'oferta-honesta', 'saber']));
  });

  it.each(files)('%s is read without effort by its readers (INFLESZ)', (name) => {
    const set = quiz(name);
    expect(reads(quizTexts(set))).toBeGreaterThanOrEqual(set.level === 'operadores' ? 60 : 70);
  });

  it.each(files)('%s never says a sentence twice, so that no feedback is a filler', (name) => {
    expect(twice(sentences(quizTexts(quiz(name))))).toEqual([]);
  });

  it('no feedback of one set comes back in another', () => {
    const all = files.flatMap((name) => quiz(name).items.flatMap(({ options }) => options.map(({ feedback }) => feedback)));
    expect(twice(all)).toEqual([]);
  });
});

describe('the short test before and after the hour', () => {
  it('has four pairs of parallel items: the same about and topic, other words', () => {
    const { pairs } = beforeAfter();
    for (const { before, after } of pairs) {
      expect([after.about, after.topic]).toEqual([before.about, before.topic]);
      expect(twice(sentences([...itemTexts(before), ...itemTexts(after)]))).toEqual([]);
      expect(after.options.length).toBe(before.options.length);
    }
    expect(new Set(pairs.map(({ before }) => before.topic)).size).toBe(4);
  });

  it('holds one honest offer, so that a class that learns to doubt everything does not look wiser', () => {
    expect(beforeAfter().pairs.filter(({ before }) => before.about === 'oferta-honesta')).toHaveLength(1);
  });

  it('does not put the right answers of a half behind one letter, nor behind the longest option', () => {
    const { pairs } = beforeAfter();
    for (const half of [pairs.map(({ before }) => before), pairs.map(({ after }) => after)]) {
      expect(new Set(half.map(({ right }) => right)).size).toBeGreaterThanOrEqual(3);
      expect(half.filter(rightIsLongest).length).toBeLessThanOrEqual(1);
    }
  });

  it('rests on sources that exist, has ids of its own, and reads easily', () => {
    const { title, intro, pairs, confidence, plan } = beforeAfter();
    const items = pairs.flatMap(({ before, after }) => [before, after]);
    expect(items.flatMap(({ sources: cited }) => cited).filter((id) => !sources.has(id))).toEqual([]);
    expect(twice(items.map(({ id }) => id))).toEqual([]);
    expect(reads([title, intro, confidence.question, ...confidence.options, plan.question, ...plan.options, ...items.flatMap(itemTexts)])).toBeGreaterThanOrEqual(70);
  });

  it('stands where the pages look for it', () => {
    expect(existsSync('content/before-after/es.yaml')).toBe(true);
  });
});
