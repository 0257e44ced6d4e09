import { checkDraft } from './draft.ts';
import { LIMITS, type Entry, type OwnItem, type OwnSet } from './own-set.ts';
import { lengthOf, oneLine } from './plain-text.ts';

/** The version of both the link and the file. A reader of a later version still knows this one. */
export const VERSION = 1;

/** Why a link or a file can't be opened. */
export type Trouble = 'damaged' | 'older' | 'newer' | 'large' | 'not-json' | 'foreign' | 'no-inflate';

/** A set as it came in, and what had to stay out of it: addresses that this site has no item for, and own questions that are not whole. */
export interface Opened {
  readonly set: OwnSet;
  readonly unknown: readonly string[];
  readonly faulty: readonly string[];
}
export type Opening = Opened | { readonly trouble: Trouble };

/** A set as plain data; `readWire` is its inverse. */
export const toWire = ({ title, entries }: OwnSet): { readonly title: string; readonly items: readonly Entry[] } => ({ title, items: entries });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function readOwn(value: Readonly<Record<string, unknown>>): OwnItem | undefined {
  const options = Array.isArray(value['options']) ? (value['options'] as unknown[]).map((option) => (isRecord(option) ? { text: textOf(option['text']), feedback: textOf(option['feedback']) } : { text: '', feedback: '' })) : [];
  const right = value['right'];
  if (options.length > LIMITS.options || !Number.isInteger(right) || (right as number) < 0) return undefined;
  const checked = checkDraft({ scene: textOf(value['scene']), question: textOf(value['question']), options, right: right as number });
  return 'item' in checked ? checked.item : undefined;
}

/** Reads plain data from outside; nothing in it is trusted. `ready` holds the addresses of the items of this site. */
export function readWire(data: unknown, ready: ReadonlySet<string>): Opening {
  if (!isRecord(data) || !Array.isArray(data['items'])) return { trouble: 'damaged' };
  const items = data['items'] as unknown[];
  if (!items.every((item) => typeof item === 'string' || isRecord(item))) return { trouble: 'damaged' };
  if (items.length > LIMITS.entries) return { trouble: 'large' };
  const entries: Entry[] = [];
  const unknown: string[] = [];
  const faulty: string[] = [];
  for (const item of items as (string | Readonly<Record<string, unknown>>)[]) {
    if (typeof item === 'string') {
      if (!ready.has(item)) unknown.push(shortened(item));
      else if (!entries.includes(item)) entries.push(item);
      continue;
    }
    const own = readOwn(item);
    if (own === undefined) faulty.push(shortened(textOf(item['question'])));
    else entries.push(own);
  }
  const title = oneLine(textOf(data['title']));
  return { set: { title: lengthOf(title) > LIMITS.title ? '' : title, entries }, unknown, faulty };
}

/** Enough of a text to know it by. */
function shortened(text: string): string {
  const letters = [...oneLine(text)];
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('');
}
