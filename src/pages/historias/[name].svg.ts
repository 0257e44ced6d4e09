import type { APIRoute, GetStaticPaths } from 'astro';
import { coverSvg } from '#domain/poster/cover.ts';
import { getStories } from '#queries/stories.ts';

/** Covers of the stories: one for the list, a wide one at the head of the first scene. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getStories('es')).flatMap(({ id, cover, family }) => [
    { params: { name: id }, props: { svg: coverSvg(cover, family, 640, 400) } },
    { params: { name: `${id}-ancha` }, props: { svg: coverSvg(cover, family, 1200, 360) } },
  ]);

export const GET: APIRoute = ({ props }) => new Response(props['svg'], { headers: { 'Content-Type': 'image/svg+xml' } });
