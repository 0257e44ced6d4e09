import { packInstant, type InstantData, type InstantRegion, type InstantRow } from '#domain/search/instant-data.ts';
import { abroad, wholeCountry } from '#domain/region.ts';
import { sceneAddress } from '#domain/story/view.ts';
import { getArticles } from '#queries/articles.ts';
import { getPages } from '#queries/pages.ts';
import { getPhrases } from '#queries/phrases.ts';
import { getSelfChecks } from '#queries/self-checks.ts';
import { getRegions, getSearchWords, getServiceData } from '#queries/services.ts';
import { getStories } from '#queries/stories.ts';
import { today } from '#queries/today.ts';

/** So many words of a group of everyday words find a need at once; all of them work in the directory's own search. */
const WORDS_OF_A_GROUP = 2;

/** The rows that are not places: tools, needs, articles, self-checks, stories, pages. */
async function rows(): Promise<InstantRow[]> {
  const { tools } = getPhrases('es', 'search');
  const { questions } = getPhrases('es', 'article');
  const names = new Map((await getServiceData()).map(({ id, name }) => [id, name]));
  const { needs } = await getSearchWords();
  const wordsOf = (says: readonly string[]): string =>
    says
      .join(' ')
      .replaceAll(/\{(\w+)\}/g, (_, group: string) => needs.groups[group]?.split(' ').slice(0, WORDS_OF_A_GROUP).join(' ') ?? '')
      .replaceAll('*', '');
  return [
    ...tools.map(({ title, path, also }): InstantRow => ({ kind: 'herramienta', title, path, also })),
    ...needs.needs.flatMap(({ title, lines, says }): InstantRow[] => (lines[0] === undefined ? [] : [{ kind: 'necesidad', title, path: `/ayuda/${lines[0]}/`, note: names.get(lines[0]), also: wordsOf(says) }])),
    ...(await getArticles('es')).map(({ id, title, description, question }): InstantRow => ({ kind: 'articulo', title, path: `/articulos/${id}/`, note: questions[question], also: `${id} ${description}` })),
    ...(await getSelfChecks('es', today())).map(({ id, title }): InstantRow => ({ kind: 'test', title, path: `/test/${id}/` })),
    ...(await getStories('es')).map(({ id, title, start }): InstantRow => ({ kind: 'historia', title, path: sceneAddress(id, start) })),
    ...(await getPages('es')).filter(({ id }) => !['denuncia', 'como-te-protegemos'].includes(id)).map(({ id, title }): InstantRow => ({ kind: 'pagina', title, path: `/${id}/` })),
  ];
}

/** The regions with every name that means them, and the services that serve one of them alone; then the rest. */
async function places(): Promise<InstantRegion[]> {
  const words = getPhrases('es', 'search');
  const { places: packed } = await getSearchWords();
  const services = await getServiceData();
  const ids = (await getRegions()).map(({ id }) => id);
  const split = (text: string): string[] => text.split('|').map((place) => place.replace(/:.*$/, ''));
  const of = (belongs: (coverage: unknown) => boolean) => services.filter(({ coverage }) => belongs(coverage)).map(({ id, name }) => ({ id, name }));
  return [
    ...packed.regions.map(([id, name, , , aliases], at): InstantRegion => ({
      id,
      name,
      places: [...packed.provinces.flatMap(([region, province, , , districts]) => (region === at ? [province, ...split(districts)] : [])), ...packed.towns.flatMap(([region, , , names]) => (region === at ? split(names) : [])), ...split(aliases)],
      // A service of several regions stands once, under its first.
      services: of((coverage) => Array.isArray(coverage) && ids.find((each) => coverage.includes(each)) === id),
    })),
    { id: wholeCountry, name: words.wholeCountry, places: [], services: of((coverage) => coverage === 'national') },
    { id: abroad, name: words.abroad, places: packed.countries.flatMap(([, names]) => split(names)), services: of((coverage) => typeof coverage === 'string' && coverage !== 'national') },
  ];
}

/** What /buscar/ brings inside itself: what is most asked for, and the names of the regions. */
export const getInstantFirst = async (): Promise<InstantData> => packInstant(await rows(), (await places()).map((region) => ({ ...region, places: [], services: [] })));

/** What joins it: every name of a place, and the services. */
export const getInstantPlaces = async (): Promise<InstantData> => packInstant([], await places());
