import { fill, type FolderCopyPhrases, type TipPhrases } from '#domain/phrases.ts';
import { escapeMarkup } from '#domain/text.ts';

/** What the copy says of itself, in the place of what works on the site alone. */
export interface CopyWords {
  readonly words: FolderCopyPhrases;
  /** Whom to call, as the tip pages say it. */
  readonly lines: TipPhrases['lines'];
  /** The day of the copy in words, and the site's address. */
  readonly day: string;
  readonly address: string;
}

/** A React tool with the blocks that start it. */
const ISLAND = /(?:<style>astro-island[\s\S]*?<\/style>(?:<script>[\s\S]*?<\/script>)*)?<astro-island[\s\S]*?<\/astro-island>/g;

const withAddress = (text: string, address: string): string => escapeMarkup(text).replace('{address}', () => `<a href="${escapeMarkup(address)}">${escapeMarkup(address)}</a>`);

/** Puts a text in the place of the one in the first such tag. Throws when the page has none: it was built otherwise. */
function say(html: string, tag: string, text: string): string {
  const place = new RegExp(`(<${tag}(?:\\s[^>]*)?>)[^<]*`);
  if (!place.test(html)) throw new Error(`The copy in a folder needs a <${tag}> to say «${text}» (src/build/folder-copy/notices.ts).`);
  return html.replace(place, (_, open: string) => open + escapeMarkup(text));
}

/** A page with what is said on every one: that it is a copy, and of which day. The script beside it says when that is long ago. */
export function withDay(html: string, { words, day }: CopyWords): string {
  const said = fill(words.kept, { day });
  // The tip pages have no such place, for no worker keeps them.
  if (!html.includes('<p data-kept')) return html.replace(/<main[\s\S]*?<div class="column[^>]*>/, (before) => `${before}<p data-kept><strong>${escapeMarkup(said)}</strong></p>`);
  return say(html, 'p data-kept', said).replace('<p data-kept hidden', '<p data-kept');
}

/** Where a form would send to nobody: whom to call, the official ways, the site. */
export function withoutTipForm(html: string, { words: { tip }, lines, address }: CopyWords): string {
  const calls = [lines.police, lines.trafficking].map(({ number, dial, what }) => `<li><a class="press help" href="tel:${dial}">${escapeMarkup(`${lines.call} ${number}`)}</a> <span>${escapeMarkup(what)}</span></li>`);
  const road = (text: string, more = ''): string => `<li>${withAddress(text, address)}${more}</li>`;
  const roads = [
    road(tip.phone, `<div class="phones"><ul role="list">${calls.join('')}</ul><p class="quiet">${escapeMarkup(lines.confirm)}</p></div>`),
    road(tip.official, ` <a href="#oficiales">${escapeMarkup(tip.officialLink)}</a>`),
    road(tip.online),
  ];
  return say(say(html, 'h1', tip.title), 'p class="lead"', tip.lead)
    .replace(ISLAND, () => `<div class="tip flow" data-no-form><p>${escapeMarkup(tip.about)}</p><ol class="flow">${roads.join('')}</ol></div>`)
    .replace(/<p class="other">[\s\S]*?<\/p>/, '')
    .replace(/<li[^>]*>\s*<a href="\/denuncia\/respuesta\/"[\s\S]*?<\/li>/, '');
}

/** A tool that needs the site, and reading a photo, which weighs more than the copy, say that they are not in it. */
export function withoutTools(html: string, { words, address }: CopyWords): string {
  return html
    .replace(ISLAND, () => `<p data-no-form>${withAddress(words.tool, address)}</p>`)
    .replace(/ data-tool="photo"([\s\S]*?<div data-slot[^>]*>)/, (_, rest: string) => `${rest}<p>${escapeMarkup(words.photo)}</p>`)
    // It would share an address of this disk.
    .replace(/<button[^>]* data-share [\s\S]*?<\/button>/, '');
}

/** «No está guardada» with other words, and with links to all that the copy has. */
export function noticePage(missing: string, notice: FolderCopyPhrases['absent'], address: string): string {
  const page = say(say(say(missing, 'title', notice.tab), 'h1', notice.title), 'p class="lead"', notice.lead);
  return page
    .replace(/<svg class="poster[\s\S]*?<\/svg>/, '')
    .replace(/<li[^>]*>\s*<a[^>]* href="\/sin-internet\/"[\s\S]*?<\/li>/, '')
    .replaceAll(/(<li) data-pack="[^"]*" hidden/g, '$1')
    .replaceAll(' data-path=', ' href=')
    .replace(/(?<=<main[\s\S]*)<ul role="list"/, () => `<div class="flow"><p>${withAddress(notice.where, address)}</p><p>${escapeMarkup(notice.instead)}</p></div><ul role="list"`);
}
