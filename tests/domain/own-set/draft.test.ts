import { describe, expect, it } from 'vitest';
import { checkDraft, type Draft } from '#domain/own-set/draft.ts';
import { LIMITS, minutesFor, moved } from '#domain/own-set/own-set.ts';

const EMPTY = { text: '', feedback: '' };
const aDraft = (more: Partial<Draft> = {}): Draft => ({
  scene: '', question: '¿Qué haces primero?', right: 0,
  options: [{ text: 'Llamo al 1818', feedback: 'Ahí orientan.' }, { text: 'Nada', feedback: 'Así sigue igual.' }, EMPTY, EMPTY],
  ...more,
});
const faults = (more: Partial<Draft>) => {
  const checked = checkDraft(aDraft(more));
  return 'faults' in checked ? checked.faults : [];
};
const options = (...texts: readonly string[]) => texts.map((text) => ({ text, feedback: text === '' ? '' : 'Porque sí.' }));

describe('a teacher writes a question', () => {
  it('with two options, or four, and it is kept tidy', () => {
    expect(checkDraft(aDraft({ question: '  ¿Qué\n haces   primero? ' }))).toEqual({ item: { question: '¿Qué haces primero?', right: 0, options: aDraft().options.slice(0, 2) } });
    expect(checkDraft(aDraft({ options: options('a', 'b', 'c', 'd'), right: 3 }))).toMatchObject({ item: { right: 3 } });
  });

  it('keeps the lines of a message, and nothing that nobody sees', () => {
    expect(checkDraft(aDraft({ scene: ' Hola\r\n\n\n\nVen\u202E ya\u0007 ' }))).toMatchObject({ item: { scene: 'Hola\n\nVen ya' } });
  });

  it('and is told that no option is marked as right', () => {
    expect(faults({ right: undefined })).toEqual([{ part: 'right', what: 'no-right' }]);
  });

  it('and is told that the one marked as right is empty', () => {
    expect(faults({ right: 2 })).toEqual([{ part: 'right', what: 'right-empty', option: 2 }]);
  });

  it('and is told which option is empty, before one that is not', () => {
    expect(faults({ options: options('a', 'b', '', 'd') })).toEqual([{ part: 'text', what: 'empty', option: 2 }, { part: 'feedback', what: 'empty', option: 2 }]);
    expect(faults({ options: options('', '') })).toHaveLength(4);
    expect(faults({ options: [] })).toHaveLength(4);
  });

  it('and is told that two options say the same, though not when an accent tells them apart', () => {
    expect(faults({ options: options('Mi papá', 'otro', '  mi  PAPÁ') })).toEqual([{ part: 'text', what: 'same', option: 2, like: 0 }]);
    expect(faults({ options: options('papa', 'papá') })).toEqual([]);
  });

  it('and is told that an explanation is missing', () => {
    expect(faults({ options: [{ text: 'a', feedback: 'x' }, { text: 'b', feedback: ' ' }] })).toEqual([{ part: 'feedback', what: 'empty', option: 1 }]);
  });

  it('and is told by how many letters something is too long; an emoji is one letter', () => {
    expect(faults({ question: '🧭'.repeat(LIMITS.question) })).toEqual([]);
    expect(faults({ question: 'a'.repeat(LIMITS.question + 3), scene: 'b'.repeat(LIMITS.scene + 1) })).toEqual([{ part: 'scene', what: 'long', over: 1 }, { part: 'question', what: 'long', over: 3 }]);
  });

  it('and is told everything at once', () => {
    expect(faults({ question: ' ', options: options('a', 'A'), right: undefined }).map(({ part, what }) => `${part} ${what}`)).toEqual(['question empty', 'text same', 'right no-right']);
  });
});

describe('a teacher puts a set in order', () => {
  it('one place up or down, and no further than the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('and reads how long it takes, as our lesson plans count: ten in half an hour, five in twenty minutes', () => {
    expect(minutesFor(10).least).toBe(30);
    expect(minutesFor(5).most).toBe(20);
  });
});
