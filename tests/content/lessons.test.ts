import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkSchema, lessonFaults, lessonSchema } from '../../src/domain/lesson.ts';

const folder = 'content/lessons/es';
const lessons = readdirSync(folder).map((name) => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(`${folder}/${name}`, 'utf8')) ?? [];
  return { name, front: parse(front), body };
});

describe('the course for those who attend', () => {
  it.each(lessons)('$name teaches in plain words, cites each source, checks three times and ends with one act', ({ front, body }) => {
    expect(lessonSchema.safeParse(front).error?.message).toBeUndefined();
    expect(lessonFaults(body, front.sources.length)).toEqual([]);
  });

  it('tells the editor of a lesson that is short, without act, and cites a source it does not list', () => {
    const faults = lessonFaults('Hola.<Fuente n={3} />', 1).join(' ');
    for (const part of ['words', 'Haz esto hoy', 'points past', 'no sentence uses it']) expect(faults).toContain(part);
  });

  it('refuses a check without a right answer', () => {
    const option = { text: 'Tal vez', right: false, feedback: 'Porque no se sabe.' };
    expect(checkSchema.safeParse({ question: '¿Qué haces ahora?', options: [option, option] }).error?.message).toContain('exactly one right answer');
  });
});
