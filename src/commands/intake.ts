import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { configProblems, readConfig } from '#intake/config.ts';
import { logTo } from '#intake/log.ts';
import { createIntakeServer, SERVER_RULES } from '#intake/server.ts';
import { openLetterbox } from '#intake/start.ts';

/**
 * `npm run intake`: the letterbox alone.
 *   INTAKE_CONFIG        its YAML file (default intake.yaml); src/intake/config.ts shows one
 *   INTAKE_DATABASE_URL  PostgreSQL instead of SQLite
 *   INTAKE_SMTP_URL      the mail server for alerts
 */
const file = process.env['INTAKE_CONFIG'] ?? 'intake.yaml';
if (!existsSync(file)) {
  console.error(`${file} is missing. To rehearse, run \`npm start\`: it needs no configuration. For a real letterbox, set INTAKE_CONFIG.`);
  process.exit(1);
}

try {
  const smtpUrl = process.env['INTAKE_SMTP_URL'];
  const config = readConfig(parse(readFileSync(file, 'utf8')));
  const problems = configProblems(config, smtpUrl);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const log = logTo((line) => process.stdout.write(line));
  const letterbox = await openLetterbox(config, { databaseUrl: process.env['INTAKE_DATABASE_URL'], smtpUrl, print: null, clock: Date.now, log });
  const server = createIntakeServer(letterbox.handle, { ...SERVER_RULES, path: config.path, connections: config.limits.connections });
  server.listen(config.listen.port, config.listen.host, () => {
    const address = server.address();
    log({ event: 'listening', count: typeof address === 'object' && address !== null ? address.port : 0 });
  });
  const stop = (): void => {
    server.close(() => void letterbox.close().then(() => log({ event: 'stopped' })));
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The letterbox did not start.');
  process.exit(1);
}
