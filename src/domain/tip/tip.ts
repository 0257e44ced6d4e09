import * as z from 'zod';
import { AT_RISK, HOW, LIMITS, PHOTO_TYPES } from './limits.ts';

/**
 * A tip, a reply and a follow-up, as the desk reads them after opening the seal.
 *
 * The person's browser imports the types only: zod is too heavy for a borrowed phone, and
 * whatever comes out of a seal is checked here again, on the operator's machine.
 */
const text = (limit: number) => z.string().max(limit);
const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
export const languageSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
export const x25519RecipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

export const photoSchema = z.strictObject({
  type: z.enum(PHOTO_TYPES),
  original: z.boolean().describe('True when the person chose to keep the file as it was, with its data.'),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= LIMITS.photoBytes),
});

export const tipSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('tip'),
  practice: z.boolean().describe('True for a rehearsal: nobody may act on it as if it were real.'),
  emergency: z.boolean().describe('The person said that someone is in danger now (and was sent to the phone first).'),
  what: text(LIMITS.what).min(1),
  where: z.strictObject({ region: z.string().regex(/^[a-z][a-z-]{1,30}$/), place: text(LIMITS.place) }),
  when: text(LIMITS.when),
  atRisk: z.strictObject({ now: z.enum(AT_RISK), who: text(LIMITS.who) }),
  how: z.strictObject({ kind: z.enum(HOW), words: text(LIMITS.how) }),
  language: languageSchema,
  reply: z
    .strictObject({ address: x25519RecipientSchema, threadKey: hex32 })
    .nullable()
    .describe('Where and how to answer; null when the person wanted no receipt.'),
  photos: z.array(photoSchema).max(LIMITS.photos),
});

/** `received` says that a person at the desk has read it; `closed` that nothing more will come. */
export const REPLY_KINDS = ['received', 'message', 'closed'] as const;
export const replySchema = z.strictObject({
  v: z.literal(1),
  kind: z.enum(REPLY_KINDS),
  text: text(LIMITS.message),
  language: languageSchema,
});

export const followUpSchema = z.strictObject({
  v: z.literal(1),
  kind: z.literal('follow-up'),
  practice: z.boolean(),
  text: text(LIMITS.message).min(1),
  language: languageSchema,
});

export type Photo = z.infer<typeof photoSchema>;
export type Tip = z.infer<typeof tipSchema>;
export type Reply = z.infer<typeof replySchema>;
export type FollowUp = z.infer<typeof followUpSchema>;
