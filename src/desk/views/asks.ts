import { dueInWords } from './list.ts';
import { fingerprintOf } from '#domain/tip/letterbox.ts';
import type { Revealing } from '#domain/desk/revealing.ts';
import type { WorkItem } from '#domain/desk/worklist.ts';
import type { OpenFault } from '#domain/tip/seal.ts';
import { LIMITS } from '#domain/tip/limits.ts';
import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { choices, counted, deskName, page, select, textArea, unsentPart, type Said, type Scene } from '../view.ts';

/** Pages that ask once more before something that can't be taken back, and those that say what to do. */

export function notYetPage(scene: Scene, said: Said | null, item: WorkItem): Html {
  const { tip, list } = scene.words;
  return page(scene, fill(tip.title, { code: item.code }), 'list', said, html`<p><a href="${scene.base}">${tip.back}</a></p><h1>${fill(tip.title, { code: item.code })}</h1><p class="due">${dueInWords(list, item)}</p><p>${tip.notYet}</p>
<form method="post" action="${scene.base}aviso/${item.id}/abrir"><button class="press main">${tip.open}</button></form>`, true);
}

export function cannotOpenPage(scene: Scene, said: Said | null, item: WorkItem, fault: OpenFault): Html {
  const { cannotOpen: words, tip, list } = scene.words;
  return page(scene, words.title, 'list', said, html`<p><a href="${scene.base}">${tip.back}</a></p><h1>${words.title}</h1><p><span class="code">${fill(list.tip, { code: item.code })}</span> · <span class="due">${dueInWords(list, item)}</span></p>
<p class="danger">${words[fault]}</p><h2>${words.whatToDo}</h2><ol class="flow"><li>${words.otherKey}</li><li>${words.otherDesk}</li><li>${words.drill}</li></ol><p><strong>${words.keep}</strong></p>
<form method="post" action="${scene.base}aviso/${item.id}/abrir"><button class="press main">${list.retry}</button></form>`, true);
}

export function replyCheckPage(scene: Scene, id: string, found: readonly Revealing[], typed: { readonly text: string; readonly kind: string; readonly retry: string }): Html {
  const { check, text, warning } = scene.words.thread;
  return page(scene, check.title, 'list', null, html`<h1>${check.title}</h1><div class="danger" role="alert">${check.lead}<ul>${found.map((kind) => html`<li>${check[kind]}</li>`)}</ul></div><p>${warning}</p>
<form class="stack card" method="post" action="${scene.base}aviso/${id}/respuesta">${textArea('text', text, typed.text, LIMITS.message, check.again)}
<input type="hidden" name="kind" value="${typed.kind}"><input type="hidden" name="retry" value="${typed.retry}"><input type="hidden" name="seen" value="${found.join(' ')}">
<button class="press main">${check.send}</button></form>`, true);
}

export function discardPage(scene: Scene, said: Said | null, items: readonly WorkItem[], reason: string): Html {
  const { discard: words, list } = scene.words;
  const unopened = items.filter(({ file }) => file.state === 'new' || file.state === 'cannot-open').length;
  return page(scene, words.title, 'list', said, html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${unopened > 0 && html`<p class="danger">${counted(unopened, words.warnUnopenedOne, words.warnUnopened)}</p>`}
<form class="stack card" method="post" action="${scene.base}descartar/si"><p><strong>${counted(items.length, words.one, words.count)}</strong></p>
<ul>${items.map(({ id, code, file }) => html`<li><span class="code">${fill(list.tip, { code })}</span>, ${list.state[file.state]}<input type="hidden" name="id" value="${id}"></li>`)}</ul>
${choices('reason', words.reason, 'radio', Object.entries(words.reasons).map(([value, label]) => ({ value, label })), [reason])}
<label class="choice"><input type="checkbox" name="sure" value="si"> ${words.sure}</label>
<div class="bar"><button class="press">${words.confirm}</button><a class="press main" href="${scene.base}">${words.cancel}</a></div></form>`, true);
}

export function routePage(scene: Scene, item: WorkItem, to: string, reason: string): Html {
  const { route, discard } = scene.words;
  return page(scene, route.title, 'list', null, html`<h1>${route.title}</h1><p class="lead">${fill(route.confirm, { code: item.code, desk: deskName(scene, to) })}</p>
<form class="stack card" method="post" action="${scene.base}aviso/${item.id}/pasar/si">${select('to', route.desk, [{ value: to, label: deskName(scene, to) }], to)}${textArea('reason', route.reason, reason, 2_000, route.notes)}
<div class="bar"><button class="press main">${route.confirmSend}</button><a class="press" href="${scene.base}aviso/${item.id}">${discard.cancel}</a></div></form>`, true);
}

export function exportPage(scene: Scene, said: Said | null, id: string, recipient: string, why: string): Html {
  const { export: words, discard } = scene.words;
  return page(scene, words.title, 'list', said, html`<h1>${words.fingerprintTitle}</h1><p class="lead code">${fingerprintOf(recipient)}</p><p>${words.fingerprint}</p>
<form class="stack card" method="post" action="${scene.base}aviso/${id}/entregar/archivo"><p><strong>${words.why}:</strong> ${why}</p>
<input type="hidden" name="recipient" value="${recipient}"><input type="hidden" name="why" value="${why}">
<label class="choice"><input type="checkbox" name="sure" value="si"> ${words.sure}</label>
<div class="bar"><button class="press main">${words.download}</button><a class="press" href="${scene.base}aviso/${id}">${discard.cancel}</a></div></form><p class="quiet">${words.how}</p>`, true);
}

/** A sentence alone on a page: the letterbox is silent, or the page does not exist. What was typed is given back. */
export function sentencePage(scene: Scene, title: string, text: string, unsent = ''): Html {
  return page(scene, title, null, null, html`<h1>${title}</h1><p class="lead">${text}</p>${unsent !== '' && unsentPart(scene, unsent)}<p><a class="press" href="${scene.base}">${scene.words.list.refresh}</a></p>`, true);
}
