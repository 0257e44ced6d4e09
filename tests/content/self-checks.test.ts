import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { citedSources, namedHelp, selfCheckSchema, textsOf, type SelfCheck } from '#domain/self-check/self-check.ts';
import { refusals } from '#domain/self-check/wording.ts';
import phrases from '../../content/interface/es/self-check.json' with { type: 'json' };

const folder = 'content/self-checks/es';
const read = (path: string) => readFileSync(path, 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

function selfCheck(name: string): SelfCheck {
  const parsed = selfCheckSchema.safeParse(parse(read(`${folder}/${name}`)));
  if (!parsed.success) throw new Error(`${folder}/${name}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Syllables as spoken: vowel groups, split at two strong vowels and at an accented í or ú; h is silent, qu and gu are one sound. */
function syllables(word: string): number {
  const bare = word.toLowerCase().replaceAll(/h/g, '').replaceAll(/qu(?=[eéií])/g, 'k').replaceAll(/gu(?=[eéií])/g, 'g').replace(/y$/, 'i').replaceAll('y', 'j');
  const split = bare.replaceAll(/([aáeéoó])(?=[aáeéoóíú])/g, '$1-').replaceAll(/([íú])(?=[aáeéoó])/g, '$1-');
  return Math.max(1, split.match(/[aeiouáéíóúü]+/g)?.length ?? 0);
}

/** INFLESZ (Szigriszt-Pazos): 206.835 − 62.3·S/P − P/F. 65 to 80 is fairly easy, above 80 very easy. */
function inflesz(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []);
  const sentences = texts.flatMap((text) => text.split(/[.!?:…]+(?:\s|»|$)/u)).filter((part) => /\p{L}/u.test(part));
  const sum = words.reduce((total, word) => total + syllables(word), 0);
  return 206.835 - (62.3 * sum) / words.length - words.length / sentences.length;
}

/** Every text in a nested file of words. */
function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** The 25 signs of the offer checker, and topics of our own that no sign covers. */
const signs = readdirSync('content/warning-signs').map((name) => name.replace(/\.yaml$/, ''));

describe('the self-checks that people read', () => {
  it('there is one for young people, one for people about to travel and one for people already working', () => {
    const leading = files.map((name) => selfCheck(name).audience[0]);
    expect(leading.sort()).toEqual(['jovenes', 'trabajadores', 'viajeros']);
  });

  it.each(files)('%s fits the schema: every answer has a feedback and a step, every fact a source', (name) => {
    expect(() => selfCheck(name)).not.toThrow();
  });

  it.each(files)('%s can be read by someone who finished primary school (INFLESZ 75 or more)', (name) => {
    const { items, ...rest } = selfCheck(name);
    expect(Math.round(inflesz(textsOf({ items, ...rest })))).toBeGreaterThanOrEqual(75);
    for (const item of items) {
      const score = inflesz(textsOf({ ...rest, items: [item] }).slice(4));
      expect(score, `question «${item.id}» reads hard (${score.toFixed(0)}): shorten its sentences`).toBeGreaterThanOrEqual(68);
    }
  });

  it.each(files)('%s says how many questions it has, and says it right', (name) => {
    const { description, items } = selfCheck(name);
    const count = ['Ocho', 'Nueve', 'Diez', 'Once'][items.length - 8];
    expect(description.startsWith(`${count} preguntas`)).toBe(true);
  });

  it.each(files)('%s takes its topics from the warning signs, or names one of its own with hyphens', (name) => {
    const unknown = selfCheck(name).items.map(({ topic }) => topic).filter((topic) => topic.includes('_') && !signs.includes(topic));
    expect(unknown, 'a topic with an underscore is the id of a sign in content/warning-signs').toEqual([]);
  });

  it.each(files)('%s names only people whom the interface knows', (name) => {
    const people = namedHelp(selfCheck(name)).filter((help) => help.startsWith('persona-'));
    expect(people.filter((id) => !(id in phrases.people))).toEqual([]);
  });

  it.each(files)('%s lets nobody leave without a person and a phone', (name) => {
    const { help } = selfCheck(name);
    expect(help.some((each) => each.startsWith('persona-'))).toBe(true);
    expect(help).toContain('emergencia-105-pnp');
    expect(help).toContain('linea-1818');
  });

  it.each(files)('%s cites only sources that exist', (name) => {
    const known = new Set((parse(read('content/sources.yaml')) as { id: string }[]).map(({ id }) => id));
    expect(citedSources(selfCheck(name)).filter((id) => !known.has(id)), 'add it to content/sources.yaml').toEqual([]);
  });

  it.each(files)('%s never repeats a sentence, so that no feedback is a filler', (name) => {
    const texts = selfCheck(name).items.flatMap(({ options }) => Object.values(options).flatMap(({ feedback, step }) => [feedback, step]));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('the words around the questions hold to the same rules', () => {
    expect(leaves(phrases).flatMap(refusals)).toEqual([]);
  });
});
