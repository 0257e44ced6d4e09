import * as z from 'zod';

/**
 * How a letterbox is set up: a YAML file (INTAKE_CONFIG), and for secrets the environment:
 * INTAKE_DATABASE_URL (PostgreSQL) and INTAKE_SMTP_URL. Anything wrong stops the start with a sentence.
 *
 *     salt: buzon.sintrampa.pe
 *     origin: https://sintrampa.pe
 *     database: /var/lib/buzon/buzon.db
 *     mailFrom: no-responder@sintrampa.pe
 *     desks:
 *       - { id: nacional, name: Nacional, national: true, signKeys: ["<64 hex>"], mail: [guardia@ong.pe] }
 *       - { id: frontera-norte, name: Tumbes, signKeys: ["<64 hex>"], webhook: "https://chat.ong.pe/hooks/x" }
 */
const hex32 = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits, as `npm run desk -- keys new` prints them.');

export const intakeDeskSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/).describe('As the file name in content/desks.'),
  name: z.string().min(3).describe('As alerts call it: «Tumbes».'),
  national: z.boolean().default(false),
  signKeys: z.array(hex32).min(1).max(10).describe('Public Ed25519 keys of the desk’s operators: one each, so that one can be taken back.'),
  mail: z.array(z.email()).default([]).describe('Who hears of new tips. The mail says how many, never what.'),
  webhook: z.url().nullable().default(null).describe('An address that takes {"text": …}, as Mattermost and Slack do.'),
});

const whole = (least: number, most: number) => z.int().min(least).max(most);

export const intakeConfigSchema = z
  .strictObject({
    salt: z.string().min(4).max(200).describe('The same as `tips.salt` of the site.'),
    origin: z.url().nullable().describe('The one site that may post here, like https://sintrampa.pe, without a slash at the end.'),
    path: z.string().startsWith('/').default('/buzon'),
    listen: z.strictObject({ host: z.string().default('127.0.0.1'), port: whole(0, 65_535).default(8_787) }).prefault({}),
    database: z.string().default('buzon.db').describe('File for SQLite. INTAKE_DATABASE_URL comes first.'),
    mailFrom: z.email().nullable().default(null).describe('Sender of alerts: an address that nobody reads and nobody can answer to.'),
    desks: z.array(intakeDeskSchema).min(2),
    limits: z
      .strictObject({
        connections: whole(1, 100_000).default(256),
        followUps: whole(1, 1_000).default(60).describe('Follow-ups that one mailbox holds.'),
        /** A text weighs 1; photos more. Real load is a few an hour. */
        dearerAfter: whole(1, 1e9).default(120).describe('Weight in an hour after which the proof of work costs twice as much.'),
        dearestAfter: whole(1, 1e9).default(300).describe('… and four times.'),
        quarantineAfter: whole(1, 1e9).default(600).describe('… and after which tips are kept apart.'),
        quarantineBytes: whole(0, 1e12).default(268_435_456),
        databaseBytes: whole(1_000_000, 1e14).default(20e9).describe('Nothing more is taken when the database is this large.'),
        diskShare: z.number().gt(0).max(1).default(0.8).describe('Nothing more is taken when the disk is this full.'),
      })
      .prefault({}),
    proof: z.strictObject({ cost: whole(1, 2_000).default(1_000), least: whole(0, 10_000).default(250), most: whole(1, 10_000).default(500) }).prefault({}),
    keep: z
      .strictObject({
        days: whole(1, 3_650).default(90).describe('A tip is deleted this many days after it came …'),
        activeDays: whole(1, 3_650).default(30).describe('… but not before this many days after the last message or work on it …'),
        graceDays: whole(0, 365).default(7).describe('… and this many days after the desk was told.'),
      })
      .prefault({}),
    alerts: z.enum(['hourly', 'at-once']).default('hourly').describe('hourly: the time of a mail tells only the hour in which a tip came.'),
  })
  .refine(({ desks }) => desks.filter((desk) => desk.national).length === 1, 'One desk, and only one, says national: true.')
  .refine(({ desks }) => new Set(desks.map((desk) => desk.id)).size === desks.length, 'Two desks have the same id.')
  .refine(({ proof }) => proof.least < proof.most, 'proof.least must be smaller than proof.most.')
  .refine(({ desks, mailFrom }) => mailFrom !== null || desks.every((desk) => desk.mail.length === 0), 'mailFrom is missing, and a desk has mail addresses.');

export type IntakeConfig = z.infer<typeof intakeConfigSchema>;
export type IntakeDesk = z.infer<typeof intakeDeskSchema>;

/** What a real letterbox needs beside the schema: every desk must hear of its tips somehow. */
export function configProblems(config: IntakeConfig, smtpUrl: string | undefined): string[] {
  const deaf = config.desks.filter((desk) => desk.webhook === null && desk.mail.length === 0);
  const problems = deaf.map((desk) => `Desk ${desk.id} has neither mail nor webhook: nobody would hear of its tips.`);
  if (smtpUrl === undefined && config.desks.some((desk) => desk.mail.length > 0)) problems.push('INTAKE_SMTP_URL is missing: mail cannot be sent.');
  if (config.origin === null) problems.push('origin is missing: no site could post here.');
  return problems;
}

/** Checks a configuration that came as text. @throws Error with one line for each mistake */
export function readConfig(value: unknown): IntakeConfig {
  const config = intakeConfigSchema.safeParse(value);
  if (config.success) return config.data;
  throw new Error(config.error.issues.map((issue) => `${issue.path.join('.') || 'config'}: ${issue.message}`).join('\n'));
}
