import type { ServiceView } from '#domain/service/view.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';
import { fill } from '#domain/phrases.ts';

/** A service as a message that a person can send: name, number, place, hours, and how sure. Never more than the page shows. */
export function serviceAsText(service: ServiceView, words: DirectoryPhrases): string {
  const own = [...service.phones, ...service.whatsapp.map((each) => ({ ...each, label: 'WhatsApp' }))];
  const numbers = own.map(({ number, label }) => (label === undefined ? number : `${number} (${label})`));
  const via = own.length > 0 ? [] : service.via.flatMap(({ name, phones }) => phones.slice(0, 1).map(({ number }) => `${name}: ${number}`));
  const lines = [
    service.name,
    service.place,
    ...numbers,
    ...(via.length > 0 ? [service.byReferral ? words.shelterVia : words.via, ...via] : []),
    service.byReferral ? undefined : service.address,
    service.byReferral ? undefined : service.hours,
    service.sureness.short,
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n');
}

/** What to send when a row is wrong, with the row's code filled in. */
export function mistakeText({ name, id }: Pick<ServiceView, 'name' | 'id'>, words: DirectoryPhrases): string {
  return fill(words.mistakeText, { name, id });
}
