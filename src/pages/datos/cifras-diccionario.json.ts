import type { APIRoute } from 'astro';
import { figureFields } from '#domain/figure/open-data.ts';
import { getPhrases } from '#queries/phrases.ts';

/** What each column of cifras.csv means, what each unit counts, and the licence. */
export const GET: APIRoute = () => {
  const { dictionary, units, licence } = getPhrases('es', 'figures');
  return new Response(JSON.stringify({ licence, fields: figureFields.map((name) => ({ name, description: dictionary[name] })), units }));
};
