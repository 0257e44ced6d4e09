import { useEffect, useState } from 'react';
import type { Letterbox } from '#domain/tip/letterbox.ts';
import type { Site } from '#domain/site.ts';
import type { Sender } from './sender.ts';

export type Mode = Site['tips']['mode'];
/** `looking` while nobody knows yet; null when nothing can be sent from this page. */
export type MaybeSender = Sender | null | 'looking';

/**
 * Finds the letterbox: none in composer mode, built into the page in intake mode, asked of this
 * site in practice. Whatever is missing or malformed means that nothing can be sent.
 */
async function find(mode: Mode, built: Letterbox | null): Promise<Sender | null> {
  if (mode === 'composer') return null;
  let json: unknown = built;
  if (mode === 'practice') {
    const answer = await fetch('/denuncia/mesas.json', { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' });
    json = answer.ok ? await answer.json() : null;
  }
  if (json === null) return null;
  const { createSender } = await import('./sender.ts');
  const sender = createSender(json);
  // A practice page may not fall into a real letterbox, nor the other way round.
  return sender?.letterbox.mode === mode ? sender : null;
}

export function useSender(mode: Mode, built: Letterbox | null): MaybeSender {
  const [sender, setSender] = useState<MaybeSender>(mode === 'composer' ? null : 'looking');
  useEffect(() => {
    find(mode, built).then(setSender, () => setSender(null));
  }, []);
  return sender;
}
