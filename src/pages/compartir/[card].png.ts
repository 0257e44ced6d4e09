import type { APIRoute, GetStaticPaths } from 'astro';
import { sharePicture } from '#build/share-picture.ts';
import { getArticles } from '#queries/articles.ts';
import { getSite } from '#queries/site.ts';
import { getStories } from '#queries/stories.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const site = await getSite();
  const articles = (await getArticles('es')).map(({ id, cover, family }) => ({ params: { card: id }, props: { words: cover, family, foot: site.name } }));
  const covers = [{ id: 'historias', cover: 'TÚ DECIDES', family: 'familia' as const }, ...(await getStories('es')).map(({ id, cover, family }) => ({ id: `historia-${id}`, cover, family }))];
  const stories = covers.map(({ id, cover, family }) => ({ params: { card: id }, props: { words: cover, family, foot: site.name } }));
  return [{ params: { card: 'sin-trampa' }, props: { words: 'TRABAJO SÍ, TRAMPA NO', family: 'oferta' as const, foot: site.name } }, ...articles, ...stories];
};

export const GET: APIRoute = ({ props }) => new Response(new Uint8Array(sharePicture(props['words'], props['family'], props['foot'])), { headers: { 'Content-Type': 'image/png' } });
