/**
 * Lists the services to call again, the oldest source first, with what to say and a form to fill in.
 *
 *   npm run check:services                 the next 20, with their forms
 *   npm run check:services -- 50 puno      50 of Puno
 *   npm run check:services -- all list     all, one line each
 *   npm run check:services -- apply llamadas.yaml   writes filled-in forms into content/services
 *
 * A form is a piece of YAML; several in one file, one after the other. Nothing is written before every form is right.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { loadDirectory } from './directory-files.ts';
import { callForm, callScript, readForm, toVerify } from '#domain/service/call-check.ts';
import { serviceSchema } from '#domain/service/service.ts';

const { services, filed, today } = loadDirectory();
const fileOf = new Map(filed.map(({ file, service }) => [service.id, file]));
const [first = '20', ...more] = process.argv.slice(2);

if (first === 'apply') {
  const forms = (parse(readFileSync(more[0] ?? fail('Name the file with the filled-in forms.'), 'utf8')) as unknown[]).map((raw) => readForm(raw, today));
  const texts = forms.flatMap(({ id, result, patch }) => {
    const file = fileOf.get(id) ?? fail(`«${id}» is no service; copy the id of the form again.`);
    if (result === 'sin respuesta') return [];
    const document = parseDocument(readFileSync(file, 'utf8'));
    for (const [name, value] of Object.entries(patch)) document.set(name, value);
    const text = document.toString({ lineWidth: 0, flowCollectionPadding: false }).replace(/: null$/gm, ':');
    const read = serviceSchema(today).safeParse(parse(text));
    if (!read.success) throw new Error(read.error.issues.map(({ path, message }) => `${file}: ${path.join('.')}: ${message}`).join('\n'));
    return [[file, text] as const];
  });
  for (const [file, text] of texts) writeFileSync(file, text);
  console.log(`${forms.length} forms read, ${texts.length} files written.`);
} else {
  const region = more.find((each) => each !== 'list');
  const due = toVerify(services, today).filter(({ service }) => region === undefined || (Array.isArray(service.coverage) ? (service.coverage as string[]).includes(region) : service.coverage === region || (region === 'nacional' && service.coverage === 'national')));
  const shown = first === 'all' ? due : due.slice(0, Number(first));
  console.log(`${due.length} services to call, the oldest source first; ${shown.length} shown. Twenty an hour is a good pace.\n`);
  if (more.includes('list')) for (const { service, age } of shown) console.log(`${(age === undefined ? 'sin fecha' : `${age} días`).padEnd(10)} ${service.id.padEnd(48)} ${service.phones.map(({ printed }) => printed).join(' / ')}`);
  else {
    console.log(`${callScript.map((line) => `# ${line}`).join('\n')}\n`);
    for (const { service, age } of shown) console.log(`${callForm(service, age)}\n`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
