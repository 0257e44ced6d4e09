/** Signs that steer a terminal or turn the direction of reading, and halves of characters: no question needs them, and they can make a text look like another. */
const STEERING = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu;

/** A text on one line, without what nobody sees. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll(STEERING, '').replaceAll(/ {2,}/g, ' ').trim();

/** A text of several lines; more than one empty line in a row is one. */
export const someLines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(oneLine)
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** How many characters a reader would count. */
export const lengthOf = (text: string): number => [...text].length;
