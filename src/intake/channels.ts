import { createTransport } from 'nodemailer';
import type { IntakeDesk } from './config.ts';
import type { AlertText } from './words.ts';

/** A way to a desk. Resolves when the other side took the alert; rejects when it did not. */
export type Channel = (desk: IntakeDesk, alert: AlertText) => Promise<void>;

const TIMEOUT = 10_000;

/** E-mail over SMTP: no Reply-To, and a sender that nobody reads, so that an answer cannot go astray. */
export function mailChannel(smtpUrl: string, from: string): Channel {
  const transport = createTransport(smtpUrl, { connectionTimeout: TIMEOUT, greetingTimeout: TIMEOUT, socketTimeout: TIMEOUT } as object);
  return async (desk, { subject, text }) => {
    if (desk.mail.length === 0) throw new Error('no mail address');
    await transport.sendMail({ from, to: desk.mail, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } });
  };
}

/** A webhook that takes {"text": …}. */
export const webhookChannel = (send: typeof fetch): Channel => async (desk, { text }) => {
  if (desk.webhook === null) throw new Error('no webhook');
  const response = await send(desk.webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout(TIMEOUT),
    redirect: 'error',
  });
  if (!response.ok) throw new Error('webhook refused');
};

/** For practice: prints the alert where `npm start` runs. */
export const printChannel = (write: (line: string) => void): Channel => async (_, { text }) => {
  write(`[práctica] ${text.split('\n')[0] ?? ''}\n`);
};
