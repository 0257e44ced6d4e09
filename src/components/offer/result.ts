import { FEW_WORDS } from '#domain/offer/decide.ts';
import type { Analysis, FoundSign, SignBook } from '#domain/offer/offer.ts';
import { fill } from '#domain/phrases.ts';
import type { Source } from '#domain/source.ts';
import { copyText } from './copy.ts';
import { element, type ReassuringWords } from './dom.ts';
import { sendSection } from './send.ts';
import type { ResultWords } from './tool.ts';

/** What /revisa/revisor.json carries: the engine's cues, and the words of an answer. */
export interface ResultKit {
  readonly book: SignBook;
  readonly words: ResultWords;
  readonly hints: Readonly<Record<string, string>>;
  readonly reassuring: readonly ReassuringWords[];
  readonly helpSources: readonly Source[];
}

/** What the page shows for one text: a sentence at once, and the parts of the result, none when the text could not be read. */
export interface Answer {
  readonly status: string;
  readonly parts: HTMLElement[];
}

/**
 * The whole answer, built from the analysis and from what stands in the page: the cards of the signs
 * and the six questions. `forOther` says it of a person the reader worries about.
 */
export function answerOf(text: string, analysis: Analysis, { words, hints, reassuring, helpSources }: ResultKit, page: HTMLElement, forOther: boolean): Answer {
  if (analysis.reason !== null) return { status: words.reasons[analysis.reason], parts: [] };
  const { level } = analysis;
  const questions = [...page.querySelectorAll<HTMLElement>('[data-question]')].map((item) => ({ id: item.dataset['question'] ?? '', text: item.textContent ?? '' }));
  const cardOf = (id: string): HTMLElement | null => page.querySelector(`#senal-${id}`);
  const offer = level !== 'no-es-oferta';
  const few = level === 'falta-informacion' && analysis.words < FEW_WORDS;
  const signs = offer ? analysis.signs : analysis.mentioned;
  const parts = [verdict(analysis, words, hints, forOther)];
  if (level === 'alto') parts.push(callNow(words, forOther));
  if (few) parts.push(questionsFirst(questions, words, forOther));
  if (signs.length > 0) parts.push(markedText(text, signs, words), signList(signs, offer ? words.signsTitle : words.mentionedTitle, words, cardOf, forOther));
  if (analysis.reassuring.length > 0) parts.push(reassuringList(analysis.reassuring, reassuring, words));
  if (offer && !few && analysis.unknown.length > 0) parts.push(missingQuestions(analysis.unknown, questions, words));
  if (level === 'varias-senales') parts.push(callNow(words, forOther));
  if (forOther) parts.push(howToHelp(words, helpSources));
  if (offer) {
    const open = few ? questions : questions.filter(({ id }) => analysis.unknown.includes(id));
    const names = signs.flatMap(({ id }) => cardOf(id)?.querySelector('.name')?.textContent ?? []);
    const address = `${location.origin}/revisa/`;
    parts.push(sendSection({ level: words.levels[level].name, call: level === 'alto' || level === 'varias-senales', signs: names, questions: open.map((each) => each.text), forOther, address }, text, words), next(words));
  }
  parts.push(element('p', { className: 'quiet' }, words.limits));
  const { length } = analysis.signs;
  return { status: length === 0 ? words.answerCount.none : length === 1 ? words.answerCount.one : fill(words.answerCount.many, { n: length }), parts };
}

/** The level in words and a shape, never a colour alone; for a text that is no offer, what the reader may do. */
function verdict(analysis: Analysis, words: ResultWords, hints: Readonly<Record<string, string>>, forOther: boolean): HTMLElement {
  const { shape, name } = words.levels[analysis.level];
  const text = forOther ? words.forOther.levels[analysis.level] : words.levels[analysis.level].text;
  const said = analysis.level === 'no-es-oferta' ? (hints[analysis.kind] ?? text) : text;
  const box = element(
    'section',
    { className: 'verdict flow', dataset: { level: analysis.level } },
    element('h2', {}, element('span', { ariaHidden: 'true' }, shape), element('span', {}, name)),
    element('p', {}, said),
  );
  if (analysis.truncated) box.append(element('p', {}, element('strong', {}, words.truncated)));
  return box;
}

/** The text as it was pasted, with a mark on the words of each sign; each mark leads to its sign. */
function markedText(text: string, signs: readonly FoundSign[], words: ResultWords): HTMLElement {
  const marks = signs.flatMap(({ id, severity, quotes }) => quotes.map(({ start, end }) => ({ id, severity, start, end }))).sort((a, b) => a.start - b.start || b.end - a.end);
  // `tabIndex`, because a box that scrolls must be reachable by keyboard.
  const box = element('div', { className: 'marked', tabIndex: 0, role: 'group', ariaLabel: words.markedTitle });
  let at = 0;
  for (const { id, severity, start, end } of marks) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    box.append(text.slice(at, from), element('mark', { dataset: { severity } }, element('a', { href: `#vista-${id}` }, text.slice(from, end))));
    at = end;
  }
  box.append(text.slice(at));
  return element('section', { className: 'flow' }, element('h3', {}, words.markedTitle), element('p', { className: 'quiet' }, words.markedHint), box);
}

/** The signs found, heaviest first: what was said, and the card of each sign as the page carries it. */
function signList(signs: readonly FoundSign[], title: string, words: ResultWords, cardOf: (id: string) => HTMLElement | null, forOther: boolean): HTMLElement {
  const cards = signs.flatMap(({ id, severity, quotes }) => {
    const card = cardOf(id)?.cloneNode(true) as HTMLDetailsElement | undefined;
    if (card === undefined) return [];
    card.id = `vista-${id}`;
    card.open = severity === 'critica';
    // What to do is written to the person it happens to: then it is what one can tell them.
    const act = card.querySelector('.about > p:last-child > strong');
    if (forOther && act !== null) act.textContent = words.forOther.act;
    const said = quotes.length === 0 ? words.notSaid : `${words.said} ${quotes.map(({ quote }) => `«${quote.trim()}»`).join(' · ')}`;
    card.querySelector('summary')?.append(element('span', { className: 'quiet heard' }, said));
    return [card];
  });
  return element('section', { className: 'flow' }, element('h3', {}, title), ...cards);
}

/** What speaks for the offer, and how to find out whether it is so. */
function reassuringList(found: Analysis['reassuring'], all: readonly ReassuringWords[], words: ResultWords): HTMLElement {
  const items = found.flatMap(({ id, quotes }) => {
    const about = all.find((each) => each.id === id);
    if (about === undefined) return [];
    const item = element('li', {}, element('strong', {}, about.name), quotes.length > 0 ? ` (${quotes.map(({ quote }) => `«${quote.trim()}»`).join(' · ')})` : '', '. ', element('span', {}, `${words['check-it']} ${about.check}`));
    return [item];
  });
  return element('section', { className: 'flow' }, element('h3', {}, words.reassuringTitle), element('p', {}, words.reassuringHint), element('ul', {}, ...items));
}

/** The questions that this text leaves open. */
function missingQuestions(ids: readonly string[], questions: readonly { id: string; text: string }[], words: ResultWords): HTMLElement {
  const open = questions.filter(({ id }) => ids.includes(id)).map(({ text }) => element('li', {}, text));
  return element('section', { className: 'flow' }, element('h3', {}, words.questionsMissing), element('ul', { className: 'missing' }, ...open));
}

/** A person to call: shown with every strong result. */
function callNow(words: ResultWords, forOther: boolean): HTMLElement {
  return element(
    'section',
    { className: 'call-now' },
    element('h3', {}, words.callTitle),
    element('p', {}, forOther ? words.forOther.callText : words.callText),
    element('a', { className: 'press help', href: 'tel:1818' }, words.callTrafficking),
    element('a', { className: 'press', href: 'tel:105' }, words.callDanger),
    element('a', { className: 'press', href: '/ayuda/' }, words.callMore),
  );
}

/** The six questions, whole and ready to copy, before all else: the text says too little to weigh. */
function questionsFirst(questions: readonly { text: string }[], words: ResultWords, forOther: boolean): HTMLElement {
  const said = element('span', { role: 'status' });
  const copy = element('button', { className: 'press main', type: 'button' }, words.copy);
  const lines = questions.map(({ text }, index) => `${index + 1}. ${text}`).join('\n');
  copy.addEventListener('click', () => void copyText(lines, said, words));
  return element(
    'section',
    { className: 'flow', dataset: { few: '' } },
    element('h3', {}, forOther ? words.fewTitleOther : words.fewTitle),
    element('ol', { className: 'missing' }, ...questions.map(({ text }) => element('li', {}, text))),
    element('p', { className: 'row' }, copy, said),
  );
}

/** For whoever worries about somebody: what to say, what not to do, and where that comes from. */
function howToHelp({ forOther: words }: ResultWords, sources: readonly Source[]): HTMLElement {
  const list = (items: readonly string[]): HTMLElement => element('ul', { className: 'missing' }, ...items.map((item) => element('li', {}, item)));
  const cited = sources.map(({ about, publisher, date, url, linkable }) => {
    const name = `${about}. ${publisher}, ${date}`;
    return element('li', {}, url !== undefined && linkable ? element('a', { href: url, rel: 'noreferrer nofollow' }, name) : name);
  });
  return element(
    'section',
    { className: 'flow', dataset: { help: '' } },
    element('h3', {}, words.title),
    element('h4', {}, words.sayTitle),
    list(words.say),
    element('h4', {}, words.dontTitle),
    list(words.dont),
    element('p', {}, element('strong', {}, words.minor)),
    element('p', {}, element('a', { href: '/articulos/mi-hija-no-contesta/' }, words.gone)),
    element('details', { className: 'quiet' }, element('summary', {}, words.sourcesTitle), element('ul', { className: 'missing' }, ...cited)),
  );
}

/** Onwards, to the parts of the page that follow. */
function next({ nextTitle, next: names }: ResultWords): HTMLElement {
  return element('section', { className: 'flow' }, element('h3', {}, nextTitle), element('p', { className: 'row' }, element('a', { className: 'press', href: '#verifica' }, names.verify), element('a', { className: 'press', href: '#plan' }, names.plan)));
}
