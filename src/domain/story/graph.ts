/** What a story's graph is made of: scenes by name, each with ways on, or an end. */
export interface Graph {
  readonly start: string;
  readonly scenes: Readonly<Record<string, GraphScene>>;
}
export interface GraphScene {
  readonly choices?: readonly { readonly go: string }[] | undefined;
  readonly end?: { readonly kind: string } | undefined;
}

const waysOf = ({ scenes }: Graph, id: string): string[] => (scenes[id]?.choices ?? []).map(({ go }) => go);

/** The first circle met from the start, as names; undefined when every path ends. Ways to unknown scenes are left out. */
function circleOf(graph: Graph): string[] | undefined {
  const done = new Set<string>();
  const walk = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const go of waysOf(graph, id)) {
      const found = walk(go, [...trail, id]);
      if (found !== undefined) return found;
    }
    done.add(id);
    return undefined;
  };
  return walk(graph.start, []);
}

/** Scenes that a reader can get to. */
export function reached(graph: Graph): Set<string> {
  const seen = new Set<string>();
  const open = [graph.start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || graph.scenes[id] === undefined) continue;
    seen.add(id);
    open.push(...waysOf(graph, id));
  }
  return seen;
}

/**
 * What is wrong with a story's graph, one sentence each for its editor; empty when it holds: the start
 * exists, every way leads to a scene, every scene is reached, none is a dead end, and every path ends.
 */
export function graphFaults(graph: Graph): string[] {
  const { start, scenes } = graph;
  const faults: string[] = [];
  if (scenes[start] === undefined) faults.push(`The story starts at «${start}», which is no scene: correct «start».`);
  for (const [id, { choices, end }] of Object.entries(scenes)) {
    if (choices === undefined && end === undefined) faults.push(`The scene «${id}» is a dead end: give it choices, or an end.`);
    if (choices !== undefined && end !== undefined) faults.push(`The scene «${id}» has choices and an end: take one out.`);
    const ways = waysOf(graph, id);
    for (const go of ways) if (scenes[go] === undefined) faults.push(`The scene «${id}» leads to «${go}», which is no scene: correct the name, or write it.`);
    if (new Set(ways).size < ways.length) faults.push(`Two choices of the scene «${id}» lead to the same place: then it is no choice.`);
  }
  const seen = reached(graph);
  for (const id of Object.keys(scenes)) if (!seen.has(id)) faults.push(`Nobody reaches the scene «${id}»: let a choice lead there, or take it out.`);
  const circle = circleOf(graph);
  if (circle !== undefined) faults.push(`The story goes in a circle: ${circle.join(' → ')}. Let one of these choices lead on.`);
  return faults;
}

/** How many decisions lie between a scene and the nearest and the farthest end. Only for a graph without faults. */
export function decisionsLeft(graph: Graph, id: string): { min: number; max: number } {
  const after = waysOf(graph, id).map((go) => decisionsLeft(graph, go));
  if (after.length === 0) return { min: 0, max: 0 };
  return { min: 1 + Math.min(...after.map(({ min }) => min)), max: 1 + Math.max(...after.map(({ max }) => max)) };
}

/** The scenes from which a choice leads here, in the story's order. */
export const before = (graph: Graph, id: string): string[] => Object.keys(graph.scenes).filter((each) => waysOf(graph, each).includes(id));

/** Every path from the start to an end, as names. Only for a graph without faults. */
export function* paths(graph: Graph, id = graph.start): Generator<string[]> {
  const ways = waysOf(graph, id);
  if (ways.length === 0) yield [id];
  for (const go of ways) for (const rest of paths(graph, go)) yield [id, ...rest];
}
