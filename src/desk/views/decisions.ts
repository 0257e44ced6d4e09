import { CHOICES, DECISIONS, MANY, REASON_LIMIT, type DecisionAbout } from '#domain/desk/decision.ts';
import { standing, type CaseFile, type Decided } from '#domain/desk/case.ts';
import { minuteInPeru } from '#domain/desk/clock.ts';
import { fill } from '#domain/phrases.ts';
import { html, type Html } from '../html.ts';
import { choices, deskName, field, type Scene } from '../view.ts';

/** What was typed in a decision that could not be saved. */
export interface TypedDecision {
  readonly about: string;
  readonly choices: readonly string[];
  readonly reason: string;
}

/** The four decisions: what stands, who took it and why, and a form for each. */
export function decisionsPart(scene: Scene, id: string, file: CaseFile, typed: TypedDecision | null): Html {
  const { decide } = scene.words;
  return html`<h2 id="decisiones">${decide.title}</h2><p>${decide.lead}</p>${DECISIONS.map((about) => {
    const now = standing(file.decisions[about]);
    const mine = typed?.about === about ? typed : null;
    return html`<section class="card stack" aria-labelledby="d-${about}"><h3 id="d-${about}">${decide.names[about]}</h3>
${file.clashes.includes(about) && html`<p class="danger">${decide.clash}</p>`}
${now === undefined ? html`<p class="quiet">${decide.notYet}</p>` : taken(scene, about, now)}
${about === 'risk' && now?.decision.choices[0] === 'immediate' && html`<p class="danger">${decide.danger}</p>`}
<details class="field"${mine !== null && html` open`}><summary>${fill(decide.change, { name: decide.names[about] })}</summary>
<form class="stack" method="post" action="${scene.base}aviso/${id}/decision"><input type="hidden" name="about" value="${about}">
${choices('choice', decide.names[about], MANY[about] ? 'checkbox' : 'radio', CHOICES[about].map((value) => ({ value, label: nameOf(scene, about, value) })), mine?.choices ?? [], MANY[about] ? `${decide.help[about]} ${decide.many}` : decide.help[about])}
${field(`reason-${about}`, decide.reason, (key) => html`<textarea id="${key}" name="reason" maxlength="${REASON_LIMIT}">
${mine?.reason ?? ''}</textarea>`)}
<button class="press">${decide.save}</button></form></details>
${file.decisions[about].length > 1 && html`<details class="field"><summary>${decide.before}</summary>${file.decisions[about].slice(0, -1).toReversed().map((one) => taken(scene, about, one))}</details>`}</section>`;
  })}`;
}

function taken(scene: Scene, about: DecisionAbout, { decision, who, at, desk }: Decided): Html {
  const by = desk === scene.operator?.desk ? who : `${who} (${deskName(scene, desk)})`;
  return html`<div><p><strong>${decision.choices.map((choice) => nameOf(scene, about, choice)).join(' · ')}</strong></p><p>${decision.reason}</p><p class="quiet">${fill(scene.words.decide.decided, { who: by, when: minuteInPeru(at) })}</p></div>`;
}

export function nameOf({ words }: Pick<Scene, 'words'>, about: DecisionAbout, choice: string): string {
  return (words.decide.choices[about] as Readonly<Record<string, string>>)[choice] ?? choice;
}
