import { NOT_OPENED, type PublicMonth } from '#domain/desk/counts.ts';
import type { Shown } from '#domain/desk/suppress.ts';
import { html, type Html } from '../html.ts';
import { page, regionName, type Scene } from '../view.ts';

/** A month's counts with names for people: for the page, the CSV and the text. */
export interface NamedMonth {
  readonly month: string;
  readonly totals: readonly { readonly name: string; readonly count: Shown }[];
  readonly tables: readonly { readonly title: string; readonly rows: readonly { readonly name: string; readonly count: Shown }[] }[];
}

export function nameMonth(scene: Pick<Scene, 'words' | 'regions'>, month: string, counts: PublicMonth): NamedMonth {
  const { month: words, tip } = scene.words;
  const how = (name: string): string => (name === NOT_OPENED ? words.notOpened : ((tip.how as Readonly<Record<string, string>>)[name] ?? name));
  const region = (name: string): string => (name === NOT_OPENED ? words.notOpened : regionName(scene as Scene, name));
  return {
    month,
    totals: (['received', 'openedInTime', 'answered'] as const).map((name) => ({ name: words[name], count: counts[name] })),
    tables: [
      { title: words.byHow, rows: counts.byHow.map(({ name, count }) => ({ name: how(name), count })) },
      { title: words.byRegion, rows: counts.byRegion.map(({ name, count }) => ({ name: region(name), count })) },
    ],
  };
}

export function monthPage(scene: Scene, named: NamedMonth): Html {
  const { month: words } = scene.words;
  const shown = (count: Shown): string => (count === null ? words.hidden : String(count));
  const table = (title: string, rows: NamedMonth['totals']): Html => html`<h2>${title}</h2>${rows.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<table><thead><tr><th scope="col">${words.name}</th><th scope="col" class="number">${words.count}</th></tr></thead><tbody>${rows.map(({ name, count }) => html`<tr><td>${name}</td><td class="number">${shown(count)}</td></tr>`)}</tbody></table>`}`;
  return page(scene, words.title, 'month', null, html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${scene.practice && html`<p class="danger">${words.practice}</p>`}
<form class="bar" method="get" action="${scene.base}mes"><label for="month">${words.month}</label><span><input id="month" type="month" name="m" value="${named.month}" required pattern="[0-9]{4}-[0-9]{2}"></span><button class="press">${words.see}</button></form>
${table(named.month, named.totals)}${named.tables.map(({ title, rows }) => table(title, rows))}
<p class="quiet">${words.hiddenHelp}</p>
<form class="bar" method="post" action="${scene.base}mes/archivo"><input type="hidden" name="m" value="${named.month}"><button class="press" name="as" value="csv">${words.csv}</button><button class="press" name="as" value="txt">${words.text}</button></form>`);
}

/** CSV with a header; a field that a spreadsheet could take for a formula is quoted as text. */
export function monthCsv({ words }: Pick<Scene, 'words'>, { month, totals, tables }: NamedMonth): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const rows = [...totals.map((one) => ['', one] as const), ...tables.flatMap(({ title, rows: some }) => some.map((one) => [title, one] as const))];
  const lines = rows.map(([title, { name, count }]) => [month, title, name, count === null ? words.month.hidden : String(count)].map(cell).join(','));
  return `\ufeff${['mes', 'tabla', words.month.name, words.month.count].map(cell).join(',')}\r\n${lines.join('\r\n')}\r\n`;
}

export function monthText({ words }: Pick<Scene, 'words'>, { month, totals, tables }: NamedMonth): string {
  const rows = (some: NamedMonth['totals']): string => some.map(({ name, count }) => `  ${name}: ${count ?? words.month.hidden}`).join('\n');
  return `${words.month.title}: ${month}\n\n${rows(totals)}\n${tables.map(({ title, rows: some }) => `\n${title}\n${rows(some)}\n`).join('')}\n${words.month.hiddenHelp}\n`;
}
