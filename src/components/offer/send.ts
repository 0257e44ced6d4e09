import { letter, whatsappAddress, type LetterParts } from '#domain/plan/letter.ts';
import type { OfferPhrases } from '#domain/phrases.ts';
import { copyText } from './copy.ts';
import { element } from './dom.ts';

/**
 * «Mandárselo a alguien de confianza»: the message as it would go, text only, and the person's own
 * ways to send it. The offer itself goes along only when ticked. Nothing is sent from here.
 */
export function sendSection(parts: Omit<LetterParts, 'offer'>, offer: string, { send: words }: Pick<OfferPhrases, 'send'>): HTMLElement {
  const include = element('input', { type: 'checkbox' });
  const preview = element('div', { className: 'letter', tabIndex: 0, role: 'group', ariaLabel: words.title });
  const said = element('p', { role: 'status', className: 'said' });
  const message = (): string => letter({ ...parts, offer: include.checked ? offer : null }, words);
  const show = (): string => (preview.textContent = message());
  include.addEventListener('change', show);
  show();

  const button = (label: string, act: () => void, main = false): HTMLElement => {
    const made = element('button', { className: main ? 'press main' : 'press', type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const buttons = [
    button(words.copy, () => void copyText(message(), said, words)),
    // The address is built on the press, so that the page never carries it; WhatsApp gets the text and no trace of this page.
    button(words.whatsapp, () => void open(whatsappAddress(message()), '_blank', 'noopener,noreferrer')),
  ];
  if ('share' in navigator) {
    // A closed share sheet rejects: the person's choice, not a fault.
    buttons.unshift(button(words.share, () => void navigator.share({ text: message() }).catch(() => undefined), true));
  }
  return element(
    'section',
    { className: 'flow', dataset: { send: '' } },
    element('h3', {}, words.title),
    element('p', {}, words.lead),
    preview,
    element('label', { className: 'tick' }, include, element('span', {}, words.include)),
    element('p', { className: 'row' }, ...buttons),
    said,
  );
}
