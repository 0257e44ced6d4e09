import { fill, type SearchPhrases } from '#domain/phrases.ts';
import type { InstantRow } from '#domain/search/instant-data.ts';
import type { Found } from './pagefind.ts';

function row(path: string, title: string, kind: string): HTMLLIElement {
  const made = document.createElement('li');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  const small = document.createElement('p');
  small.className = 'kind';
  small.textContent = kind;
  made.append(link, small);
  return made;
}

/** An answer of the instant search, made of text nodes. */
export function instantRow({ kind, title, path, note }: InstantRow, words: SearchPhrases): HTMLLIElement {
  const label = words.kinds[kind];
  if (kind !== 'lugar') return row(path, title, note === undefined ? label : `${label} · ${note}`);
  return row(path, note === undefined ? fill(words.regionTitle, { region: title }) : fill(words.placeTitle, { place: title, region: note }), label);
}

/** A page that Pagefind found. Its excerpt is our own page's text with <mark>: split, never set as HTML. */
export function pageRow({ url, meta, excerpt }: Found, words: SearchPhrases): HTMLLIElement {
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const made = row(url, meta['title'] ?? url, kinds[meta['kind'] ?? 'pagina'] ?? '');
  const text = document.createElement('p');
  for (const [index, part] of excerpt.split(/<mark>|<\/mark>/).entries()) {
    const plain = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    if (index % 2 === 0) text.append(plain);
    else {
      const mark = document.createElement('mark');
      mark.textContent = plain;
      text.append(mark);
    }
  }
  made.append(text);
  return made;
}
