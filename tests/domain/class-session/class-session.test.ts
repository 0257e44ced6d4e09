import { readdirSync, readFileSync } from 'node:fs';
import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import words from '../../../content/interface/es/class-session.json' with { type: 'json' };
import { sessionDocx } from '#build/docx/session.ts';
import { classSessionSchema, type ClassSession } from '#domain/class-session/class-session.ts';
import { levels } from '#domain/quiz/quiz.ts';

const folder = 'content/class-sessions/es';
const raw = (id: string) => parse(readFileSync(`${folder}/${id}.yaml`, 'utf8')) as ClassSession;
const known = new Set((parse(readFileSync('content/sources.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id));

describe('a teacher with one hour', () => {
  it('finds a plan for every group that has questions', () => {
    expect(readdirSync(folder).sort()).toEqual(levels.map((level) => `${level}.yaml`).sort());
  });

  it.each(levels)('can keep to the minutes of the plan «%s», and look up its sources', (level) => {
    const plan = classSessionSchema.parse(raw(level));
    expect(plan.level).toBe(level);
    for (const [i, length] of [45, 90].entries()) expect(plan.steps.reduce((sum, { minutes }) => sum + (minutes[i] ?? 0), 0)).toBe(length);
    expect(plan.sources.filter((id) => !known.has(id))).toEqual([]);
  });

  it('is told when an edited plan no longer fits the hour', () => {
    const plan = raw('familias');
    plan.steps[1]!.minutes = [25, 30];
    const { error } = classSessionSchema.safeParse(plan);
    expect(error?.issues.map(({ message }) => message)).toEqual(['The steps of the session of 45 minutes add up to 50: correct the minutes.']);
  });

  it('gets the same document each time, with every step and the box for what a pupil may tell', async () => {
    const plan = raw('secundaria-3-5');
    const printed = { ...plan, checkedOn: '2026-11-28', sources: [{ about: 'Una nota', publisher: 'Un diario', date: '2025' }] };
    const first = await sessionDocx(printed, words, '28 de noviembre de 2026');
    await new Promise((done) => setTimeout(done, 1100));
    const second = await sessionDocx(printed, words, '28 de noviembre de 2026');
    expect(Buffer.compare(first, second)).toBe(0);
    const text = strFromU8(unzipSync(first)['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, ' ');
    for (const said of [...plan.steps.map(({ does }) => does), ...words.care, ...plan.checklist]) expect(text).toContain(said);
  });
});
