import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookletOf, paperOrder } from '../../../src/domain/story/booklet.ts';
import type { StoryView } from '../../../src/domain/story/view.ts';
import { stories, storyView } from './a-story.ts';

describe('a story on paper', () => {
  it('is leafed through forward only, and tells each scene once, the first one first and the ends last', () => {
    fc.assert(
      fc.property(stories, (graph) => {
        const order = paperOrder(graph);
        expect(order[0]).toBe(graph.start);
        expect([...order].sort()).toEqual(Object.keys(graph.scenes).sort());
        for (const id of order) for (const { go } of graph.scenes[id]?.choices ?? []) expect(order.indexOf(go)).toBeGreaterThan(order.indexOf(id));
        const ends = order.map((id) => graph.scenes[id]?.end !== undefined);
        expect(ends.lastIndexOf(false)).toBeLessThan(ends.indexOf(true));
      }),
    );
  });

  it('keeps the order its editor wrote where a choice does not forbid it', () => {
    const scene = (...ways: string[]): object => (ways.length === 0 ? { end: { kind: 'no' } } : { choices: ways.map((go) => ({ go })) });
    const graph = { start: 'llega', scenes: { llega: scene('hermana', 'dni'), hermana: scene('no', 'si'), dni: scene('hermana', 'no'), no: scene(), si: scene() } };
    expect(paperOrder(graph)).toEqual(['llega', 'dni', 'hermana', 'no', 'si']);
  });

  it('stops with a sentence where scenes lead in a circle', () => {
    expect(() => paperOrder({ start: 'a', scenes: { a: { choices: [{ go: 'b' }, { go: 'c' }] }, b: { choices: [{ go: 'a' }, { go: 'c' }] }, c: { end: { kind: 'no' } } } })).toThrow('in a circle');
  });
});

describe('the booklet of a story', () => {
  const told: StoryView = storyView();
  const { leaves, firstEnd, routes, articles, sources } = bookletOf(told);

  it('says for each choice the number of the scene it leads to', () => {
    expect(leaves.map(({ n, title }) => `${n} ${title}`)).toEqual(['1 Llega', '2 Pregunta', '3 Un no', '4 Ayuda']);
    expect(leaves[0]?.turns).toEqual([{ say: 'Preguntas.', to: 2 }, { say: 'Dices que no.', to: 3 }]);
    expect(firstEnd).toBe(3);
  });

  it('counts the sources once for all scenes, and each fact points to its own', () => {
    expect(sources.map(({ id }) => id)).toEqual(['fiscalia', 'diario']);
    expect(leaves.flatMap(({ lines }) => lines.flatMap((line) => ('fact' in line ? [line.marks] : [])))).toEqual([[1], [2, 1]]);
  });

  it('names whom to talk to and what to read once, somebody trusted first', () => {
    expect(routes).toEqual(['confianza', '1818', '105']);
    expect(articles.map(({ href }) => href)).toEqual(['/articulos/a/', '/articulos/b/']);
  });
});
