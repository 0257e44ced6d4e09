import type { CaseFile } from '#domain/desk/case.ts';
import { minuteInPeru } from '#domain/desk/clock.ts';
import type { FollowUps } from '#domain/tip/desk-open.ts';
import { LIMITS } from '#domain/tip/limits.ts';
import { REPLY_KINDS, type Tip } from '#domain/tip/tip.ts';
import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { choices, textArea, type Scene } from '../view.ts';

export interface ThreadMatter {
  readonly id: string;
  readonly tip: Tip;
  readonly thread: FollowUps | null;
  readonly file: CaseFile;
  /** Replies that the letterbox holds. */
  readonly replies: number;
  readonly typed: { readonly text: string; readonly kind: string };
  /** A key of this form, so that sending it twice is one reply. */
  readonly retry: string;
}

/** What went to and fro, and the form to answer. */
export function threadPart(scene: Scene, { id, tip, thread, file, replies, typed, retry }: ThreadMatter): Html {
  const { thread: words, tip: tipWords } = scene.words;
  const faults = [
    thread !== null && thread.unreadable > 0 && fill(words.unreadable, { count: thread.unreadable }),
    thread !== null && thread.missing.length > 0 && fill(words.missing, { numbers: thread.missing.join(', ') }),
    thread !== null && thread.doubled.length > 0 && words.doubled,
    replies > file.replies.length && fill(words.notShown, { count: replies - file.replies.length }),
  ].filter((fault) => fault !== false);
  const theirs = thread?.followUps ?? [];
  return html`<h2 id="conversacion">${words.title}</h2>${faults.map((fault) => html`<p class="danger">${fault}</p>`)}
${theirs.length + file.replies.length === 0 ? html`<p class="quiet">${words.empty}</p>` : html`<ol class="bubbles" role="list">${theirs.map(({ followUp }) => html`<li><p class="quiet">${words.them}</p><p>${followUp.text}</p></li>`)}${file.replies.map(({ text, who, at }) => html`<li class="us"><p class="quiet">${words.us}: ${who}, ${minuteInPeru(at)}</p><p>${text}</p></li>`)}</ol>`}
${tip.reply === null ? html`<p>${words.none}</p>` : html`<form class="stack card" id="respuesta" method="post" action="${scene.base}aviso/${id}/respuesta"><h3>${words.answer}</h3><p class="note">${words.warning}</p>
<details><summary>${words.quick}</summary><ul class="quick" role="list">${Object.entries(tipWords.quick).map(([name, text]) => html`<li><a href="${scene.base}aviso/${id}?texto=${name}#respuesta">${text}</a></li>`)}</ul></details>
${choices('kind', words.kind, 'radio', REPLY_KINDS.map((value) => ({ value, label: words.kinds[value] })), [typed.kind])}
${textArea('text', words.text, typed.text, LIMITS.message)}
<input type="hidden" name="retry" value="${retry}"><button class="press help">${words.send}</button></form>`}`;
}
