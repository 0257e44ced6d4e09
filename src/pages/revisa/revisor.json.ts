import type { APIRoute } from 'astro';
import { getAdviceSources, getKindHints, getReassuringSigns, getSignBook } from '#queries/offer.ts';
import { getPhrases } from '#queries/phrases.ts';

/** What the checker needs on the phone, the same for everyone: it asks for it when the reader comes to the text field. */
export const GET: APIRoute = async () => {
  const reassuring = (await getReassuringSigns()).map(({ id, name, check }) => ({ id, name, check }));
  const { guided: _, photo: _1, checked: _2, card: _3, planFields: _4, verify: _5, ruc: _6, poster: _7, ...words } = getPhrases('es', 'offer');
  const { help: helpSources } = await getAdviceSources();
  const kit = { book: await getSignBook(), words, hints: getKindHints(), reassuring, helpSources };
  return new Response(JSON.stringify(kit), { headers: { 'Content-Type': 'application/json' } });
};
