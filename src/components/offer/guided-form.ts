import { composeOffer, type GuidedQuestion } from '#domain/plan/guided.ts';
import { element } from './dom.ts';
import type { Host, ToolKit } from './tool.ts';

/** Eight short questions for an offer that came by voice: the answers become a text in the field, which is then analysed. */
export function guidedForm({ guided }: ToolKit, host: Host): HTMLElement {
  const said = element('p', { role: 'status', className: 'said' });
  const form = element('form', { className: 'flow', autocomplete: 'off' }, element('p', {}, guided.lead), ...guided.questions.map((question) => field(question, guided.none)), element('button', { className: 'press main', type: 'submit' }, guided.submit), said);
  let before = '';
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = composeOffer(guided.questions, answersOf(form, guided.questions));
    said.textContent = text === '' ? guided.empty : '';
    if (text === '') return;
    // Answers that were changed make the text anew.
    host.take(text, guided.made, before);
    before = text;
    host.check();
  });
  return form;
}

function field({ id, ask, hint, one, options }: GuidedQuestion, none: string): HTMLElement {
  const name = `pregunta-${id}`;
  if (options === undefined) {
    const about = hint === undefined ? [] : [element('p', { className: 'quiet', id: `${name}-pista` }, hint)];
    const input = element('input', { id: name, name, autocomplete: 'off', maxLength: 160 });
    if (hint !== undefined) input.setAttribute('aria-describedby', `${name}-pista`);
    return element('div', { className: 'field' }, element('label', { htmlFor: name }, ask), ...about, input);
  }
  const type = one === true ? 'radio' : 'checkbox';
  const ticks = options.map((option) => tick(type, name, option.id, option.label));
  // A radio can't be unticked: «I don't know» takes an answer back.
  if (one === true) ticks.push(tick(type, name, '', none, true));
  return element('fieldset', { className: 'field' }, element('legend', {}, ask), ...ticks);
}

const tick = (type: string, name: string, value: string, label: string, checked = false): HTMLElement =>
  element('label', { className: 'tick' }, element('input', { type, name, value, checked }), element('span', {}, label));

function answersOf(form: HTMLFormElement, questions: readonly GuidedQuestion[]): Record<string, string | string[]> {
  const data = new FormData(form);
  return Object.fromEntries(questions.map(({ id, options }) => [id, options === undefined ? String(data.get(`pregunta-${id}`) ?? '') : data.getAll(`pregunta-${id}`).map(String)]));
}
