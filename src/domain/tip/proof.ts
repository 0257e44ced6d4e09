import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { utf8 } from './bytes.ts';

/** No letterbox of ours asks for more (4 x 1000); a hostile one could freeze a weak phone. */
const COST_LIMIT = 8_000;

/**
 * Does the small piece of work that stops machines from flooding a desk: some 375 times
 * PBKDF2/SHA-256 by WebCrypto (0.2 s; 1.3 s on a weak phone). Start it at the first keystroke.
 * @param challenge the JSON text that the letterbox gave
 * @returns the proof's bytes, or null when it was stopped or the challenge is not one of ours
 */
export async function solveProof(challenge: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const parsed = readChallenge(challenge);
  if (parsed === null) return null;
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  if (signal?.aborted) return null;
  const solution = await solveChallenge({ challenge: parsed, deriveKey, controller });
  if (solution === null) return null;
  // `time` (how long this phone took) stays here: it tells about the phone.
  const { counter, derivedKey } = solution;
  return utf8(JSON.stringify({ challenge: parsed, solution: { counter, derivedKey } }));
}

function readChallenge(json: string): Challenge | null {
  try {
    const challenge = JSON.parse(json) as Challenge;
    const { algorithm, cost, keyLength, keyPrefix } = challenge.parameters;
    const ours = algorithm === 'PBKDF2/SHA-256' && cost <= COST_LIMIT && keyLength === 32 && /^[0-9a-f]{2,32}$/.test(keyPrefix);
    return ours && typeof challenge.signature === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
