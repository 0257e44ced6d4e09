import type { APIRoute, GetStaticPaths } from 'astro';
import { drawAside } from '#build/picture-hand.ts';
import { getArticles } from '#queries/articles.ts';
import { getSite } from '#queries/site.ts';
import { getStories } from '#queries/stories.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { name } = await getSite();
  const covers = [
    { card: 'sin-trampa', cover: 'TRABAJO SÍ, TRAMPA NO', family: 'oferta' as const },
    ...(await getArticles('es')).map(({ id, cover, family }) => ({ card: id, cover, family })),
    { card: 'historias', cover: 'TÚ DECIDES', family: 'familia' as const },
    ...(await getStories('es')).map(({ id, cover, family }) => ({ card: `historia-${id}`, cover, family })),
  ];
  return covers.map(({ card, cover, family }) => {
    const draw = () => drawAside(cover, family, name);
    // A build draws them all, and begins at once; `astro dev` draws what is looked at.
    const drawing = import.meta.env.DEV ? undefined : draw();
    return { params: { card }, props: { picture: () => drawing ?? draw() } };
  });
};

export const GET: APIRoute = async ({ props }) => new Response(await props['picture'](), { headers: { 'Content-Type': 'image/png' } });
