import type { APIRoute } from 'astro';
import { ocrMegabytes } from '#build/ocr-files.ts';
import type { ToolKit } from '#components/offer/tool.ts';
import { getPhrases } from '#queries/phrases.ts';

/** The words of the tools of /revisa/, the same for everyone: fetched when somebody opens the first. */
export const GET: APIRoute = () => {
  const { guided, photo, checked, card, planFields } = getPhrases('es', 'offer');
  const kit: ToolKit = { guided, photo, checked, card, planFields, megabytes: ocrMegabytes() };
  return new Response(JSON.stringify(kit), { headers: { 'Content-Type': 'application/json' } });
};
