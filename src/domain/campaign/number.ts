import type { NumberWanted } from '#domain/campaign/piece.ts';
import { printRow } from '#domain/service/print-row.ts';
import { days } from '#domain/service/hours.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import type { ServiceView } from '#domain/service/view.ts';

/** A number as a printed sheet says it: never surer than the directory's row. */
export interface PrintedNumber {
  readonly for: string;
  readonly number: string;
  /** Where a press calls; undefined where it would reach nobody. */
  readonly dial: string | undefined;
  readonly press: string | undefined;
  /** Said where the line does not answer at every hour. */
  readonly hours: string | undefined;
  /** Where the number comes from, from when, and what stands against it. */
  readonly sure: string;
  readonly href: string;
}

/** Whether a row's sources say that it answers every day from midnight to midnight. */
export const alwaysOpen = ({ opens }: Pick<ServiceView, 'opens'>): boolean =>
  opens.some((open) => open.from === '00:00' && open.to === '24:00' && days.every((day) => open.days.includes(day)));

/** A wanted number with what the directory's row says of it. Throws, naming the row, when it has no phone. */
export function printedNumber(wanted: NumberWanted, service: ServiceView, words: DirectoryPhrases): PrintedNumber {
  const [phone] = service.phones;
  if (phone === undefined) throw new Error(`content/services: «${service.id}» has no phone, and a sheet of content/campaign asks for it; name another row there.`);
  const { sure } = printRow(service, words);
  return { for: wanted.for, press: wanted.press, number: phone.number, dial: phone.href, hours: alwaysOpen(service) ? undefined : service.hours, sure, href: service.href };
}
