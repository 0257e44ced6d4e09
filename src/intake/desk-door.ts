import { concat, utf8 } from '#domain/tip/bytes.ts';
import { encodeCase, encodePapers, encodeWorklist } from '#domain/tip/desk-answers.ts';
import { SEALED_LENGTHS } from '#domain/tip/seal.ts';
import { CLOCK_TOLERANCE, decodeDeskRequest, NO_ID, type Command } from '#domain/tip/wire-desk.ts';
import { answer, done, refuse, type ResponseLike } from './answers.ts';
import type { IntakeDesk } from './config.ts';
import type { IntakeTools } from './handle.ts';
import { addPaper, addReply, firstSight, getCase, listPapers, listTips, markTip, routeTip, type Scope } from './store/casework.ts';
import type { Sql } from './store/driver.ts';
import { addAlert, alertsFail } from './store/outbox.ts';
import { discardTips } from './store/purge.ts';
import { isSignedBy, publicKey } from './signature.ts';
import { dayOf, hourOf } from './times.ts';

/** Papers in one answer: as many as fit 2 MiB (some 1,500 of a usual size would), read from the store this many at a time. */
const PAPERS_PER_PAGE = 500;
const PAPER_BYTES_PER_PAGE = 2 * 1024 * 1024;
const TIPS_PER_PAGE = 500;

/**
 * Where the desks come to. Each request is signed by one of the desk's keys, within five
 * minutes, once; the nonce is remembered in the same transaction as the work.
 */
export function createDeskDoor({ store, clock, random, config }: Pick<IntakeTools, 'store' | 'clock' | 'random' | 'config'>): (body: Uint8Array) => Promise<ResponseLike> {
  const desks = new Map(config.desks.map((desk) => [desk.id, { desk, keys: desk.signKeys.map(publicKey) }]));

  return async (body) => {
    const request = decodeDeskRequest(body);
    if (request === null) return refuse('malformed');
    const known = desks.get(request.desk);
    if (known === undefined || !isSignedBy(body, known.keys, config.salt)) return refuse('not-a-desk');
    if (Math.abs(request.time - clock() / 1_000) > CLOCK_TOLERANCE) return refuse('clock');
    return store.transaction(async (sql) => {
      // The desk's name keeps one desk from spoiling another's nonces.
      const nonce = concat(utf8(`${request.desk}\0`), request.nonce);
      if (!(await firstSight(sql, nonce, hourOf(clock()) + 1))) return refuse('seen-before');
      return obey(sql, known.desk, request.command);
    });
  };

  async function obey(sql: Sql, desk: IntakeDesk, command: Command): Promise<ResponseLike> {
    const scope: Scope = desk.national ? null : desk.id;
    const [hour, today] = [hourOf(clock()), dayOf(clock())];
    const activeUntil = today + config.keep.activeDays;
    switch (command.name) {
      case 'list': {
        const limit = Math.min(command.limit, TIPS_PER_PAGE);
        const entries = await listTips(sql, scope, command.after, limit + 1);
        return answer(encodeWorklist({ alertsFailing: await alertsFail(sql), entries: entries.slice(0, limit), more: entries.length > limit }));
      }
      case 'get': {
        const found = await getCase(sql, scope, command.tip);
        return found === null ? refuse('no-such-tip') : answer(encodeCase(found));
      }
      case 'reply': {
        if (!(await markTip(sql, scope, command.tip, true, hour, activeUntil))) return refuse('no-such-tip');
        const outcome = await addReply(sql, command.tip, command.retryKey, command.sealed);
        return outcome === 'kept' ? done('desk') : refuse(outcome);
      }
      case 'mark':
        return (await markTip(sql, scope, command.tip, command.as === 'answered', hour, activeUntil)) ? done('desk') : refuse('no-such-tip');
      case 'discard':
        await discardTips(sql, scope, command.tips, today);
        return done('desk');
      case 'route': {
        const to = config.desks.find((one) => one.id === command.desk && !one.national);
        if (to === undefined) return refuse('unknown-desk');
        if (!SEALED_LENGTHS.has(command.sealed.length)) return refuse('not-sealed');
        if (!(await routeTip(sql, scope, command.tip, to.id, command.sealed))) return refuse('no-such-tip');
        await addAlert(sql, to.id, 'routed', 1, hour);
        return done('desk');
      }
      case 'add': {
        const own = command.tip.every((byte, i) => byte === NO_ID[i]);
        if (!own && (await getCase(sql, scope, command.tip)) === null) return refuse('no-such-tip');
        const outcome = await addPaper(sql, { id: random(16), retryKey: command.retryKey, tip: command.tip, desk: desk.id, paper: command.paper });
        return outcome === 'kept' ? done('desk') : refuse(outcome);
      }
      case 'papers': {
        const limit = Math.min(command.limit, PAPERS_PER_PAGE);
        const papers = await listPapers(sql, scope, command.after, limit + 1);
        const page = papers.slice(0, Math.min(limit, fitting(papers)));
        return answer(encodePapers(page, papers.length > page.length));
      }
    }
  }
}

/** How many of the papers, from the first, fit one answer; at least one, so that a desk always gets on. */
function fitting(papers: readonly { readonly paper: Uint8Array }[]): number {
  let bytes = 0;
  const first = papers.findIndex(({ paper }) => (bytes += paper.length) > PAPER_BYTES_PER_PAGE);
  return first === -1 ? papers.length : Math.max(1, first);
}
