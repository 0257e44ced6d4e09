import { readFileSync } from 'node:fs';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadDirectory } from '../../src/commands/directory-files.ts';
import { hidingPlaces, leaksIn } from '#domain/service/hidden-place.ts';
import { parseService, aShelter } from '../domain/service/a-service.ts';
import { faultsOf, schemaOf } from '../domain/service/hsds-schema.ts';
import { bytesOf, files, pages, textOf } from './built.ts';

const { services, filed } = loadDirectory();
const hidden = services.filter(({ addressVisibility }) => addressVisibility !== 'public');

/** Every built file as text, also compressed ones: Pagefind's fragments and index are gzip. */
function plain(file: string): string {
  const bytes = bytesOf(file);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8');
  return bytes.toString(/\.(png|jpg|webp|woff2?|ico|wasm)$/.test(file) ? 'latin1' : 'utf8');
}

describe('the place of a service that is not public', () => {
  it('stands in no built file: no page, no data, no search index, no picture', () => {
    expect(hidden.length).toBeGreaterThan(29);
    const places = hidden.flatMap((service) => hidingPlaces(service).map((place) => ({ id: service.id, place })));
    const leaks = files.flatMap((file) => leaksIn(plain(file), places).map(({ id, place }) => `${file}: «${place}» of ${id}`));
    expect(leaks).toEqual([]);
  });

  it('would be seen in any of them: a planted shelter is found in HTML, JSON, an index and a picture', () => {
    const planted = { ...parseService(aShelter({ id: 'hrt-plantado' })), address: 'Jirón de la Prueba Oculta 4711', district: 'Distrito Inventado', province: undefined, phones: [{ printed: '987 111 222', dial: '987111222', e164: '+51987111222' }] };
    const places = hidingPlaces(planted).map((place) => ({ id: planted.id, place }));
    const built = [
      '<p>Jir&oacute;n de la Prueba Oculta 4711</p>'.replace('&oacute;', 'ó'),
      JSON.stringify({ a: 'JIRON DE LA PRUEBA OCULTA 4711' }),
      '<svg><text>jirón de la prueba oculta 4711</text></svg>',
      '{"content":"llama al 987111222"}',
      '<a href="tel:+51987111222">',
      'Está en Distrito Inventado',
    ];
    for (const text of built) expect(leaksIn(text, places).length, text).toBeGreaterThan(0);
    expect(leaksIn('Hogares de refugio – Tumbes. Llama al 100.', places)).toEqual([]);
  });

  it('on its own page there is no map, no address, no coordinates', () => {
    for (const { id, category } of hidden) {
      const page = pages.find(({ path }) => path === `/ayuda/${id}/`)?.html ?? '';
      if (category !== 'shelter-referral') continue;
      const main = /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';
      expect(main.length, id).toBeGreaterThan(100);
      expect(main, id).not.toMatch(/maps\.|geo:|PostalAddress|-?\d{1,2}\.\d{3,}/);
      expect(page, id).not.toContain('PostalAddress');
    }
  });

  it('rows that are not published reach no page and no file', () => {
    for (const { service } of filed.filter(({ service: each }) => each.advice === 'do-not-publish')) expect(files.some((file) => file.includes(`/${service.id}/`))).toBe(false);
  });
});

describe('the open data', () => {
  const list = JSON.parse(textOf('datos/servicios.json')) as { total_items: number; contents: Record<string, unknown>[] };

  it('has every published service, each fitting Open Referral’s own schema', () => {
    expect(list.total_items).toBe(services.length);
    expect(list.contents.flatMap((each) => faultsOf('service', each)).slice(0, 5)).toEqual([]);
  });

  it('says the same as tables, whose description names every column', () => {
    const { resources } = JSON.parse(textOf('datos/datapackage.json')) as { resources: { name: string; path: string; schema: { fields: { name: string }[] } }[] };
    expect(resources.map(({ name }) => name)).toContain('services');
    for (const { path, schema } of resources) {
      const text = textOf(`datos/${path}`);
      const names = schema.fields.map(({ name }) => name);
      expect(text.split('\r\n', 1)[0]).toBe(names.join(','));
      const kind = { 'addresses.csv': 'address', 'service_at_location.csv': 'service_at_location' }[path] ?? path.replace(/s\.csv$/, '');
      const known = schemaOf(kind);
      expect(known.path).toBe(path);
      for (const field of [...known.required, ...known.tabular_required]) expect(names, path).toContain(field);
    }
  });

  it('is linked whole from its page', () => {
    const html = textOf('datos/index.html');
    for (const file of files.filter((each) => each.startsWith('datos/') && each !== 'datos/index.html')) expect(html, file).toContain(`/${file}`);
  });
});

describe('the directory on a slow line', () => {
  it('costs little: list page, data, names of places, map', () => {
    const size = (file: string) => brotliCompressSync(readFileSync(`dist/${file}`)).length;
    expect(size('ayuda/index.html')).toBeLessThan(14 * 1024);
    expect(size('ayuda/directorio.json') + size('ayuda/lugares.json')).toBeLessThan(60 * 1024);
    expect(bytesOf('ayuda/mapa.svg').length).toBeLessThanOrEqual(25 * 1024);
  });

  it('the map leads to all 25 regions, and so does the list beside it', () => {
    const links = (html: string) => new Set([...html.matchAll(/href="\/ayuda\/region\/([a-z-]+)\/"/g)].map(([, id]) => id));
    expect(links(textOf('ayuda/mapa.svg')).size).toBe(25);
    expect(links(textOf('ayuda/mapa/index.html')).size).toBe(27);
  });

  it('every detail page tells search engines what it is, in valid JSON', () => {
    for (const { path, html } of pages.filter(({ path: each }) => /^\/ayuda\/(cem|linea|sar|fistrap)-/.test(each))) {
      const data = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null') as { '@type'?: string } | null;
      expect(data?.['@type'], path).toMatch(/Service/);
    }
  });
});
