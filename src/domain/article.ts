import * as z from 'zod';
import { families } from './poster/family.ts';

/** The readers' questions that arrange the library. Their words stand in content/interface. */
export const questions = ['me-ofrecieron', 'ya-estoy-ahi', 'me-preocupa-alguien', 'menor-de-edad', 'migrante', 'cuido-a-otros', 'quiero-saber'] as const;
export const audiences = ['todos', 'jovenes', 'viajeros', 'trabajadores', 'migrantes', 'familias', 'docentes'] as const;

/** Front matter of content/articles/<language>/<id>.mdx. */
export const articleSchema = z.strictObject({
  title: z.string().min(8).max(65, 'A title over 65 characters is cut in search results: shorten it.'),
  description: z.string().min(30).max(160, 'A description over 160 characters is cut: shorten it.'),
  cover: z.string().max(26, 'A cover is two to five words, 26 characters at most.').regex(/^[A-ZÁÉÍÓÚÑÜ0-9¿?¡!.,:%\s-]+$/u, 'A cover is written in capitals.'),
  family: z.enum(families).describe('Which scene and ink the article shares with its family.'),
  question: z.enum(questions).describe("The reader's question that this article answers."),
  audience: z.array(z.enum(audiences)).min(1),
  checkedOn: z.coerce.date().describe('The day on which a person last compared the text with its sources.'),
  act: z.string().min(10).max(120).describe('The one concrete act that the reader takes away.'),
  related: z.array(z.string()).min(2, 'Name two to four related articles.').max(4, 'Name two to four related articles.'),
  sources: z.array(z.string()).min(2, 'An article without two sources is an opinion.'),
});
export type ArticleFront = z.infer<typeof articleSchema>;

/** Front matter of the pages an editor writes (about, privacy…): content/pages/<language>/<id>.mdx. */
export const pageSchema = z.strictObject({
  title: z.string().max(65),
  description: z.string().max(160),
  checkedOn: z.coerce.date(),
  sources: z.array(z.string()).default([]),
});

const WORDS_PER_MINUTE = 180;

/** Reading time of Markdown source in whole minutes, at 180 words a minute (slow, as on a phone), at least 1. */
export function readingMinutes(markdown: string): number {
  const words = markdown.replaceAll(/<[^>]+>|\(([^)]*)\)/g, ' ').match(/\p{L}+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
