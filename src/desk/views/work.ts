import type { CaseFile } from '#domain/desk/case.ts';
import { minuteInPeru } from '#domain/desk/clock.ts';
import { bordersOf, PERU_ECUADOR, type Suggestion } from '#domain/desk/routing.ts';
import { LIMITS } from '#domain/tip/limits.ts';
import type { Tip } from '#domain/tip/tip.ts';
import { fill, type DeskPhrases } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { deskName, field, regionName, select, textInput, type Scene } from '../view.ts';
import { actInWords } from './log.ts';

/** What was typed in a form of this page that could not be saved. */
export interface TypedWork {
  readonly note: string;
  readonly route: { readonly desk: string; readonly reason: string };
  readonly recipient: string;
  readonly why: string;
}

/** What the desk's people told each other about this tip. */
export function notesPart(scene: Scene, id: string, file: CaseFile, typed: string): Html {
  const { notes, log } = scene.words;
  const all = [...file.handovers.map((one) => ({ ...one, from: `${notes.handover}. ` })), ...file.notes.map((one) => ({ ...one, from: '' }))];
  return html`<section class="flow"><h2 id="notas">${notes.title}</h2><p class="quiet">${notes.help}</p>
${all.length === 0 ? html`<p class="quiet">${notes.empty}</p>` : all.map(({ text, who, at, desk, known, from }) => html`<div class="card"><p class="quiet">${from}${who}${desk !== scene.operator?.desk && ` (${deskName(scene, desk)})`}, ${minuteInPeru(at)}${!known && ` · ${log.strange}`}</p><p class="words">${text}</p></div>`)}
<form class="stack" method="post" action="${scene.base}aviso/${id}/nota">${field('note', notes.text, (key) => html`<textarea id="${key}" name="note" maxlength="${LIMITS.message}">
${typed}</textarea>`)}<button class="press">${notes.save}</button></form></section>`;
}

/** Hand-over to another desk, state, export, and who did what. */
export function workPart(scene: Scene, id: string, tip: Tip, file: CaseFile, tipDesk: string, suggestion: Suggestion | null, typed: TypedWork): Html {
  const { mark, export: give, log } = scene.words;
  const at = `${scene.base}aviso/${id}/`;
  const giving = typed.recipient !== '' || typed.why !== '';
  return html`${routePart(scene, id, tip, tipDesk, suggestion, typed.route)}
<section class="flow"><h2 id="estado">${mark.title}</h2><form class="bar" method="post" action="${at}marcar">
${file.state !== 'answered' && file.state !== 'closed' && html`<button class="press" name="as" value="answered">${mark.answered}</button>`}
${file.state === 'closed' ? html`<button class="press" name="as" value="reopen">${mark.reopen}</button>` : html`<button class="press" name="as" value="close">${mark.close}</button>`}
<button class="press" formaction="${scene.base}descartar" name="id" value="${id}">${mark.discard}</button></form></section>
<section class="flow"><h2 id="entregar">${give.title}</h2><p>${give.lead}</p><details class="card"${giving && html` open`}><summary>${give.start}</summary><form class="stack" method="post" action="${at}entregar">
${textInput('recipient', give.recipient, typed.recipient, { max: 2_100 })}${textInput('why', give.why, typed.why, { max: 80 })}<button class="press">${give.next}</button></form></details></section>
<section class="flow"><h2>${log.history}</h2><ol>${file.lines.map(({ line }) => html`<li>${minuteInPeru(line.at)} · ${line.who}: ${actInWords(scene, line)}</li>`)}</ol></section>`;
}

function routePart(scene: Scene, id: string, tip: Tip, tipDesk: string, suggestion: Suggestion | null, typed: TypedWork['route']): Html {
  const { route } = scene.words;
  const others = scene.desks.filter((desk) => desk.id !== tipDesk && !desk.national);
  const region = suggestion?.region ?? tip.where.region;
  const countries = bordersOf(region, scene.regions).map((code) => route.countries[code as keyof DeskPhrases['route']['countries']]);
  return html`<section class="flow"><h2 id="pasar">${route.title}</h2>
<p>${suggestion === null ? route.here : fill(route[suggestion.because], { region: regionName(scene, suggestion.region), desk: suggestion.desk.name })}</p>
${PERU_ECUADOR.includes(region) ? html`<p class="note">${route.eri}</p>` : countries.length > 0 && html`<p class="note">${fill(route.border, { countries: countries.join(', ') })}</p>`}
${others.length === 0 ? html`<p>${route.none}</p>` : html`<details class="card"${(suggestion !== null || typed.reason !== '') && html` open`}><summary>${route.start}</summary><form class="stack" method="post" action="${scene.base}aviso/${id}/pasar">
${select('to', route.desk, others.map((desk) => ({ value: desk.id, label: desk.name })), typed.desk || (suggestion?.desk.id ?? ''))}
${field('handover', route.reason, (key) => html`<small id="${key}-more">${route.notes}</small><textarea id="${key}" name="reason" maxlength="2000" aria-describedby="${key}-more">
${typed.reason}</textarea>`)}<button class="press">${route.save}</button></form></details>`}</section>`;
}
