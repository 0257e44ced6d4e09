import { expect, it } from 'vitest';
import { takeAway, textOf } from './built.ts';

it('each set stands as one file that a teacher can put on a stick', () => {
  expect(takeAway.map(({ path }) => path.replace(/.*\//, '')).sort()).toEqual(['familias.html', 'migrantes.html', 'operadores.html', 'secundaria-1-2.html', 'secundaria-3-5.html', 'superior.html']);
});

it.each(takeAway)('$path is under 60 KB, and its policy lets it ask nothing of the network', ({ html }) => {
  expect(Buffer.byteLength(html)).toBeLessThan(60 * 1024);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

it('a file to take away loosens nothing for the pages of the site', () => {
  expect(textOf('_headers')).not.toMatch(/script-src[^\n;]*'unsafe-inline'/);
});

it('the page for taking along links every file of every set', () => {
  const html = textOf('docentes/material/index.html');
  for (const { path } of takeAway) for (const ending of ['html', 'gift', 'xml', 'zip', 'csv']) expect(html).toContain(path.replace(/html$/, ending));
});
