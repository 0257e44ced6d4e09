import type { Service } from '#domain/service/service.ts';
import { fold } from '#domain/text.ts';

/** Street words, lots, kilometres, «n.º 12», six digits in a row, coordinates: what gives a place or a phone away. */
const PLACE = /\b(?:av|avda|jr|cll|psje|pje|urb)\.|\b(?:avenida|jir[oó]n|calle|pasaje|urbanizaci[oó]n|manzana|mz|lote|lt|km|cdra|cuadra|piso)\b\.?\s*\w*|n[.°º]+\s*º?\s*\d+|-?\d{1,3}\.\d{4,}|\d(?:[\s-]?\d){5,}/i;

/** What in a text gives a place or a phone away, or undefined. Deliberately strict: it guards texts about shelters. */
export function placeIn(text: string): string | undefined {
  return PLACE.exec(text)?.[0];
}

/** What would give away where a service is, or its phone, as it might stand anywhere in a built file. */
export function hidingPlaces(service: Pick<Service, 'advice' | 'addressVisibility' | 'address' | 'district' | 'city' | 'province' | 'phones'>): string[] {
  const { addressVisibility, address, district, city, province, phones } = service;
  if (addressVisibility === 'public') return [];
  const area = addressVisibility === 'by-referral' ? [district, city, province] : [];
  const numbers = addressVisibility === 'by-referral' ? phones.flatMap(({ printed, dial, e164 }) => [printed, dial, e164]) : [];
  return [address, ...area, ...numbers].filter((each): each is string => each !== undefined && each.length > 3);
}

/** Which of these places a text holds, however it is written: accents, capitals and spaces in numbers change nothing. */
export function leaksIn<T extends { readonly place: string }>(text: string, places: readonly T[]): T[] {
  if (places.length === 0) return [];
  const folded = fold(text);
  const digits = text.replace(/[\s-]/g, '');
  return places.filter(({ place }) => folded.includes(fold(place)) || (/^[+\d\s-]+$/.test(place) && digits.includes(place.replace(/[\s-]/g, ''))));
}
