/**
 * What the letterbox can answer other than yes: the word that starts its plain-text answer,
 * and the HTTP status that goes with it. The page says each in its own words.
 */
export const FAULTS = {
  malformed: 400,
  'not-sealed': 400,
  'unknown-desk': 400,
  'bad-proof': 400,
  'proof-expired': 400,
  'not-a-desk': 401,
  clock: 401,
  'wrong-origin': 403,
  'not-here': 404,
  'wrong-method': 405,
  'too-slow': 408,
  'proof-used': 409,
  'key-used': 409,
  'box-taken': 409,
  'no-mailbox': 409,
  'mailbox-full': 409,
  'seen-before': 409,
  'no-such-tip': 409,
  'too-large': 413,
  'wrong-type': 415,
  'headers-too-large': 431,
  'not-kept': 503,
  full: 503,
} as const;
export type Fault = keyof typeof FAULTS;
export const isFault = (word: string): word is Fault => Object.hasOwn(FAULTS, word);
