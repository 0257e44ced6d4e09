import type { APIRoute, GetStaticPaths } from 'astro';
import { sharePicture } from '#build/share-picture.ts';
import { getArticles } from '#queries/articles.ts';
import { getSite } from '#queries/site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const site = await getSite();
  const articles = (await getArticles('es')).map(({ id, cover, family }) => ({ params: { card: id }, props: { words: cover, family, foot: site.name } }));
  return [{ params: { card: 'sin-trampa' }, props: { words: 'TRABAJO SÍ, TRAMPA NO', family: 'oferta', foot: site.name } }, ...articles];
};

export const GET: APIRoute = async ({ props }) => {
  const picture = await sharePicture(props['words'], props['family'], props['foot']);
  return new Response(new Uint8Array(picture), { headers: { 'Content-Type': 'image/png' } });
};
