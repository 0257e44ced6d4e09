import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const keys = (value: unknown, path = ''): string[] =>
  value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`)) : [path];
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe.each(readdirSync('content/interface').filter((language) => language !== 'es'))('the interface in %s', (language) => {
  it.each(readdirSync(`content/interface/${language}`))('%s has the same places as the Spanish file', (room) => {
    expect(keys(read(`content/interface/${language}/${room}`)).sort()).toEqual(keys(read(`content/interface/es/${room}`)).sort());
  });

  it.each(readdirSync(`content/interface/${language}`))('%s fills the same {places}', (room) => {
    const places = (path: string): string[] => (readFileSync(path, 'utf8').match(/\{\w+\}/g) ?? []).sort();
    expect(places(`content/interface/${language}/${room}`)).toEqual(places(`content/interface/es/${room}`));
  });
});
