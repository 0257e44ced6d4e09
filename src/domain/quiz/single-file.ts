import { fill } from '#domain/phrases.ts';
import { escapeXml as escape } from './moodle-xml.ts';
import type { TakenItem, TakenSet } from './quiz.ts';

/** The words around a set that stands alone: content/interface/<language>/take-along.json. */
export interface TakeAlongWords {
  readonly lang: string;
  readonly how: string;
  readonly item: string;
  readonly right: string;
  readonly notRight: string;
  readonly score: string;
  readonly talk: string;
  readonly help: string;
  readonly nothing: string;
  readonly origin: string;
  readonly done: string;
  readonly doneSaid: string;
}

const style = `:root{color-scheme:light dark}body{max-width:40rem;margin:auto;padding:1rem;font:1.125rem/1.5 system-ui,sans-serif}
h1{line-height:1.15}section{margin-block:2rem;padding-block-start:1rem;border-top:3px solid}
fieldset{margin:0;padding:0;border:0}legend{font-weight:700;padding:0}blockquote{margin:.75rem 0;padding:.75rem 1rem;border:2px solid;border-radius:12px;white-space:pre-line}
label{display:block;margin-block:.5rem;padding:.7rem 1rem;border:2px solid;border-radius:10px;cursor:pointer}
input{position:absolute;opacity:0}input:focus-visible+label{outline:4px solid #1d3fbb;outline-offset:2px}input:checked+label{border-width:4px}
.f{display:none;margin:.25rem 0 .75rem;padding-inline-start:1rem;border-inline-start:6px solid}input:checked+label+.f{display:block}
main{counter-reset:r}input.r:checked{counter-increment:r}.n::after{content:counter(r)}
.t{display:none}fieldset:has(input:checked)+.t{display:block}@supports not selector(:has(a)){.t{display:block}}
@media print{label{border-width:1px;padding:.2rem .5rem}section{break-inside:avoid}.n,.no{display:none}}`;

/**
 * A whole set as one page without a script: radio buttons, and style that shows the feedback of the
 * chosen one. It runs from a USB stick or as a document in WhatsApp, asks nothing of the network and
 * keeps nothing. `more` is put before </body> (the SCORM package adds its script there).
 * Source of the size: issue «A class in 45 minutes», under 60 KB.
 */
export function singleFile(quiz: TakenSet, words: TakeAlongWords, more = ''): string {
  const option = (item: TakenItem, i: number): string => {
    const { text, feedback } = item.options[i] as TakenItem['options'][number];
    const right = i === item.right;
    const id = `${item.id}-${i}`;
    return `<input type="radio" name="${item.id}" id="${id}"${right ? ' class="r"' : ''}><label for="${id}">${'ABCD'[i]}. ${escape(text)}</label><p class="f" role="status"><strong>${escape(right ? words.right : words.notRight)}</strong> ${escape(feedback)}</p>`;
  };
  const section = (item: TakenItem, n: number): string =>
    `<section><h2>${escape(fill(words.item, { n: n + 1, of: quiz.items.length }))}${item.mark === undefined ? '' : ` · ${escape(item.mark)}`}</h2>${item.scene === undefined ? '' : `<blockquote>${escape(item.scene)}</blockquote>`}<fieldset><legend>${escape(item.question)}</legend>${item.options.map((_, i) => option(item, i)).join('')}</fieldset>${item.talk === undefined ? '' : `<p class="t"><strong>${escape(words.talk)}</strong> ${escape(item.talk)}</p>`}</section>`;
  const policy = more === '' ? `default-src 'none'; style-src 'unsafe-inline'` : `default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'`;
  return `<!doctype html>
<html lang="${words.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escape(quiz.title)}</title><style>${style}</style></head>
<body data-pagefind-ignore="all"><main><h1>${escape(quiz.title)}</h1><p>${escape(quiz.intro)}</p><p class="no">${escape(words.how)}</p>${quiz.items.map(section).join('\n')}
<section><p class="n">${escape(words.score)} </p><p>${escape(words.help)}</p><p class="no">${escape(words.nothing)}</p><p>${escape(words.origin)}</p>${more}</section></main></body></html>
`;
}
