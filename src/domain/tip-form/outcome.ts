import type { ClientFault } from '../tip/client.ts';
import type { PinFault } from '../tip/letterbox.ts';

/**
 * Why a tip did not leave or did not arrive, in the groups for which the page has a sentence.
 * Whatever is not named is `broken`: the person is never shown a code.
 */
export const OUTCOMES = ['offline', 'full', 'not-kept', 'clock', 'no-desk', 'not-sealed', 'too-large', 'proof', 'already', 'mailbox-full', 'no-mailbox', 'broken'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const GROUPS: Readonly<Partial<Record<ClientFault | PinFault, Outcome>>> = {
  offline: 'offline',
  'too-slow': 'offline',
  full: 'full',
  'not-kept': 'not-kept',
  'no-valid-key': 'clock',
  'no-desk': 'no-desk',
  'no-national': 'no-desk',
  'mixed-keys': 'no-desk',
  'unknown-desk': 'no-desk',
  'not-sealed': 'not-sealed',
  'too-large': 'too-large',
  'no-proof': 'proof',
  'bad-proof': 'proof',
  'proof-expired': 'proof',
  'proof-used': 'proof',
  'key-used': 'already',
  'box-taken': 'already',
  'mailbox-full': 'mailbox-full',
  'no-mailbox': 'no-mailbox',
};

export const outcomeOf = (fault: ClientFault | PinFault): Outcome => GROUPS[fault] ?? 'broken';
