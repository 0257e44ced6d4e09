import { getCollection } from 'astro:content';
import { localeOf, type Locale } from '#domain/locale.ts';
import { before, decisionsLeft } from '#domain/story/graph.ts';
import { citedSources, type End, type Scene, type Story } from '#domain/story/story.ts';
import { sceneAddress, type EndView, type Named, type SceneView, type StoryView } from '#domain/story/view.ts';
import { getArticles } from '#queries/articles.ts';
import { getReassuringSigns, getWarningSigns } from '#queries/offer.ts';
import { resolveSources } from '#queries/sources.ts';

/** What the ends of stories may point to, by id. */
interface Shelf {
  readonly signs: ReadonlyMap<string, Named>;
  readonly good: ReadonlyMap<string, EndView['good'][number]>;
  readonly articles: ReadonlyMap<string, Named>;
}

async function shelfOf(locale: Locale): Promise<Shelf> {
  const signs = (await getWarningSigns()).map(({ id, name }) => [id, { name, href: `/revisa/#senal-${id}` }] as const);
  const good = (await getReassuringSigns()).map(({ id, name, check }) => [id, { name, check }] as const);
  const articles = (await getArticles(locale)).map(({ id, title }) => [id, { name: title, href: `/articulos/${id}/` }] as const);
  return { signs: new Map(signs), good: new Map(good), articles: new Map(articles) };
}

function pick<Thing>(ids: readonly string[], shelf: ReadonlyMap<string, Thing>, folder: string, file: string): Thing[] {
  return ids.map((id) => {
    const found = shelf.get(id);
    if (found === undefined) throw new Error(`${file}: an end names «${id}», which is not in ${folder}; correct the id.`);
    return found;
  });
}

function endView(end: End, shelf: Shelf, file: string): EndView {
  return {
    ...end,
    signs: pick(end.signs, shelf.signs, 'content/warning-signs', file),
    good: pick(end.good, shelf.good, 'content/reassuring-signs', file),
    articles: pick(end.articles, shelf.articles, 'content/articles', file),
  };
}

async function sceneView(story: Story & { id: string }, id: string, scene: Scene, shelf: Shelf, file: string): Promise<SceneView> {
  const cited = citedSources(scene);
  return {
    id,
    title: scene.title,
    first: id === story.start,
    lines: scene.lines.map((line) => ('fact' in line ? { fact: line.fact, marks: line.sources.map((source) => cited.indexOf(source) + 1) } : line)),
    choices: scene.choices ?? [],
    end: scene.end === undefined ? undefined : endView(scene.end, shelf, file),
    left: decisionsLeft(story, id),
    before: before(story, id).map((each) => ({ name: story.scenes[each]?.title ?? each, href: sceneAddress(story.id, each) })),
    sources: await resolveSources(cited, file),
  };
}

/** All stories of a language in the order that the editors gave them. Throws a sentence on a source, a sign or an article that does not exist. */
export async function getStories(locale: Locale): Promise<StoryView[]> {
  const shelf = await shelfOf(locale);
  const entries = await getCollection('stories', (entry) => localeOf(entry.id).locale === locale);
  const stories = entries.map(async ({ id: entryId, data }): Promise<StoryView> => {
    const story = { ...data, id: localeOf(entryId).id };
    const file = `content/stories/${entryId}.yaml`;
    const scenes = await Promise.all(Object.entries(story.scenes).map(([id, scene]) => sceneView(story, id, scene, shelf, file)));
    return { ...story, scenes, ends: scenes.filter(({ end }) => end !== undefined).length };
  });
  return (await Promise.all(stories)).sort((a, b) => a.order - b.order);
}
