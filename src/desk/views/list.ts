import { standing } from '#domain/desk/case.ts';
import { hourInPeru, openedInTime } from '#domain/desk/clock.ts';
import type { WorkItem, Worklist } from '#domain/desk/worklist.ts';
import { fill, type DeskPhrases } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { counted, deskName, page, regionName, type Said, type Scene } from '../view.ts';

/** Everything that waits, the most urgent first, in words and shapes as well as in colour. */
export function listPage(scene: Scene, said: Said | null, list: Worklist): Html {
  const { list: words } = scene.words;
  const sections = [['toOpen', list.toOpen], ['inHand', list.inHand], ['done', list.done], ['quarantined', list.quarantined]] as const;
  const some = sections.some(([, items]) => items.length > 0);
  return page(scene, words.title, 'list', said, html`<div class="bar"><h1>${words.title}</h1><a class="press" href="${scene.base}">${words.refresh}</a></div>
<p class="lead">${list.toOpen.length === 0 ? words.summaryNone : counted(list.toOpen.length, words.summaryOne, words.summary)}${list.late > 0 && html` <strong>${counted(list.late, words.lateOne, words.late)}</strong>`}</p>
<form class="flow" method="post" action="${scene.base}descartar">
${sections.map(([name, items]) => (name === 'toOpen' || items.length > 0) && html`<h2 id="${name}">${words[name]}</h2>
${name === 'quarantined' && html`<p>${words.quarantineHelp}</p>`}
${items.length === 0 ? html`<p class="quiet">${words.empty}</p>` : html`<ul class="items" role="list">${items.map((item) => row(scene, item))}</ul>`}
${name === 'quarantined' && html`<p><button class="press" name="todos" value="cuarentena">${words.discardQuarantine}</button></p>`}`)}
${some && html`<p><button class="press">${words.discardPicked}</button></p>`}</form>`);
}

function row(scene: Scene, item: WorkItem): Html {
  const { list: words, decide } = scene.words;
  const { id, code, entry, file, due, size } = item;
  const waits = file.state === 'new' || file.state === 'cannot-open';
  const risk = standing(file.decisions.risk)?.decision.choices[0] as keyof typeof decide.choices.risk | undefined;
  const mood = waits && due.past !== null ? 'late' : (waits && due.urgent) || file.state === 'wrote-again' ? 'soon' : '';
  return html`<li class="item ${mood}"><label class="pick"><input type="checkbox" name="id" value="${id}"><span class="hidden-words">${fill(words.pick, { code })}</span></label>
<div class="what"><h3><span class="tag ${file.state}">${words.state[file.state]}</span> <span class="code">${fill(words.tip, { code })}</span></h3>
<p><span class="due">${dueInWords(words, item)}</span></p>
<p class="quiet">${fill(words.received, { hour: hourInPeru(entry.receivedHour) })} · ${words.size[size]}${file.facts !== null && html` · ${regionName(scene, file.facts.region)}`}${risk !== undefined && html` · ${fill(words.risk, { risk: decide.choices.risk[risk] })}`}${scene.operator?.national === true && html` · ${deskName(scene, entry.desk)}`}</p></div>
<div class="act">${
    waits
      ? html`<button class="press ${mood === '' ? '' : 'main'}" formaction="${scene.base}aviso/${id}/abrir" aria-label="${fill(`${file.state === 'new' ? words.open : words.retry} ${words.tip}`, { code })}">${file.state === 'new' ? words.open : words.retry}</button>${file.state === 'cannot-open' && html` <a href="${scene.base}aviso/${id}">${words.see}<span class="hidden-words"> ${fill(words.tip, { code })}</span></a>`}`
      : html`<a class="press" href="${scene.base}aviso/${id}">${words.see}<span class="hidden-words"> ${fill(words.tip, { code })}</span></a>`
  }</div></li>`;
}

/** «vence en 5 h», «pasó el plazo hace 2 h», «se abrió a tiempo». */
export function dueInWords(words: DeskPhrases['list'], { due, entry, file }: Pick<WorkItem, 'due' | 'entry' | 'file'>): string {
  if (entry.openedHour !== null && file.state !== 'cannot-open') return openedInTime(entry.receivedHour, entry.openedHour) ? words.due.kept : words.due.lateOpened;
  if (due.left !== null) return due.left === 0 ? words.due.leftLess : fill(words.due.left, { hours: due.left });
  return due.past === 0 ? words.due.pastLess : fill(words.due.past, { hours: due.past ?? 0 });
}
