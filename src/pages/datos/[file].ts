import type { APIRoute, GetStaticPaths } from 'astro';
import { getOpenData } from '#queries/open-data.ts';
import { today } from '#queries/today.ts';

/** The open data as files: HSDS 3 as JSON and as tables, their description, a feed of what was confirmed. */
export const getStaticPaths: GetStaticPaths = async () =>
  [...(await getOpenData(today()))].map(([file, text]) => ({ params: { file }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
