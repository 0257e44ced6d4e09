import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vcard, vcardLink } from '#domain/service/vcard.ts';

const line100 = { name: 'Línea 100', phones: [{ href: 'tel:100', number: '100', free: true, label: undefined }], place: 'Todo el Perú', address: undefined, byReferral: false };
const unfold = (card: string) => card.replaceAll('\r\n ', '');

describe('a service among the contacts of a phone', () => {
  it('has its name and its numbers', () => {
    expect(vcard(line100)).toBe('BEGIN:VCARD\r\nVERSION:3.0\r\nN:Línea 100;;;;\r\nFN:Línea 100\r\nTEL;TYPE=VOICE:100\r\nEND:VCARD\r\n');
  });

  it('under a neutral name nothing else says what it is', () => {
    const card = vcard({ ...line100, address: 'Jr. Camaná 616', place: 'Lima' }, 'Información') ?? '';
    expect(card).toContain('FN:Información');
    expect(card).not.toMatch(/Línea|Camaná|Lima/);
  });

  it('a shelter, or a service without a number, makes no contact', () => {
    expect(vcard({ ...line100, byReferral: true })).toBeUndefined();
    expect(vcard({ ...line100, phones: [] })).toBeUndefined();
  });

  it('whatever a name holds, the card keeps its six lines, none longer than 75 bytes, and the name is read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 120, unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text)), (name) => {
        const card = vcard({ ...line100, name }) ?? '';
        for (const line of card.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const [shown = ''] = unfold(card).split('\r\n').filter((line) => line.startsWith('FN:'));
        expect(shown.slice(3).replace(/\\([\\,;])/g, '$1')).toBe(name);
        expect(unfold(card).trimEnd().split('\r\n').length).toBe(6);
        expect(decodeURIComponent(vcardLink(card)).endsWith(card)).toBe(true);
      }),
    );
  });
});
