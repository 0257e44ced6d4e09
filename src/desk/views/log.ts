import { minuteInPeru } from '#domain/desk/clock.ts';
import type { Line } from '#domain/desk/line.ts';
import type { Log } from '#domain/desk/log.ts';
import { codeOf } from '#domain/desk/worklist.ts';
import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { deskName, page, type Scene } from '../view.ts';

const SHOWN = 300;

/** Who did what, newest first, and whether the chain is whole. */
export function logPage(scene: Scene, log: Log): Html {
  const { log: words } = scene.words;
  const lines = log.lines.toReversed().slice(0, SHOWN);
  return page(scene, words.title, 'log', null, html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${log.problems.length === 0 ? html`<p class="said">${fill(words.whole, { count: log.lines.length })}</p>` : html`<div class="danger" role="alert">${words.broken}<ul>${log.problems.map(({ kind, what, count }) => html`<li>${fill(words.problems[kind], { what: what.slice(0, 12), count })}</li>`)}</ul></div>`}
${log.lines.length > SHOWN && html`<p class="quiet">${fill(words.more, { count: SHOWN })}</p>`}
${lines.length === 0 ? html`<p class="quiet">${words.empty}</p>` : table(scene, lines.map(({ line }) => line), words.title)}
${log.strange.length > 0 && html`<h2>${words.strange}</h2>${table(scene, log.strange.toReversed().slice(0, SHOWN).map(({ line }) => line), words.strange)}`}`);
}

function table(scene: Scene, lines: readonly Line[], label: string): Html {
  const { log: words } = scene.words;
  const national = scene.operator?.national === true;
  return html`<div class="table" tabindex="0" role="region" aria-label="${label}"><table><thead><tr><th scope="col">${words.when}</th><th scope="col">${words.who}</th><th scope="col">${words.what}</th><th scope="col">${words.tip}</th></tr></thead>
<tbody>${lines.map((line) => html`<tr><td>${minuteInPeru(line.at)}</td><td>${line.who}${national && ` (${deskName(scene, line.desk)})`}</td><td>${actInWords(scene, line)}</td><td class="code">${line.tips.map(({ id }) => codeOf(id)).join(', ')}</td></tr>`)}</tbody></table></div>`;
}

/** A line as a sentence: «Decidió: riesgo para la persona». */
export function actInWords(scene: Scene, { act, word }: Pick<Line, 'act' | 'word'>): string {
  const { words } = scene;
  const more: Readonly<Record<string, string | undefined>> = { ...words.decide.names, ...words.discard.reasons, ...words.thread.kinds };
  const cannot: Readonly<Record<string, string>> = { 'no-key': words.cannotOpen['no-key'], damaged: words.cannotOpen.damaged, 'bad-envelope': words.cannotOpen['bad-envelope'] };
  const name = words.log.acts[act];
  if (word === '') return name;
  if (act === 'route') return `${name}: ${deskName(scene, word)}`;
  if (act === 'failed') return `${name}: ${(words.log.acts as Readonly<Record<string, string>>)[word] ?? word}`;
  return `${name}: ${cannot[word] ?? more[word] ?? word}`;
}
