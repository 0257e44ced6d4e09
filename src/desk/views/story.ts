import type { Tip } from '#domain/tip/tip.ts';
import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { regionName, type Scene } from '../view.ts';

/** The tip itself, as text and nothing else; photos stay closed until someone wants to see them. */
export function story(scene: Scene, id: string, tip: Tip): Html {
  const { tip: words } = scene.words;
  const said = (text: string): string => (text.trim() === '' ? words.unsaid : text);
  const danger = tip.emergency || tip.atRisk.now === 'yes';
  const how = [words.how[tip.how.kind], tip.how.words].filter((text) => text.trim() !== '').join('\n');
  const facts: readonly (readonly [string, string, string?])[] = [
    [words.facts.what, tip.what, 'big'],
    [words.facts.region, regionName(scene, tip.where.region)],
    [words.facts.place, said(tip.where.place)],
    [words.facts.when, said(tip.when)],
    [words.facts.atRisk, words.atRisk[tip.atRisk.now]],
    [words.facts.who, said(tip.atRisk.who)],
    [words.facts.how, how],
    [words.facts.language, tip.language],
    [words.facts.receipt, tip.reply === null ? words.noReceipt : words.withReceipt],
  ];
  return html`${tip.practice && !scene.practice && html`<p class="danger">${words.practice}</p>`}
${danger && html`<p class="danger">${words.danger}</p>`}
<dl class="told card">${facts.map(([name, text, mood]) => html`<div><dt>${name}</dt><dd class="${mood}">${text}</dd></div>`)}</dl>
${tip.photos.length > 0 && html`<h2>${words.photos}</h2>${tip.photos.map((photo, i) => {
  const number = i + 1;
  if (!isPicture(photo)) return html`<p class="danger">${fill(words.photoBad, { number })}</p>`;
  return html`<details class="card"><summary>${fill(words.photoShow, { number })}</summary>${photo.original && html`<p>${words.photoOriginal}</p>`}<img class="photo" src="${scene.base}aviso/${id}/foto/${number}" alt="${fill(words.photo, { number })}" loading="lazy" decoding="async"></details>`;
})}`}`;
}

const STARTS: Readonly<Record<Tip['photos'][number]['type'], readonly (readonly [number, string])[]>> = {
  'image/jpeg': [[0, '\xff\xd8\xff']],
  'image/png': [[0, '\x89PNG\r\n\x1a\n']],
  'image/webp': [[0, 'RIFF'], [8, 'WEBP']],
};

/** Whether the bytes begin as the type says: a tip may carry anything under any name. */
export const isPicture = ({ type, bytes }: Tip['photos'][number]): boolean =>
  STARTS[type].every(([at, text]) => [...text].every((sign, i) => bytes[at + i] === sign.charCodeAt(0)));
