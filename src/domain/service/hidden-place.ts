/** Street words, lots, kilometres, «n.º 12», six digits in a row, coordinates: what gives a place or a phone away. */
const PLACE = /\b(?:av|avda|jr|cll|psje|pje|urb)\.|\b(?:avenida|jir[oó]n|calle|pasaje|urbanizaci[oó]n|manzana|mz|lote|lt|km|cdra|cuadra|piso)\b\.?\s*\w*|n[.°º]+\s*º?\s*\d+|-?\d{1,3}\.\d{4,}|\d(?:[\s-]?\d){5,}/i;

/** What in a text gives a place or a phone away, or undefined. Deliberately strict: it guards texts about shelters. */
export function placeIn(text: string): string | undefined {
  return PLACE.exec(text)?.[0];
}
