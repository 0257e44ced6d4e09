import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import axe from 'axe-core';

const INSTALLED = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * A Chromium without a manual step: the one that is installed, else the one that a registry package
 * ships, else the system's package. Throws with what was tried.
 */
async function executable(): Promise<{ path: string; args: string[] }> {
  const installed = INSTALLED.find((path) => path !== undefined && path !== '' && existsSync(path));
  if (installed !== undefined) return { path: installed, args: QUIET };
  try {
    const { default: shipped } = await import('@sparticuz/chromium');
    const path = await shipped.executablePath();
    execFileSync(path, ['--version', '--headless', '--no-sandbox'], { stdio: 'ignore' });
    // Not its own flags: they are for a function that lives for one page (--single-process).
    return { path, args: QUIET };
  } catch (first) {
    try {
      execFileSync('apt-get', ['update'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'ignore' });
      return { path: '/usr/bin/chromium', args: QUIET };
    } catch (second) {
      throw new Error(`No browser: nothing installed at ${INSTALLED.filter(Boolean).join(', ')}; @sparticuz/chromium: ${String(first)}; apt-get: ${String(second)}`);
    }
  }
}

/** Starts the browser once a test file; the caller closes it. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, args } = await executable();
  return chromium.launch({ executablePath: path, args: [...args, ...more] });
}

/** A page that writes down everything a reader must never meet: errors, policy violations, strangers asked. */
export interface WatchedPage {
  readonly page: Page;
  readonly faults: string[];
  readonly requests: string[];
}

export async function watchedPage(context: BrowserContext, base: string): Promise<WatchedPage> {
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    requests.push(request.url());
    if (!request.url().startsWith(base) && !/^(blob|data):/.test(request.url())) faults.push(`asked a stranger: ${request.url()}`);
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return { page, faults, requests };
}

/** axe's violations on the page as it stands, one line each, empty when there are none. */
export async function axeViolations(page: Page): Promise<string[]> {
  // The policy forbids script tags; evaluating through the debugger is not bound by it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4).join(' | ')}`);
  });
}
