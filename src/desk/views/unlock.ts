import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { deskName, page, select, textInput, unsentPart, type Said, type Scene } from '../view.ts';

export interface UnlockMatter {
  readonly desks: readonly string[];
  readonly needsPassphrase: boolean;
  readonly folder: string;
  /** What was typed, so that only the passphrase has to be typed again. */
  readonly who: string;
  readonly desk: string;
  /** What a form held that came while the desk was locked. */
  readonly unsent: string;
}

/** The locked desk: the only page that can be reached without keys. */
export function unlockPage(scene: Scene, said: Said | null, { desks, needsPassphrase, folder, who, desk, unsent }: UnlockMatter): Html {
  const { unlock } = scene.words;
  const form = html`<form class="stack card" method="post" action="${scene.base}entrar">
${desks.length > 1 ? select('desk', unlock.desk, desks.map((id) => ({ value: id, label: deskName(scene, id) })), desk) : html`<input type="hidden" name="desk" value="${desks[0]}">`}
${textInput('who', unlock.who, who, { help: unlock.whoHelp, max: 40 })}
${needsPassphrase ? textInput('passphrase', unlock.passphrase, '', { help: unlock.passphraseHelp, type: 'password' }) : html`<p>${unlock.practiceEnter}</p>`}
<button class="press main">${unlock.enter}</button></form>`;
  return page(scene, unlock.title, null, said, html`<h1>${unlock.title}</h1><p class="lead">${unlock.lead}</p>
${unsent !== '' && unsentPart(scene, unsent)}
${desks.length === 0 ? html`<p class="danger">${fill(unlock.noKeys, { folder })}</p>` : form}`, true);
}
