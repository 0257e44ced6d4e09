import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { countText, inflesz } from '../../src/domain/readability.ts';
import { paths } from '../../src/domain/story/graph.ts';
import { citedSources, endings, storySchema, textsOf, type Scene, type Story } from '../../src/domain/story/story.ts';
import { refusals } from '../../src/domain/story/wording.ts';
import phrases from '../../content/interface/es/story.json' with { type: 'json' };

const FOLDER = 'content/stories/es';
const files = readdirSync(FOLDER);
function story(file: string): Story {
  const read = storySchema.safeParse(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')));
  if (!read.success) throw new Error(`${FOLDER}/${file}:\n${z.prettifyError(read.error)}`);
  return read.data;
}
const scenesOf = (file: string): [string, Scene][] => Object.entries(story(file).scenes);
const names = (folder: string): Set<string> => new Set(readdirSync(folder).map((name) => name.replace(/\.\w+$/, '')));
const ease = (texts: readonly string[]): number => inflesz(countText(texts.join('\n\n')));

describe('the stories', () => {
  it('are four', () => {
    expect(files).toHaveLength(4);
  });

  it.each(files)('%s: every path from the first scene is walked to an end with somebody to talk to', (file) => {
    const told = story(file);
    const walked = [...paths(told)];
    expect(walked.length).toBeGreaterThanOrEqual(10);
    for (const path of walked) expect(told.scenes[path.at(-1) ?? '']?.end?.routes, path.join(' → ')).toContain('confianza');
    expect(new Set(walked.flat())).toEqual(new Set(Object.keys(told.scenes)));
  });

  it.each(files)('%s has every kind of end: an offer that held, a timely no, help, and a way back', (file) => {
    expect(new Set(scenesOf(file).flatMap(([, { end }]) => end?.kind ?? []))).toEqual(new Set(endings));
  });

  it.each(files)('%s: whoever took a wrong step finds help or a way back from there, without going on', (file) => {
    const { scenes } = story(file);
    const slips = Object.entries(scenes).filter(([, { slip }]) => slip);
    expect(slips.length).toBeGreaterThanOrEqual(2);
    for (const [id, { choices = [] }] of slips) expect(choices.filter(({ go }) => !scenes[go]?.slip), `«${id}» only leads deeper`).not.toEqual([]);
  });

  it.each(files)('%s gives words ready to say, and facts with sources that exist', (file) => {
    const scenes = scenesOf(file).map(([, scene]) => scene);
    expect(scenes.flatMap(({ lines }) => lines.filter((line) => 'ready' in line)).length).toBeGreaterThanOrEqual(5);
    const known = new Set((parse(readFileSync('content/sources.yaml', 'utf8')) as { id: string }[]).map(({ id }) => id));
    const cited = scenes.flatMap(citedSources);
    expect(cited.length).toBeGreaterThanOrEqual(5);
    expect(cited.filter((id) => !known.has(id)), 'add it with its publisher to content/sources.yaml').toEqual([]);
  });

  it.each(files)('%s names at its ends only signs and articles that exist', (file) => {
    const ends = scenesOf(file).flatMap(([, { end }]) => end ?? []);
    const missing = (ids: string[], folder: string): string[] => ids.filter((id) => !names(folder).has(id));
    expect(missing(ends.flatMap(({ signs }) => signs), 'content/warning-signs')).toEqual([]);
    expect(missing(ends.flatMap(({ good }) => good), 'content/reassuring-signs')).toEqual([]);
    expect(missing(ends.flatMap(({ articles }) => articles), 'content/articles/es')).toEqual([]);
    for (const { signs, good } of ends) expect(signs.length + good.length).toBeGreaterThan(0);
  });

  it.each(files)('%s reads easily in every scene (INFLESZ 70 or more)', (file) => {
    expect(ease([story(file).you, story(file).description])).toBeGreaterThanOrEqual(70);
    const hard = scenesOf(file).flatMap(([id, scene]) => (ease(textsOf(scene)) < 70 ? [`${id}: ${ease(textsOf(scene)).toFixed(0)}`] : []));
    expect(hard, 'shorten its sentences').toEqual([]);
  });

  it('the words around them hold to the same rules', () => {
    expect(JSON.stringify(phrases).split('"').flatMap(refusals)).toEqual([]);
  });
});
