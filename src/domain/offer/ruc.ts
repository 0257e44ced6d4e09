/** Why a RUC was not accepted; `null` when the number is well formed. */
export type RucProblem = 'empty' | 'not-digits' | 'length' | 'prefix' | 'check-digit';

export interface RucCheck {
  /** True when the number is well formed. It never says that the company is honest, or even real. */
  ok: boolean;
  reason: RucProblem | null;
  /** The digits as read, without spaces or dashes, to show back to the person. */
  digits: string;
  /** `company` for 20, `person` for 10, 15, 16 and 17; `null` when not well formed. */
  holder: 'company' | 'person' | null;
}

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const PREFIXES = new Set(['10', '15', '16', '17', '20']);

/**
 * The last digit that ten digits of a RUC call for: weigh, sum, modulo 11,
 * `(11 − r) mod 10`. A remainder that gives 10 becomes 0 and 11 becomes 1
 * (some manuals say 1 for both; that rejects RENIEC's own number).
 */
export function rucCheckDigit(tenDigits: string): number {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(tenDigits[i]), 0);
  return (11 - (sum % 11)) % 10;
}

/**
 * Looks for typing errors in a Peruvian RUC (11 digits). About 98 of 100
 * single-digit typos are caught; one invented number in ten passes, so who owns
 * it must be read at SUNAT.
 */
export function checkRuc(input: string): RucCheck {
  const digits = input.replace(/^\s*r\.?\s*u\.?\s*c\.?\s*(?:n[°º.]?\s*)?:?/i, '').replace(/[\s.\-‐–—]/g, '');
  const fail = (reason: RucProblem): RucCheck => ({ ok: false, reason, digits, holder: null });
  if (digits === '') return fail('empty');
  if (!/^\d+$/.test(digits)) return fail('not-digits');
  if (digits.length !== 11) return fail('length');
  if (!PREFIXES.has(digits.slice(0, 2))) return fail('prefix');
  if (rucCheckDigit(digits) !== Number(digits[10])) return fail('check-digit');
  return { ok: true, reason: null, digits, holder: digits.startsWith('20') ? 'company' : 'person' };
}
