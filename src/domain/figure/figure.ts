import * as z from 'zod';
import { regionIds } from '#domain/region.ts';

/**
 * What a number counts. They are never added up or set side by side: in 2022 three official
 * numbers stood at once, 631 complaints, 1430 victims and 6107 complaints elsewhere
 * (shared/research/prevention-evidence.md d4).
 */
export const units = [
  'denuncias', 'casos', 'victimas', 'posibles-victimas', 'rescatadas', 'condenas', 'llamadas',
  'porcentaje-victimas', 'porcentaje-denuncias', 'centimos-por-habitante', 'personas-encuesta', 'nivel',
] as const;
export type Unit = (typeof units)[number];

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Write the month as "2022-01", with quotes.');
const ids = z.array(z.string()).min(1, 'A figure without a source is a rumour: name the id of content/sources.yaml.');
const value = z.number().nonnegative();

const rowSchema = z
  .strictObject({
    from: month.describe('First month counted.'),
    to: month.describe('Last month counted.'),
    period: z.string().min(4).optional().describe('The period in words, only where the source does not say the months.'),
    value,
    revised: z.strictObject({ value, sources: ids }).optional().describe('What the same agency said later of the same period.'),
    detail: z.string().min(8).optional().describe('What else the source says of this number.'),
    weak: z.boolean().optional().describe('true where the source is an advertorial or the like.'),
    sources: ids,
  })
  .refine(({ from, to }) => from <= to, 'The period ends before it begins: change «from» or «to».');
export type FigureRow = z.infer<typeof rowSchema>;

/** One published series: content/figures/<language>/<id>.yaml. Rows of one series were counted by one agency in one way. */
export const figureSchema = z
  .strictObject({
    order: z.int().min(1),
    title: z.string().min(8).max(80),
    agency: z.string().min(4).describe('Who counted, and who reported it.'),
    unit: z.enum(units),
    base: z.string().min(30, 'Say what was counted: a figure without its base cannot be read.'),
    comparable: z.boolean().describe('true only where every row was counted alike: then a chart may set them side by side.'),
    pair: z.string().optional().describe('The series that says otherwise of the same question: both are shown, or neither.'),
    checkedOn: z.iso.date('Write the day as "2026-11-28", with quotes.'),
    notSaid: z.string().min(20, 'Say what this number does not tell.'),
    rows: z.array(rowSchema).min(1),
    departments: z.partialRecord(z.enum(regionIds), z.int().nonnegative()).optional(),
  })
  .superRefine(({ rows, departments, comparable, unit }, context) => {
    const total = rows[0]?.value;
    const sum = Object.values(departments ?? {}).reduce((a, b) => a + b, 0);
    if (departments !== undefined && sum !== total) context.addIssue({ code: 'custom', path: ['departments'], message: `The departments add up to ${sum}, the row says ${total}: find the missing ones.` });
    if (comparable && rows.length < 2) context.addIssue({ code: 'custom', path: ['comparable'], message: 'One row has nothing to be compared with.' });
    if (unit.startsWith('porcentaje') && rows.some(({ value: share }) => share > 100)) context.addIssue({ code: 'custom', path: ['rows'], message: 'A share of a hundred is at most 100.' });
  });
export type Figure = z.infer<typeof figureSchema>;

/** Whether a row covers less than its whole years: such a row is drawn apart, never as a year. */
export const isPart = ({ from, to }: Pick<FigureRow, 'from' | 'to'>): boolean => !from.endsWith('-01') || !to.endsWith('-12');

/** Whether a row covers exactly one calendar year. */
export const isYear = (row: Pick<FigureRow, 'from' | 'to'>): boolean => !isPart(row) && row.from.slice(0, 4) === row.to.slice(0, 4);

const monthName = (at: string, languageTag: string): string => new Intl.DateTimeFormat(languageTag, { month: 'long', timeZone: 'UTC' }).format(new Date(`${at}-01T00:00:00Z`)).toLowerCase();

/** A period as people say it: «2018», «2009–2017», «enero–junio de 2021», «2020–junio de 2025». */
export function periodInWords(row: Pick<FigureRow, 'from' | 'to' | 'period'>, languageTag: string): string {
  const { from, to, period } = row;
  if (period !== undefined) return period;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (!isPart(row)) return first === last ? first : `${first}–${last}`;
  if (first === last) return `${monthName(from, languageTag)}–${monthName(to, languageTag)} de ${first}`;
  return `${from.endsWith('-01') ? first : `${monthName(from, languageTag)} de ${first}`}–${to.endsWith('-12') ? last : `${monthName(to, languageTag)} de ${last}`}`;
}

/** A number as Peru writes it in a text: 1430, 12 345 → «1430», «12 345»; 7.6 → «7,6». */
export const numberInWords = (n: number): string => (n >= 10000 ? Math.round(n).toString().replace(/\B(?=(\d{3})+$)/g, '\u00a0') : String(n).replace('.', ','));
