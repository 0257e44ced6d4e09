import { toHex } from '#domain/tip/bytes.ts';
import type { TipEntry } from '#domain/tip/desk-answers.ts';
import { LIMITS } from '#domain/tip/limits.ts';
import { REPLY_KINDS } from '#domain/tip/tip.ts';
import { hourOf, monthInPeru } from '#domain/desk/clock.ts';
import { monthCounts, publicMonth } from '#domain/desk/counts.ts';
import { readDecision } from '#domain/desk/decision.ts';
import { recipientFault, sealCase } from '#domain/desk/export.ts';
import { revealing } from '#domain/desk/revealing.ts';
import { worklist, type WorkItem, type Worklist } from '#domain/desk/worklist.ts';
import type { Answer } from './answers.ts';
import type { Form } from './form.ts';
import { sayFault, type Room } from './room.ts';
import type { OpenedTip } from './session.ts';
import type { Said } from './view.ts';
import { cannotOpenPage, discardPage, exportPage, notYetPage, replyCheckPage, routePage } from './views/asks.ts';
import { caseText, workText } from './views/case-text.ts';
import { listPage } from './views/list.ts';
import { logPage } from './views/log.ts';
import { monthCsv, monthPage, monthText, nameMonth } from './views/month.ts';
import { isPicture } from './views/story.ts';
import { NOTHING_TYPED, tipPage, type Typed } from './views/tip.ts';

const problem = (text: string): Said => ({ kind: 'problem', text });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every page of an unlocked desk; null for an address that is none. */
export async function handleWork(room: Room, path: string, query: URLSearchParams, form: Form | null): Promise<Answer | null> {
  const { scene, desk, said } = room;
  const list = worklist(desk.entries, desk.log, scene.now);
  if (form === null && path === '') return { page: listPage(scene, said, list) };
  if (form === null && path === 'registro') return { page: logPage(scene, desk.log) };
  if (form === null && path === 'mes') return { page: monthPage(scene, monthOf(room, query.get('m'))) };
  if (form !== null && path === 'mes/archivo') return monthFile(room, form);
  if (form !== null && (path === 'descartar' || path === 'descartar/si')) return discard(room, list, form, path.endsWith('/si'));
  const [, id = '', rest = ''] = /^aviso\/([0-9a-f]{32})(?:\/(.+))?$/.exec(path) ?? [];
  const entry = room.session.entry(id);
  if (id === '') return null;
  if (entry === null) return { page: listPage(scene, problem(scene.words.faults['no-such-tip']), list), status: 404 };
  const [item] = [list.toOpen, list.inHand, list.done, list.quarantined].flat().filter((one) => one.id === id);
  return item === undefined ? null : tipRooms(room, item, entry, rest, query, form);
}

async function tipRooms(room: Room, item: WorkItem, entry: TipEntry, rest: string, query: URLSearchParams, form: Form | null): Promise<Answer | null> {
  const { scene, session, said, services } = room;
  const { words } = scene;
  const here = `aviso/${item.id}`;
  if (form !== null && rest === 'abrir') {
    const opened = await session.open(entry, item.file);
    return opened.ok ? { go: here } : { page: notYetPage(scene, problem(sayFault(words, opened.fault)), item), status: 502 };
  }
  if (!session.openedHere(item.id)) {
    if (form !== null) return { go: here };
    if (item.file.state !== 'cannot-open') return rest === '' ? { page: notYetPage(scene, said, item) } : null;
    const fault = item.file.fault === 'damaged' || item.file.fault === 'bad-envelope' ? item.file.fault : 'no-key';
    return { page: cannotOpenPage(scene, said, item, fault) };
  }
  const answer = await session.unseal(entry);
  if (!answer.ok) return { page: notYetPage(scene, problem(sayFault(words, answer.fault)), item), status: 502 };
  if (!answer.value.ok) return { page: cannotOpenPage(scene, said, item, answer.value.fault) };
  const { opened } = answer.value;
  const show = (typed: Typed, wrong: string | null): Answer => ({
    page: tipPage(scene, wrong === null ? said : problem(wrong), item, opened, typed, toHex(services.random(16))),
    status: wrong === null ? 200 : 422,
  });
  if (form === null) {
    const photo = /^foto\/([1-3])$/.exec(rest)?.[1];
    if (photo !== undefined) return photoOf(opened, Number(photo) - 1);
    if (rest !== '') return null;
    const quick = query.get('texto') ?? '';
    const ready = Object.hasOwn(words.tip.quick, quick) ? quick : null;
    const kind = ready === 'received' || ready === 'closed' ? ready : 'message';
    // A message that came since: opening it is a line in the log too.
    if (item.file.state === 'wrote-again') await session.open(entry, item.file);
    return show(ready === null ? NOTHING_TYPED : { ...NOTHING_TYPED, reply: { kind, text: words.tip.quick[ready as keyof typeof words.tip.quick] } }, null);
  }
  return act(room, item, entry, opened, rest, form, show);
}

type Show = (typed: Typed, wrong: string | null) => Answer;

async function act(room: Room, item: WorkItem, entry: TipEntry, opened: OpenedTip, rest: string, form: Form, show: Show): Promise<Answer | null> {
  const { session, scene } = room;
  const { words } = scene;
  const here = `aviso/${item.id}`;
  switch (rest) {
    case 'decision': {
      const typed = { about: form.text('about'), choices: form.all('choice'), reason: form.text('reason') };
      const read = readDecision(typed.about, typed.choices, typed.reason);
      if (!read.ok) return show({ ...NOTHING_TYPED, decision: typed }, words.decide.faults[read.fault]);
      const done = await session.write(entry, { type: 'decision', decision: read.decision }, { act: 'decide', word: read.decision.about });
      return done.ok ? { go: `${here}?hecho=decision#decisiones` } : show({ ...NOTHING_TYPED, decision: typed }, sayFault(words, done.fault));
    }
    case 'nota': {
      const note = form.text('note');
      const typed = { ...NOTHING_TYPED, work: { ...NOTHING_TYPED.work, note } };
      if (note === '') return show(typed, words.notes.faults.empty);
      if (note.length > LIMITS.message) return show(typed, words.notes.faults['too-long']);
      const done = await session.write(entry, { type: 'note', text: note }, { act: 'note' });
      return done.ok ? { go: `${here}?hecho=note#notas` } : show(typed, sayFault(words, done.fault));
    }
    case 'respuesta':
      return reply(room, item, entry, opened, form, show);
    case 'marcar': {
      const as = form.text('as');
      if (as !== 'answered' && as !== 'close' && as !== 'reopen') return null;
      const done = as === 'answered' ? await session.answered(entry) : await session.mark(entry, as);
      return done.ok ? { go: `${here}?hecho=marked` } : show(NOTHING_TYPED, sayFault(words, done.fault));
    }
    case 'pasar':
    case 'pasar/si': {
      const [to, reason] = [form.text('to'), form.text('reason')];
      const typed = { ...NOTHING_TYPED, work: { ...NOTHING_TYPED.work, route: { desk: to, reason } } };
      if (!scene.desks.some((desk) => desk.id === to && !desk.national && desk.id !== entry.desk)) return show(typed, words.route.faults['no-desk']);
      if (reason === '') return show(typed, words.route.faults['no-reason']);
      if (rest === 'pasar') return { page: routePage(scene, item, to, reason) };
      const done = await session.route(entry, opened.tip, to, `${reason}\n\n${workText(scene, item.file)}`.trim().slice(0, 14_000));
      return done.ok ? { go: '?hecho=routed' } : show(typed, sayFault(words, done.fault));
    }
    case 'entregar':
    case 'entregar/archivo':
      return handOver(room, item, entry, opened, form, rest.endsWith('/archivo'), show);
    default:
      return null;
  }
}

async function reply({ session, scene }: Room, item: WorkItem, entry: TipEntry, { tip }: OpenedTip, form: Form, show: Show): Promise<Answer> {
  const { words } = scene;
  const text = form.text('text');
  const kind = REPLY_KINDS.find((one) => one === form.text('kind')) ?? 'message';
  const typed = { ...NOTHING_TYPED, reply: { text, kind } };
  if (tip.reply === null) return show(typed, words.thread.none);
  if (text === '') return show(typed, words.thread.faults.empty);
  if (text.length > LIMITS.message) return show(typed, words.thread.faults['too-long']);
  // Asked once for each thing found; what is new after a change is asked again.
  const seen = form.text('seen').split(' ');
  const found = revealing(text, tip);
  const retry = /^[0-9a-f]{32}$/.test(form.text('retry')) ? form.text('retry') : '';
  if (found.some((one) => !seen.includes(one))) return { page: replyCheckPage(scene, item.id, found, { text, kind, retry }) };
  const done = await session.reply(entry, tip, { kind, text }, retry);
  return done.ok ? { go: `aviso/${item.id}?hecho=reply#conversacion` } : show(typed, sayFault(words, done.fault));
}

async function handOver({ session, scene }: Room, item: WorkItem, entry: TipEntry, { tip, thread }: OpenedTip, form: Form, file: boolean, show: Show): Promise<Answer> {
  const { faults } = scene.words.export;
  const [recipient, why] = [form.text('recipient'), form.text('why')];
  const typed = { ...NOTHING_TYPED, work: { ...NOTHING_TYPED.work, recipient, why } };
  const fault = recipientFault(recipient, session.recipients);
  // A secret key that was pasted here is not shown again.
  if (fault !== null) return show(fault === 'secret' ? { ...typed, work: { ...typed.work, recipient: '' } } : typed, faults[fault]);
  if (why === '') return show(typed, faults['no-why']);
  if (!file) return { page: exportPage(scene, null, item.id, recipient, why) };
  if (form.text('sure') !== 'si') return { page: exportPage(scene, problem(faults['not-sure']), item.id, recipient, why), status: 422 };
  const written = await session.record({ act: 'export', word: why.slice(0, 80), tips: [{ id: item.id, received: entry.receivedHour }] });
  if (!written.ok) return show(typed, sayFault(scene.words, written.fault));
  const followUps = thread?.followUps.map(({ followUp }) => followUp) ?? [];
  const text = caseText(scene, item.code, entry.receivedHour, tip, followUps, item.file);
  const sealed = await sealCase({ code: item.code, tip, followUps, file: item.file, text, receivedHour: entry.receivedHour }, recipient);
  return { file: sealed, name: `caso-${item.code.replace(' ', '-')}.tar.age`, type: 'application/octet-stream' };
}

async function discard({ session, scene }: Room, list: Worklist, form: Form, sure: boolean): Promise<Answer> {
  const { faults } = scene.words.discard;
  const ids = new Set(form.all('id'));
  const items = form.text('todos') === 'cuarentena' ? list.quarantined : [list.toOpen, list.inHand, list.done, list.quarantined].flat().filter(({ id }) => ids.has(id));
  if (items.length === 0) return { page: listPage(scene, problem(faults.none), list), status: 422 };
  const reason = form.text('reason');
  if (!sure) return { page: discardPage(scene, null, items, '') };
  if (!Object.hasOwn(scene.words.discard.reasons, reason)) return { page: discardPage(scene, problem(faults['no-reason']), items, ''), status: 422 };
  if (form.text('sure') !== 'si') return { page: discardPage(scene, problem(faults['not-sure']), items, reason), status: 422 };
  const done = await session.discard(items.map(({ entry }) => entry), reason);
  return done.ok ? { go: '?hecho=discarded' } : { page: discardPage(scene, problem(sayFault(scene.words, done.fault)), items, reason), status: 502 };
}

function monthOf({ desk, scene, services }: Room, asked: string | null) {
  const month = asked !== null && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : monthInPeru(hourOf(scene.now));
  return nameMonth(scene, month, publicMonth(monthCounts(desk.entries, desk.log, month, services.practice)));
}

async function monthFile(room: Room, form: Form): Promise<Answer> {
  const named = monthOf(room, form.text('m'));
  const csv = form.text('as') === 'csv';
  await room.session.record({ act: 'report', word: named.month });
  return { file: utf8(csv ? monthCsv(room.scene, named) : monthText(room.scene, named)), name: `cifras-${named.month}.${csv ? 'csv' : 'txt'}`, type: csv ? 'text/csv; charset=utf-8' : 'text/plain; charset=utf-8' };
}

function photoOf({ tip }: OpenedTip, at: number): Answer | null {
  const photo = tip.photos[at];
  return photo !== undefined && isPicture(photo) ? { photo: photo.bytes, type: photo.type } : null;
}
