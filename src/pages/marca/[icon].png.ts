import type { APIRoute, GetStaticPaths } from 'astro';
import { appIcon } from '#build/app-icon.ts';

/** The icons of a phone's home screen: the site's, and the grey sheet of «Notas». */
export const getStaticPaths: GetStaticPaths = () =>
  [['sin-trampa', 'icono'] as const, ['notas', 'nota'] as const].flatMap(([name, file]) => [180, 192, 512].map((size) => ({ params: { icon: `${name}-${size}` }, props: { file, size } })));

export const GET: APIRoute = async ({ props }) => new Response(new Uint8Array(await appIcon(props['file'], props['size'])), { headers: { 'Content-Type': 'image/png' } });
