import type { AlertKind } from './store/outbox.ts';

/** What an alert says: how many and where, never what. */
export interface AlertText {
  readonly subject: string;
  readonly text: string;
}

const many = (count: number, one: string, more: string): string => (count === 1 ? `1 ${one}` : `${count} ${more}`);

const SAY: Record<AlertKind, (count: number) => string> = {
  new: (n) => `Hay ${many(n, 'aviso nuevo', 'avisos nuevos')}`,
  routed: (n) => `Otra mesa pasó ${many(n, 'aviso', 'avisos')}`,
  'follow-up': (n) => `Hay ${many(n, 'mensaje nuevo', 'mensajes nuevos')} en avisos que ya llegaron`,
  'unopened-12': (n) => `${many(n, 'aviso lleva', 'avisos llevan')} 12 horas sin abrir`,
  'unopened-20': (n) => `${many(n, 'aviso lleva', 'avisos llevan')} 20 horas sin abrir`,
  'unopened-24': (n) => `${many(n, 'aviso pasó', 'avisos pasaron')} de 24 horas sin abrir`,
  quarantine: (n) => `${many(n, 'aviso quedó', 'avisos quedaron')} aparte porque llegaron demasiados a la vez`,
  expiring: (n) => `${many(n, 'aviso se borrará', 'avisos se borrarán')} en unos días`,
  undelivered: (n) => `${many(n, 'alerta no pudo llegar', 'alertas no pudieron llegar')} a su mesa`,
};

/** «Hay 1 aviso nuevo en la mesa Tumbes.» @param desk the desk it happened at */
export function alertText(kind: AlertKind, count: number, desk: string): AlertText {
  const line = `${SAY[kind](count)} en la mesa ${desk}.`;
  return { subject: `Sin Trampa: ${line}`, text: `${line}\nAbre la mesa para verlo. Este mensaje no se responde.\n` };
}
