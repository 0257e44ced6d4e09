import type { APIRoute, GetStaticPaths } from 'astro';
import { coverSvg } from '#domain/poster/cover.ts';
import { getArticles } from '#queries/articles.ts';

/** Covers as files of their own: in a list, and wide or tall at the head of an article. They never hold back the text. */
const SHAPES = [
  ['', 640, 400],
  ['-alta', 640, 330],
  ['-ancha', 1200, 360],
] as const;

export const getStaticPaths: GetStaticPaths = async () =>
  (await getArticles('es')).flatMap(({ id, cover, family }) =>
    SHAPES.map(([shape, width, height]) => ({ params: { name: `${id}${shape}` }, props: { svg: coverSvg(cover, family, width, height) } })),
  );

export const GET: APIRoute = ({ props }) => new Response(props['svg'], { headers: { 'Content-Type': 'image/svg+xml' } });
