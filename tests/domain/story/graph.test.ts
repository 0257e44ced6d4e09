import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { before, decisionsLeft, graphFaults, paths, type Graph } from '../../../src/domain/story/graph.ts';
import { stories, type Scenes } from './a-story.ts';

const withScene = (graph: Graph, id: string, scene: Scenes[string]): Graph => ({ ...graph, scenes: { ...graph.scenes, [id]: scene } });
const endOf = (graph: Graph): string => Object.entries(graph.scenes).find(([, { end }]) => end !== undefined)?.[0] ?? '';

describe('whoever begins a story gets to an end', () => {
  it('by every path, in as many decisions as the page says', () => {
    fc.assert(
      fc.property(stories, (graph) => {
        expect(graphFaults(graph)).toEqual([]);
        const walked = [...paths(graph)];
        for (const path of walked) expect(graph.scenes[path.at(-1) ?? '']?.end).toBeDefined();
        const lengths = walked.map((path) => path.length - 1);
        expect(decisionsLeft(graph, graph.start)).toEqual({ min: Math.min(...lengths), max: Math.max(...lengths) });
        expect(new Set(walked.flat())).toEqual(new Set(Object.keys(graph.scenes)));
      }),
    );
  });

  it('and may go back to where the choice was made', () => {
    fc.assert(
      fc.property(stories, (graph) => {
        for (const id of Object.keys(graph.scenes)) for (const from of before(graph, id)) expect(graph.scenes[from]?.choices?.map(({ go }) => go)).toContain(id);
        expect(before(graph, graph.start)).toEqual([]);
      }),
    );
  });
});

describe('an editor is told which scene to mend', () => {
  it('when the story can go in a circle', () => {
    fc.assert(
      fc.property(stories, (graph) => {
        const end = endOf(graph);
        expect(graphFaults(withScene(graph, end, { choices: [{ go: graph.start }, { go: end }] })).join(' ')).toContain('circle');
      }),
    );
  });

  it('when nobody reaches a scene, when a way leads nowhere, and when a scene just stops', () => {
    fc.assert(
      fc.property(stories, (graph) => {
        const end = endOf(graph);
        expect(graphFaults(withScene(graph, 'isla', { end: { kind: 'no' } }))).toEqual([expect.stringContaining('Nobody reaches the scene «isla»')]);
        expect(graphFaults(withScene(graph, end, { choices: [{ go: 'nada' }, { go: 'nadie' }] })).filter((fault) => fault.includes('which is no scene'))).toHaveLength(2);
        expect(graphFaults(withScene(graph, end, {}))).toEqual([`The scene «${end}» is a dead end: give it choices, or an end.`]);
      }),
    );
  });

  it('when two choices are the same, when a scene both ends and goes on, and when the start is missing', () => {
    const graph: Graph = { start: 'a', scenes: { a: { choices: [{ go: 'b' }, { go: 'b' }] }, b: { end: { kind: 'no' } } } };
    expect(graphFaults(graph).join()).toContain('no choice');
    expect(graphFaults(withScene(graph, 'a', { choices: [{ go: 'b' }], end: { kind: 'no' } })).join()).toContain('has choices and an end');
    expect(graphFaults({ ...graph, start: 'z' }).join()).toContain('The story starts at «z»');
  });
});
