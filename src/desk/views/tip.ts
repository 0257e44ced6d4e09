import { hourInPeru } from '#domain/desk/clock.ts';
import { suggestDesk } from '#domain/desk/routing.ts';
import type { WorkItem } from '#domain/desk/worklist.ts';
import { fill } from '#domain/phrases.ts';
import type { OpenedTip } from '../session.ts';
import { html, type Html } from '../html.ts';
import { page, type Said, type Scene } from '../view.ts';
import { decisionsPart, type TypedDecision } from './decisions.ts';
import { dueInWords } from './list.ts';
import { story } from './story.ts';
import { threadPart } from './thread.ts';
import { notesPart, workPart, type TypedWork } from './work.ts';

export interface Typed {
  readonly reply: { readonly text: string; readonly kind: string };
  readonly decision: TypedDecision | null;
  readonly work: TypedWork;
}
export const NOTHING_TYPED: Typed = {
  reply: { text: '', kind: 'message' },
  decision: null,
  work: { note: '', route: { desk: '', reason: '' }, recipient: '', why: '' },
};

/** One tip and all that can be done with it. */
export function tipPage(scene: Scene, said: Said | null, item: WorkItem, { tip, thread }: OpenedTip, typed: Typed, retry: string): Html {
  const { tip: words, list } = scene.words;
  const { id, code, entry, file } = item;
  const title = fill(words.title, { code });
  const suggestion = suggestDesk(tip, entry.desk, scene.desks, scene.regions);
  return page(scene, title, 'list', said, html`<p><a href="${scene.base}">${words.back}</a></p>
<div class="bar"><h1>${title}</h1><span class="tag">${list.state[file.state]}</span></div>
<p>${fill(list.received, { hour: hourInPeru(entry.receivedHour) })} · <strong>${dueInWords(list, item)}</strong></p><p class="quiet">${fill(words.purge, { day: hourInPeru(entry.purgeDay * 24 + 5).split(',')[0] ?? '' })}</p>
<div class="sides"><div class="flow">${story(scene, id, tip)}${threadPart(scene, { id, tip, thread, file, replies: entry.replies, typed: typed.reply, retry })}${notesPart(scene, id, file, typed.work.note)}</div>
<div class="flow">${decisionsPart(scene, id, file, typed.decision)}${workPart(scene, id, tip, file, entry.desk, suggestion, typed.work)}</div></div>`);
}
