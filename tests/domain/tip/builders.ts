import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { fingerprintOf, type Letterbox, type PublicDesk } from '#domain/tip/letterbox.ts';
import type { Pinned } from '#domain/tip/seal.ts';
import type { TipWords } from '#domain/tip/tipster.ts';

/** What a person in Tumbes might send. */
export const aTip = (words: Partial<TipWords> = {}): TipWords => ({
  practice: true,
  emergency: false,
  what: 'Ofrecen trabajo de mesera y les quitan el documento al llegar.',
  where: { region: 'tumbes', place: 'cerca del mercado de Aguas Verdes' },
  when: 'los viernes en la tarde',
  atRisk: { now: 'unknown', who: 'dos chicas' },
  how: { kind: 'saw', words: 'vendo jugos al frente' },
  language: 'es',
  photos: [],
  ...words,
});

export interface Keys {
  readonly desk: string;
  readonly national: string;
  readonly pinned: Pinned;
}

/** Fresh keys of two desks: what the desks hold, and what the page pins. */
export async function someKeys(suite: 'x25519' | 'pq' = 'x25519'): Promise<Keys> {
  const make = suite === 'pq' ? generateHybridIdentity : generateX25519Identity;
  const [desk, national] = [await make(), await make()];
  const [deskKey, nationalKey] = [await identityToRecipient(desk), await identityToRecipient(national)];
  return { desk, national, pinned: { desk: deskKey, national: nationalKey, list: [deskKey, nationalKey] } };
}

export const aDesk = (id: string, recipient: string, more: Partial<PublicDesk> = {}): PublicDesk => ({
  id,
  name: `Mesa ${id}`,
  national: false,
  regions: [],
  everywhereElse: false,
  demo: true,
  keys: [{ recipient, fingerprint: fingerprintOf(recipient), validFrom: '2026-11-01', validTo: '2027-01-30' }],
  ...more,
});

export const aLetterbox = (desks: readonly PublicDesk[]): Letterbox => ({ v: 1, mode: 'practice', salt: 'practica', endpoint: '/buzon', desks });
