import type { APIRoute, GetStaticPaths } from 'astro';
import { getPhrases } from '#queries/phrases.ts';
import { getSite } from '#queries/site.ts';

/** Two names for the same site: its own, and one that tells nobody what it is. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { name } = await getSite();
  return [
    { params: { app: 'sin-trampa' }, props: { name, start: '/?inicio', icon: 'sin-trampa', colour: '#140f1c' } },
    { params: { app: 'notas' }, props: { name: getPhrases('es', 'frame').plainTitle, start: '/?notas', icon: 'notas', colour: '#ffffff' } },
  ];
};

/**
 * Linked from /sin-internet/ alone: no page offers to install itself, least of all beside somebody. The share
 * target is a POST that the worker answers (src/offline/worker.ts); a GET would write the text into the history.
 */
export const GET: APIRoute = ({ props: { name, start, icon, colour } }) => {
  const icons = [192, 512].flatMap((size) => ['any', 'maskable'].map((purpose) => ({ src: `/marca/${icon}-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose })));
  const share_target = { action: '/revisa/compartir/', method: 'POST', enctype: 'multipart/form-data', params: { title: 'title', text: 'text', url: 'url' } };
  const manifest = { id: start, name, short_name: name, lang: 'es-PE', start_url: start, scope: '/', display: 'standalone', background_color: colour, theme_color: colour, icons, share_target };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
