import type { Analysis, FoundSign } from '#domain/offer/offer.ts';
import type { OfferPhrases } from '#domain/phrases.ts';
import { element, type ReassuringWords } from './dom.ts';

/** The level in words and a shape, never a colour alone; for a text that is no offer, what the reader may do. */
export function verdict(analysis: Analysis, words: OfferPhrases, hints: Readonly<Record<string, string>>): HTMLElement {
  const { shape, name, text } = words.levels[analysis.level];
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
export function markedText(text: string, signs: readonly FoundSign[], words: OfferPhrases): HTMLElement {
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
export function signList(signs: readonly FoundSign[], title: string, words: OfferPhrases, cardOf: (id: string) => HTMLElement | null): HTMLElement {
  const cards = signs.flatMap(({ id, severity, quotes }) => {
    const card = cardOf(id)?.cloneNode(true) as HTMLDetailsElement | undefined;
    if (card === undefined) return [];
    card.id = `vista-${id}`;
    card.open = severity === 'critica';
    const said = quotes.length === 0 ? words.notSaid : `${words.said} ${quotes.map(({ quote }) => `«${quote.trim()}»`).join(' · ')}`;
    card.querySelector('summary')?.append(element('span', { className: 'quiet heard' }, said));
    return [card];
  });
  return element('section', { className: 'flow' }, element('h3', {}, title), ...cards);
}

/** What speaks for the offer, and how to find out whether it is so. */
export function reassuringList(found: Analysis['reassuring'], all: readonly ReassuringWords[], words: OfferPhrases): HTMLElement {
  const items = found.flatMap(({ id, quotes }) => {
    const about = all.find((each) => each.id === id);
    if (about === undefined) return [];
    const item = element('li', {}, element('strong', {}, about.name), quotes.length > 0 ? ` (${quotes.map(({ quote }) => `«${quote.trim()}»`).join(' · ')})` : '', '. ', element('span', {}, `${words['check-it']} ${about.check}`));
    return [item];
  });
  return element('section', { className: 'flow' }, element('h3', {}, words.reassuringTitle), element('p', {}, words.reassuringHint), element('ul', {}, ...items));
}

/** The questions that this text leaves open. */
export function missingQuestions(ids: readonly string[], questions: readonly { id: string; text: string }[], words: OfferPhrases): HTMLElement {
  const open = questions.filter(({ id }) => ids.includes(id)).map(({ text }) => element('li', {}, text));
  return element('section', { className: 'flow' }, element('h3', {}, words.questionsMissing), element('ul', { className: 'missing' }, ...open));
}

/** A person to call: shown with every strong result. */
export function callNow(words: OfferPhrases): HTMLElement {
  return element(
    'section',
    { className: 'call-now' },
    element('h3', {}, words.callTitle),
    element('p', {}, words.callText),
    element('a', { className: 'press help', href: 'tel:1818' }, words.callTrafficking),
    element('a', { className: 'press', href: 'tel:105' }, words.callDanger),
    element('a', { className: 'press', href: '/ayuda/' }, words.callMore),
  );
}
