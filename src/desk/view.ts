import { fill, type DeskPhrases } from '#domain/phrases.ts';
import type { Region } from '#domain/region.ts';
import type { PublicDesk } from '#domain/tip/letterbox.ts';
import { html, Html, type Piece } from './html.ts';

/** What every view is handed beside its own matter. */
export interface Scene {
  readonly words: DeskPhrases;
  readonly css: string;
  readonly script: string;
  readonly regions: readonly Region[];
  readonly desks: readonly PublicDesk[];
  readonly practice: boolean;
  readonly idleMinutes: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** «/<token>/». */
  readonly base: string;
  /** Who works at which desk; null while locked. */
  readonly operator: { readonly who: string; readonly desk: string; readonly national: boolean } | null;
  readonly alarms: { readonly alertsFailing: boolean; readonly chainBroken: boolean };
}

export type Room = 'list' | 'log' | 'month' | null;
/** One sentence at the top: what was done, or what was wrong. */
export interface Said {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

/** A whole page. */
export function page(scene: Scene, title: string, room: Room, said: Said | null, body: Piece, narrow = false): Html {
  const { words, base, operator, alarms } = scene;
  return html`<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><title>${title} · ${words.title}</title><style>${new Html(scene.css)}</style></head>
<body><a class="skip" href="#main">${words.skip}</a>
<header class="top"><div class="top-in"><p class="name">${operator === null ? words.title : deskName(scene, operator.desk)}${operator !== null && html`<small>${operator.who}</small>`}</p>${operator !== null && html`<nav aria-label="${words.nav.label}">
${(['list', 'log', 'month'] as const).map((name) => html`<a href="${base}${PATHS[name]}"${room === name && html` aria-current="page"`}>${words.nav[name]}</a>`)}</nav>
<form method="post" action="${base}bloquear"><button class="press">${words.nav.lock}</button></form>`}</div>
${scene.practice && html`<p class="strip practice">${words.practice}</p>`}
${alarms.alertsFailing && html`<p class="strip alarm" role="alert">${words.alertsFailing}</p>`}
${alarms.chainBroken && room !== 'log' && html`<p class="strip alarm" role="alert"><a href="${base}registro">${words.chainBroken}</a></p>`}</header>
<main id="main" tabindex="-1"><div class="column flow ${narrow ? 'narrow' : 'wide'}">${said !== null && html`<p class="said ${said.kind}" role="${said.kind === 'problem' ? 'alert' : 'status'}">${said.text}</p>`}${body}${operator !== null && html`<noscript><p class="note">${words.idle.noScript}</p></noscript>`}</div></main>
${operator !== null && html`<div id="idle-words" role="status" data-soon="${words.idle.soon}" data-alive="${base}sigo" data-out="${base}?sin-uso" data-minutes="${scene.idleMinutes}"></div>
<script>${new Html(scene.script)}</script>`}
</body></html>`;
}

export const PATHS = { list: '', log: 'registro', month: 'mes' } as const;

export const deskName = ({ desks }: Scene, id: string): string => desks.find((desk) => desk.id === id)?.name ?? id;
export const regionName = ({ regions, words }: Scene, id: string): string => regions.find((region) => region.id === id)?.name ?? words.tip.unknownRegion;

/** A field with its label before it. */
export function field(name: string, label: string, input: (id: string) => Html, help?: string): Html {
  const id = `f-${name}`;
  return html`<div class="field"><label for="${id}">${label}</label>${help !== undefined && html`<small id="${id}-help">${help}</small>`}${input(id)}</div>`;
}

export const textInput = (name: string, label: string, value: string, more: { help?: string; type?: 'text' | 'password'; max?: number; autofocus?: boolean } = {}): Html =>
  field(name, label, (id) => html`<input id="${id}" name="${name}" type="${more.type ?? 'text'}" value="${value}" autocomplete="off" spellcheck="false" maxlength="${more.max ?? 200}"${more.help !== undefined && html` aria-describedby="${id}-help"`}${more.autofocus === true && html` autofocus`}>`, more.help);

export const textArea = (name: string, label: string, value: string, max: number, help?: string): Html =>
  field(name, label, (id) => html`<textarea id="${id}" name="${name}" maxlength="${max}" autocomplete="off"${help !== undefined && html` aria-describedby="${id}-help"`}>
${value}</textarea>`, help);

export const select = (name: string, label: string, options: readonly { readonly value: string; readonly label: string }[], chosen: string): Html =>
  field(name, label, (id) => html`<select id="${id}" name="${name}">${options.map(({ value, label: words }) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`)}</select>`);

/** A choice of one (`radio`) or several (`checkbox`). */
export const choices = (name: string, legend: string, type: 'radio' | 'checkbox', options: readonly { readonly value: string; readonly label: string }[], chosen: readonly string[], help?: string): Html =>
  html`<fieldset><legend>${legend}</legend>${help !== undefined && html`<small>${help}</small>`}${options.map(({ value, label }) => html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> ${label}</label>`)}</fieldset>`;

/** «1 sin abrir» or «3 sin abrir». */
export const counted = (count: number, one: string, many: string): string => (count === 1 ? one : fill(many, { count }));

/** What a form held that could not be taken, to copy. */
export const unsentPart = ({ words }: Scene, text: string): Html => html`<div class="card stack"><p><strong id="unsent">${words.unlock.unsent}</strong></p><div class="field"><textarea readonly aria-labelledby="unsent">
${text}</textarea></div></div>`;
