import * as z from 'zod';
import { EASY } from '#domain/campaign/day.ts';
import { lineWidth } from '#domain/poster/lettering.ts';
import { countText, inflesz } from '#domain/readability.ts';

const text = z.string().trim().min(2);
/** Words in the poster register: two to five, each of letters that were cut. */
const posterWords = text.superRefine((words, context) => {
  const count = words.split(/\s+/).length;
  if (count < 2 || count > 5) context.addIssue({ code: 'custom', message: `«${words}» has ${count} words; a poster speaks in two to five.` });
  try {
    lineWidth(words);
  } catch (cause) {
    context.addIssue({ code: 'custom', message: cause instanceof Error ? cause.message : String(cause) });
  }
});

const numberSchema = z.strictObject({
  service: text.describe('Id of a row of the directory; the number and its date come from there.'),
  for: text.max(24).describe('What for, in a word or three.'),
  press: text.max(24).optional().describe('What to press once somebody answers.'),
});
export type NumberWanted = z.infer<typeof numberSchema>;

const shared = {
  title: text.max(60),
  description: z.string().min(30).max(160),
  order: z.int().min(1),
  place: text.describe('Where to hang it, or to whom to give it.'),
  numbers: z.array(numberSchema).min(1).max(5),
};

const posterSchema = z.strictObject({
  form: z.literal('poster'),
  ...shared,
  words: posterWords,
  lead: text.max(110),
  steps: z.array(text.max(90)).max(3).default([]),
  own: z.array(text.max(50)).max(3).default([]).describe('Lines for whoever hangs it to write on.'),
});
const stripsSchema = z.strictObject({ form: z.literal('strips'), ...shared, words: posterWords, lead: text.max(110), note: text.max(140) });
const walletSchema = z.strictObject({ form: z.literal('wallet'), ...shared, cover: text.max(24), head: text.max(40), own: z.array(text.max(40)).min(1).max(4) });

/** A sheet to print. Lives in content/campaign/pieces/<language>/<id>.yaml. */
export const campaignPieceSchema = z.discriminatedUnion('form', [posterSchema, stripsSchema, walletSchema]).superRefine((piece, context) => {
  const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
  const said = printedWords(piece);
  const ease = inflesz(countText(said.join('\n\n')));
  if (ease < EASY) refuse(`Its INFLESZ is ${ease.toFixed(1)}; shorten sentences until it is ${EASY}.`);
  if (piece.form !== 'poster') for (const words of said) if (/\btrata\b|tr[aá]fico|explota/i.test(words)) refuse(`«${words}» tells what the paper is about; someone may find it in a pocket. Use neutral words.`);
});
export type CampaignPiece = z.infer<typeof campaignPieceSchema>;
export type PosterPiece = z.infer<typeof posterSchema>;
export type StripsPiece = z.infer<typeof stripsSchema>;
export type WalletPiece = z.infer<typeof walletSchema>;

/** Every text that a piece puts on paper, without the numbers. */
export function printedWords(piece: CampaignPiece): string[] {
  const numbers = piece.numbers.flatMap(({ for: what, press }) => [what, ...(press === undefined ? [] : [press])]);
  if (piece.form === 'poster') return [piece.words, piece.lead, ...piece.steps, ...piece.own, ...numbers];
  if (piece.form === 'strips') return [piece.words, piece.lead, piece.note, ...numbers];
  return [piece.cover, piece.head, ...piece.own, ...numbers];
}
