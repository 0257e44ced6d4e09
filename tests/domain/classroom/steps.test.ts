import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../src/domain/classroom/keys.ts';
import { stepsOf } from '../../../src/domain/classroom/steps.ts';

const explained = { right: 2, talk: 'Hablen de esto.', options: ['a', 'b', 'c'].map((text) => ({ text, feedback: `Por qué ${text}.` })) };

describe('a class with cards', () => {
  it('thinks, shows the cards, sees the bars, reads why with the right option first, and talks', () => {
    expect(stepsOf([explained]).map(({ phase, option }) => `${phase}${option ?? ''}`)).toEqual(['ask', 'count', 'bars', 'why2', 'why0', 'why1', 'talk']);
  });

  it('ends with the bars where nothing is right or wrong', () => {
    expect(stepsOf([{ options: [{ text: 'Mucho' }, { text: 'Poco' }] }, explained]).filter(({ item }) => item === 0).map(({ phase }) => phase)).toEqual(['ask', 'count', 'bars']);
  });
});

describe('a teacher with a remote or a keyboard', () => {
  it('goes on with arrows, space and the keys of a remote', () => {
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', ' ']) expect(meaningOf(key, false)).toEqual({ go: 1 });
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp']) expect(meaningOf(key, false)).toEqual({ go: -1 });
  });

  it('counts with letters and numbers, and takes back with Shift', () => {
    expect(['a', 'B', '3', 'd'].map((key) => meaningOf(key, false))).toEqual([0, 1, 2, 3].map((option) => ({ option, by: 1 })));
    expect(meaningOf('C', true)).toEqual({ option: 2, by: -1 });
    expect(meaningOf('t', false)).toBe('clock');
  });

  it('does nothing with any other key', () => {
    for (const key of ['Tab', 'Escape', 'Enter', 'e', '5', 'ñ', 'Shift', 'F5', '', 'AB', '12']) expect(meaningOf(key, false), key).toBeUndefined();
  });
});
