import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import type { ServiceView } from '#domain/service/view.ts';

/** A service as a line of a printed list. */
export interface PrintRow {
  readonly name: string;
  readonly where: string;
  /** Its numbers, or whom to call instead; each with what stands beside it. */
  readonly numbers: readonly string[];
  /** Said where the numbers are another service's, or where there is none. */
  readonly how: string | undefined;
  readonly hours: string | undefined;
  readonly sure: string;
}

const written = ({ number, label }: { readonly number: string; readonly label: string | undefined }) => (label === undefined ? number : `${number} (${label})`);

/** What a printed line says: as much as the page says, and how sure it is. A shelter keeps its region and the way in. */
export function printRow(service: ServiceView, words: DirectoryPhrases): PrintRow {
  const own = [...service.phones.map(written), ...service.whatsapp.map(({ number }) => `${number} (WhatsApp)`)];
  const via = service.via.flatMap(({ name, phones }) => phones.slice(0, 1).map(({ number }) => `${number} (${name})`));
  const how = own.length > 0 ? undefined : service.byReferral ? words.byReferral : via.length > 0 ? words.noPhoneVia : words.noPhoneShort;
  return {
    name: service.name,
    where: [service.place, service.byReferral ? undefined : service.address].filter(Boolean).join(' · '),
    numbers: own.length > 0 ? own : via,
    how,
    hours: service.byReferral ? undefined : service.hours,
    // The sheet's head asks to confirm before going; a line says its date, and what stands against it alone.
    sure: [service.sureness.short, ...service.sureness.cautions.filter((each) => each !== words.sureness.confirm)].join(' '),
  };
}
