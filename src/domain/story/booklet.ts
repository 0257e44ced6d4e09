import type { Source } from '../source.ts';
import type { Graph } from './graph.ts';
import { routes, type Route } from './story.ts';
import type { EndView, LineView, Named, SceneView, StoryView } from './view.ts';

/** A way on, for paper: what the reader does, and the number of the scene to leaf to. */
export interface Turn {
  readonly say: string;
  readonly to: number;
}

/** A scene with its number; facts carry the places of their sources in the booklet's own list. */
export interface Leaf {
  readonly n: number;
  readonly title: string;
  readonly lines: readonly LineView[];
  readonly turns: readonly Turn[];
  readonly end: EndView | undefined;
}

/** A whole story on one page: read from top to bottom, or printed and leafed through. */
export interface Booklet {
  readonly leaves: readonly Leaf[];
  /** Number of the first scene that is an end; from there on all are. */
  readonly firstEnd: number;
  readonly routes: readonly Route[];
  readonly articles: readonly Named[];
  readonly sources: readonly Source[];
}

/** Address of a story's booklet. */
export const bookletAddress = (story: string): string => `/historias/${story}/`;

/**
 * The scenes in the order in which paper tells them: each after all that lead to it, so that a reader
 * only ever leafs forward; the ends last; else as the editor wrote them. Only for a graph without faults.
 */
export function paperOrder({ scenes }: Graph): string[] {
  const open = Object.keys(scenes);
  const last = (id: string): number => (scenes[id]?.end === undefined ? 0 : 1);
  open.sort((a, b) => last(a) - last(b));
  const told: string[] = [];
  while (open.length > 0) {
    const free = open.findIndex((id) => !open.some((other) => scenes[other]?.choices?.some(({ go }) => go === id)));
    if (free < 0) throw new Error(`The scenes «${open.join('», «')}» lead to each other in a circle: paper cannot tell them.`);
    told.push(...open.splice(free, 1));
  }
  return told;
}

/** Each thing once, by its key, in the order of first mention. */
const once = <Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[] => [...new Map(things.map((thing) => [key(thing), thing])).values()];

/** Lines whose facts count their sources in the list of the whole booklet instead of the scene's own. */
function renumbered({ lines, sources }: SceneView, all: readonly Source[]): LineView[] {
  const place = (mark: number): number => all.findIndex(({ id }) => id === sources[mark - 1]?.id) + 1;
  return lines.map((line) => ('fact' in line ? { ...line, marks: line.marks.map(place) } : line));
}

/** The booklet of a story: numbered scenes, then everybody to talk to, what to read, and every source, each once. */
export function bookletOf(story: StoryView): Booklet {
  const byId = new Map(story.scenes.map((scene) => [scene.id, scene]));
  const order = paperOrder({ start: story.start, scenes: Object.fromEntries(byId) });
  const scenes = order.flatMap((id) => byId.get(id) ?? []);
  const sources = once(scenes.flatMap((scene) => scene.sources), ({ id }) => id);
  const ends = scenes.flatMap(({ end }) => end ?? []);
  const leaves = scenes.map((scene, index): Leaf => ({
    n: index + 1,
    title: scene.title,
    lines: renumbered(scene, sources),
    turns: scene.choices.map(({ say, go }) => ({ say, to: order.indexOf(go) + 1 })),
    end: scene.end,
  }));
  return {
    leaves,
    firstEnd: scenes.findIndex(({ end }) => end !== undefined) + 1,
    routes: routes.filter((route) => ends.some((end) => end.routes.includes(route))),
    articles: once(ends.flatMap(({ articles }) => articles), ({ href }) => href),
    sources,
  };
}
