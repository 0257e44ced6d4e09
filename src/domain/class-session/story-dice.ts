import * as z from 'zod';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);

/** What a class hears in a face: a sign to ask about, something that can be checked, neither yet, or what one can do. */
export const hearings = ['senal', 'a-favor', 'depende', 'accion'] as const;

/** What fits a face of 44 mm in the widest of the phones’ and computers’ own bold letters: three lines of fifteen. */
export const FACE_LINE = 15;
const FACE_LINES = 3;

const faceSchema = z
  .strictObject({
    drawing: z.string().regex(/^[a-z]+(-[a-z]+)*$/).describe('Name of an own drawing in src/components/class-session/dice/.'),
    says: text(4, FACE_LINE * FACE_LINES).describe('The words on the face.'),
    hears: z.enum(hearings),
    note: text(30, 170).describe('What whoever guides the game may say about it.'),
    sign: z.string().optional().describe('Id of a warning sign (hears: senal) or of what speaks for an offer (hears: a-favor); its sources are those of the face.'),
  })
  .superRefine(({ says, hears, sign }, context) => {
    if (shortLines(says, FACE_LINE).length > FACE_LINES) context.addIssue({ code: 'custom', path: ['says'], message: `«${says}» needs more than ${FACE_LINES} lines of ${FACE_LINE} letters: shorten it.` });
    if ((hears === 'senal' || hears === 'a-favor') !== (sign !== undefined)) context.addIssue({ code: 'custom', path: ['sign'], message: `«${says}»: a face that is a sign or speaks for the offer names which one; no other face does.` });
  });

const dieSchema = z.strictObject({
  poster: text(4, 16).describe('Two or three words in capitals, for the corner of the sheet.'),
  title: text(4, 40),
  faces: z.array(faceSchema).length(6, 'A die has six faces.'),
});

/** The print-and-cut dice: content/story-dice/<language>.yaml. Three dice build an offer, the fourth says what one can do. */
export const storyDiceSchema = z
  .strictObject({
    title: text(8, 60),
    poster: text(4, 30),
    description: text(40, 160),
    lead: text(40, 300),
    cut: text(20, 160).describe('How to cut, fold and glue; printed on the sheet.'),
    needs: z.array(text(8, 140)).min(2).max(5),
    play: z.array(text(20, 280)).min(4).max(8),
    close: z.array(text(20, 240)).min(2).max(5),
    dice: z.array(dieSchema).length(4, 'Four dice: two print on each of two sheets.'),
  })
  .superRefine(({ dice }, context) => {
    dice.slice(0, 3).forEach(({ title, faces }, i) => {
      if (faces.filter(({ hears }) => hears === 'a-favor').length < 2) context.addIssue({ code: 'custom', path: ['dice', i], message: `The die «${title}» needs two faces or more that speak for an offer: else a class learns that everything is a trap.` });
    });
    if (dice.at(-1)?.faces.some(({ hears }) => hears !== 'accion')) context.addIssue({ code: 'custom', path: ['dice', 3], message: 'The last die says what one can do: hears: accion on every face.' });
  });
export type StoryDice = z.infer<typeof storyDiceSchema>;
export type StoryDie = StoryDice['dice'][number];

/** Words broken greedily into lines of at most `letters`; a longer word has a line of its own. */
export function shortLines(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
