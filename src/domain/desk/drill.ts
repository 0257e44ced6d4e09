import { toHex } from '#domain/tip/bytes.ts';
import { tipToPayload } from '#domain/tip/content.ts';
import { openTip } from '#domain/tip/desk-open.ts';
import { OpenError, seal, type Pinned } from '#domain/tip/seal.ts';
import type { Tip } from '#domain/tip/tip.ts';

/**
 * The recovery drill: a test tip, sealed as the form seals, to exactly the two keys that the form
 * would use today. Whoever opens it can say its code; equal codes on both machines prove both keys.
 */
export interface Drill {
  readonly sealed: Uint8Array;
  readonly code: string;
}

const MARK = 'Simulacro de recuperación';

/** @param random 8 fresh random bytes @throws SealError when the two keys can't be used together */
export async function makeDrill(pinned: Pinned, random: Uint8Array): Promise<Drill> {
  const code = (toHex(random.slice(0, 8)).match(/.{4}/g) ?? []).join(' ');
  const tip: Tip = {
    v: 1, kind: 'tip', practice: true, emergency: false, what: `${MARK}: ${code}`, where: { region: 'no-se', place: '' }, when: '',
    atRisk: { now: 'no', who: '' }, how: { kind: 'other', words: '' }, language: 'es', reply: null, photos: [],
  };
  return { sealed: await seal(tipToPayload(tip), pinned), code };
}

export type DrillResult = { readonly ok: true; readonly code: string } | { readonly ok: false; readonly fault: 'no-key' | 'damaged' | 'bad-envelope' | 'not-a-drill' };

/** Opens a drill with one machine's identities. */
export async function readDrill(sealed: Uint8Array, identities: readonly string[]): Promise<DrillResult> {
  try {
    const { what } = await openTip(sealed, identities);
    const code = new RegExp(`^${MARK}: ([0-9a-f]{4}(?: [0-9a-f]{4}){3})$`).exec(what)?.[1];
    return code === undefined ? { ok: false, fault: 'not-a-drill' } : { ok: true, code };
  } catch (error) {
    if (error instanceof OpenError) return { ok: false, fault: error.fault };
    throw error;
  }
}
