import type { ServiceView } from '#domain/service/view.ts';

/** RFC 2426, section 5: commas, semicolons, backslashes and line ends are escaped inside a value. */
const value = (text: string) => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** RFC 2426, section 2.6: no line longer than 75 bytes; what goes on begins with a space. A letter is never cut. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (bytes(current + letter) > 75) {
      lines.push(current);
      current = ' ';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n');
}

/**
 * A service's own numbers as a contact (vCard 3.0, which old phones read too). `called` replaces its name, for whoever
 * looks through this phone; then nothing else that names it goes along. Undefined where the service has no number that
 * can be dialled.
 */
export function vcard({ name, phones, place, address, byReferral }: Pick<ServiceView, 'name' | 'phones' | 'place' | 'address' | 'byReferral'>, called?: string): string | undefined {
  const numbers = phones.flatMap(({ href }) => (href?.startsWith('tel:') === true ? [decodeURIComponent(href.slice(4))] : []));
  if (numbers.length === 0 || byReferral) return undefined;
  const shown = value(called ?? name);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${shown};;;;`,
    `FN:${shown}`,
    ...numbers.map((number) => `TEL;TYPE=VOICE:${number}`),
    ...(called === undefined && address !== undefined ? [`ADR;TYPE=WORK:;;${value(address)};${value(place)};;;`] : []),
    'END:VCARD',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The same as an address that a link can hold: no file on the site, no script, no request when it is pressed. */
export function vcardLink(card: string): string {
  return `data:text/vcard;charset=utf-8,${encodeURIComponent(card)}`;
}
