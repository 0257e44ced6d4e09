import type { APIRoute } from 'astro';
import { getKindHints, getReassuringSigns, getSignBook } from '#queries/offer.ts';
import { getPhrases } from '#queries/phrases.ts';

/** What the checker needs on the phone, the same for everyone: it asks for it when the reader comes to the text field. */
export const GET: APIRoute = async () => {
  const reassuring = (await getReassuringSigns()).map(({ id, name, check }) => ({ id, name, check }));
  const kit = { book: await getSignBook(), words: getPhrases('es', 'offer'), hints: getKindHints(), reassuring };
  return new Response(JSON.stringify(kit), { headers: { 'Content-Type': 'application/json' } });
};
