import type { APIRoute, GetStaticPaths } from 'astro';
import { coverSvg } from '#domain/poster/cover.ts';
import { getArticles } from '#queries/articles.ts';

/** The cover that lists show: a file of its own, loaded when it comes into view. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getArticles('es')).map(({ id, cover, family }) => ({ params: { id }, props: { words: cover, family } }));

export const GET: APIRoute = ({ props }) =>
  new Response(coverSvg(props['words'], props['family'], 640, 400), { headers: { 'Content-Type': 'image/svg+xml' } });
