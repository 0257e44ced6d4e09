import { FAULTS, type Fault } from '#domain/tip/faults.ts';
import { concat } from '#domain/tip/bytes.ts';
import { answerHead, CONTENT_TYPE, type Op } from '#domain/tip/wire.ts';

export interface ResponseLike {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * What each refusal says to who reads it raw. The page has its own, warmer words for each.
 * Always the same sentence: nothing of the request or of an error goes into it.
 */
const SENTENCES: Record<Fault, string> = {
  malformed: 'El mensaje no tiene la forma esperada. No se guardó nada.',
  'not-sealed': 'El aviso no viene cerrado. No se guardó nada.',
  'unknown-desk': 'Esa mesa no existe en este buzón. No se guardó nada.',
  'bad-proof': 'La prueba de trabajo no vale. No se guardó nada.',
  'proof-expired': 'La prueba de trabajo venció. Pide otra. No se guardó nada.',
  'not-a-desk': 'La firma no es de una mesa de este buzón.',
  clock: 'El reloj de este equipo no está a la hora.',
  'wrong-origin': 'Este buzón no recibe desde esa página.',
  'not-here': 'Aquí no hay nada.',
  'wrong-method': 'Este buzón solo recibe con POST.',
  'too-slow': 'El mensaje tardó demasiado en llegar. No se guardó nada.',
  'proof-used': 'Esa prueba de trabajo ya se usó. Pide otra. No se guardó nada.',
  'key-used': 'Con esa clave de envío ya se guardó otro mensaje. Este no se guardó.',
  'box-taken': 'Ese recibo ya se usó para otro aviso. Este no se guardó.',
  'no-mailbox': 'No hay ningún buzón con esas palabras. No se guardó nada.',
  'mailbox-full': 'Este buzón ya tiene muchos mensajes sin leer. Este no se guardó.',
  'seen-before': 'Ese pedido ya se atendió una vez.',
  'no-such-tip': 'Esta mesa no tiene ese aviso.',
  'too-large': 'El mensaje pesa demasiado. No se guardó nada.',
  'wrong-type': 'El mensaje no es del tipo que recibe este buzón.',
  'headers-too-large': 'La cabecera del mensaje es demasiado larga.',
  'not-kept': 'El buzón no puede guardar ahora. Tu aviso no se guardó. Si alguien corre peligro, llama al 105.',
  full: 'El buzón está lleno y no recibe más. Tu aviso no se guardó. Si alguien corre peligro, llama al 105.',
};

/** The plain text of a refusal: its word, a space, its sentence. */
export const sentence = (fault: Fault): string => `${fault} ${SENTENCES[fault]}\n`;

const COMMON = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };

export const refuse = (fault: Fault): ResponseLike => ({
  status: FAULTS[fault],
  headers: { ...COMMON, 'content-type': 'text/plain; charset=utf-8', ...(fault === 'wrong-method' ? { allow: 'POST, OPTIONS' } : {}) },
  body: new TextEncoder().encode(sentence(fault)),
});

export const answer = (body: Uint8Array): ResponseLike => ({ status: 200, headers: { ...COMMON, 'content-type': CONTENT_TYPE }, body });

/** "Done", and nothing more. */
export const done = (op: Op): ResponseLike => answer(concat(answerHead(op)));

export const preflight = (): ResponseLike => ({
  status: 204,
  headers: { ...COMMON, 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type', 'access-control-max-age': '86400' },
  body: new Uint8Array(),
});

/** Lets the one site read the answer. */
export const readableFrom = (response: ResponseLike, origin: string): ResponseLike => ({
  ...response,
  headers: { ...response.headers, 'access-control-allow-origin': origin, vary: 'origin' },
});
