import { fill } from '#domain/phrases.ts';
import type { ResultView } from '#domain/service/directory-data.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';

export type ResultWords = Pick<DirectoryPhrases, 'call' | 'byReferral' | 'noPhoneShort' | 'noPhoneVia' | 'km' | 'open' | 'closed'>;

/** Nearer than this a distance between towns says nothing. */
const LEAST_KM = 5;

function link(href: string, text: string, style: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  made.className = style;
  return made;
}

function line(text: string, style = ''): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  made.className = style;
  return made;
}

/** One result: name, place, number to press, how sure. Made of text nodes, so that nothing typed or stored is ever markup. */
export function resultItem({ record, kind, place, phones, sure, caution, byReferral, via }: ResultView, { km, open }: { readonly km: number | undefined; readonly open: boolean | undefined }, words: ResultWords): HTMLLIElement {
  const calls = phones.map(([number, href]) => {
    const made = link(href, number, 'press help');
    if (!via && !byReferral) made.setAttribute('aria-label', `${fill(words.call, { number })}, ${record.name}`);
    return made;
  });
  const how = byReferral ? [line(words.byReferral)] : phones.length === 0 ? [line(words.noPhoneShort)] : via ? [line(words.noPhoneVia)] : [];
  const call = document.createElement('p');
  call.append(...calls);
  const where = [kind, place, km === undefined || km < LEAST_KM ? '' : fill(words.km, { km })];
  const item = document.createElement('li');
  item.append(
    link(`/ayuda/${record.id}/`, record.name, 'name'),
    line(where.filter(Boolean).join(' · ')),
    ...how,
    ...(calls.length > 0 ? [call] : []),
    line([open === undefined ? '' : open ? words.open : words.closed, sure, caution ?? ''].filter(Boolean).join(' '), 'quiet'),
  );
  return item;
}
