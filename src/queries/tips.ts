import { parse } from 'yaml';
import { languageTag, type Locale } from '#domain/locale.ts';
import type { Site } from '#domain/site.ts';
import { deskProblems, deskSchema, publicDesk, type Desk } from '#domain/tip/desk.ts';
import type { Letterbox } from '#domain/tip/letterbox.ts';
import { getRegions } from '#queries/services.ts';
import { getSite } from '#queries/site.ts';
import { today } from '#queries/today.ts';

const deskFiles = import.meta.glob<string>('../../content/desks/*.yaml', { eager: true, query: '?raw', import: 'default' });
const wordFiles = import.meta.glob<string>('../../content/receipt-words/*.txt', { eager: true, query: '?raw', import: 'default' });

/** The organisations' desks, by id. Throws a sentence that names the file and the mend. */
export function getDesks(): Desk[] {
  return Object.entries(deskFiles)
    .map(([path, text]) => {
      const id = path.replace(/^.*\/|\.yaml$/g, '');
      const read = deskSchema.safeParse(parse(text));
      if (!read.success) throw new Error(`content/desks/${id}.yaml: ${read.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`).join('; ')}`);
      return { ...read.data, id };
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** What the form and the answers' page are handed, whatever their language. */
export interface TipDoor {
  /** The directive that lets the page reach the letterbox in intake mode; null otherwise. */
  readonly connect: `connect-src ${string}` | null;
  readonly form: {
    readonly mode: Site['tips']['mode'];
    readonly letterbox: Letterbox | null;
    readonly languageTag: string;
    readonly regions: readonly { readonly id: string; readonly name: string }[];
    readonly places: readonly string[];
    readonly readers: Readonly<Record<string, string>>;
    readonly receiptWords: string;
  };
}

/** Throws, and so stops the build, when a real letterbox is asked for and its desks or keys are not in order. */
export async function getTipDoor(locale: Locale): Promise<TipDoor> {
  const { tips } = await getSite();
  const regions = await getRegions();
  const desks = getDesks();
  const receiptWords = wordFiles['../../content/receipt-words/es.txt'];
  if (receiptWords === undefined) throw new Error('content/receipt-words/es.txt is missing: the receipts are made of its 1,024 words.');
  return {
    connect: tips.mode === 'intake' ? `connect-src ${new URL(endpointOf(tips)).origin}` : null,
    form: {
      mode: tips.mode,
      letterbox: tips.mode === 'intake' ? builtLetterbox(tips, desks) : null,
      languageTag: languageTag[locale],
      regions: regions.map(({ id, name }) => ({ id, name })),
      // Towns of two words and more look like a person's name and surname.
      places: regions.flatMap(({ name, aliases }) => [name, ...aliases]).filter((place) => place.includes(' ')),
      readers: Object.fromEntries(desks.map(({ id, who }) => [id, who])),
      // The comments are for editors; the phone needs the words alone.
      receiptWords: receiptWords.split('\n').filter((line) => line !== '' && !line.startsWith('#')).join('\n'),
    },
  };
}

function endpointOf(tips: Site['tips']): string {
  if (tips.intake === null || !tips.intake.startsWith('https://')) throw new Error('content/site.yaml: tips.intake needs the whole https:// address of the letterbox while tips.mode is «intake».');
  return tips.intake;
}

function builtLetterbox(tips: Site['tips'], desks: readonly Desk[]): Letterbox {
  const problems = deskProblems(desks, 'intake', today());
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { v: 1, mode: 'intake', salt: tips.salt, endpoint: endpointOf(tips), desks: desks.map(publicDesk) };
}
