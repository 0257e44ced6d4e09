/** Only a clock time and WhatsApp's ticks, as under every bubble. */
const CLOCK = /^\W*\d{1,2}[:.]\d{2}\s*(?:[ap]\s?\.?\s?m\.?)?[\W\dvVyYJjw]{0,6}$/;
/** Two letters or three digits in a row: less is the noise of icons and borders. */
const SAYS_SOMETHING = /\p{L}{2}|\d{3}/u;
/** A sentence that goes on in the next line. */
const OPEN_END = /[^.!?:;…]$/;

/**
 * Tidies what was read in a photo, for the person to correct: drops lines of noise and bare clock
 * times, joins lines that one sentence was broken into, mends words cut at a line's end. It corrects
 * no letter.
 */
export function tidyRead(raw: string): string {
  const out: string[] = [];
  let broken = true;
  for (const each of raw.split(/\r?\n/)) {
    const line = each.replace(/[\s|]+/g, ' ').trim();
    if (line === '') {
      broken = true;
      continue;
    }
    if (CLOCK.test(line)) {
      // The foot of a bubble: what follows is another message.
      broken = true;
      continue;
    }
    if (!SAYS_SOMETHING.test(line)) continue;
    const last = out.at(-1);
    if (last !== undefined && /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(line)) out[out.length - 1] = last.slice(0, -1) + line;
    else if (last !== undefined && OPEN_END.test(last) && (/^[\p{Ll}\d]/u.test(line) || !broken)) out[out.length - 1] = `${last} ${line}`;
    else out.push(line);
    broken = false;
  }
  return out.join('\n');
}

/** Below this, the reader is told to compare word by word (tesseract's mean confidence, 0 to 100). */
const UNSURE_BELOW = 70;

/** Was the photo read with doubts? */
export const isUnsure = (confidence: number): boolean => confidence < UNSURE_BELOW;
