import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../../src/build/pictures/draw.ts';
import { pictureOrders } from '../../src/build/pictures/orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A content folder with one article, whose head is given, and one story. */
function content(head: string): string {
  const files = { 'site.yaml': 'name: Otra Casa\n', 'articles/es/pasaje.mdx': `---\ntitle: Un pasaje\n${head}\nsources:\n  - a\n---\n\ncover: esto es texto\n`, 'stories/es/feria.yaml': 'order: 1\ncover: "¿LA LLEVA?"\nfamily: familia\nscenes: {}\n' };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the pictures that go with the texts', () => {
  it('are three covers and a share picture an article, one a story, and two for the site, with its name', () => {
    const orders = pictureOrders(content('cover: "¿TE PAGAN EL PASAJE?"\nfamily: viaje'));
    expect(orders.map(({ path }) => path).sort()).toEqual(
      ['compartir/historia-feria.png', 'compartir/historias.png', 'compartir/pasaje.png', 'compartir/sin-trampa.png', 'portadas/pasaje-alta.svg', 'portadas/pasaje-ancha.svg', 'portadas/pasaje.svg'].sort(),
    );
    expect(orders.find(({ path }) => path === 'portadas/pasaje.svg')).toMatchObject({ words: '¿TE PAGAN EL PASAJE?', family: 'viaje' });
    expect(orders.filter(({ as }) => as.kind === 'share').every(({ as }) => as.kind === 'share' && as.foot === 'Otra Casa')).toBe(true);
  });

  it('read the head as YAML does: words that go on in the next line, folded words, any order', () => {
    for (const head of ['family: viaje\ncover: ¿TE PAGAN\n  EL PASAJE?', 'cover: >-\n  ¿TE PAGAN\n  EL PASAJE?\nfamily: "viaje" # la familia', "cover: '¿TE PAGAN EL PASAJE?'\ndescription: >-\n  Otra\n  cosa\nfamily: viaje"])
      expect(pictureOrders(content(head)).find(({ path }) => path === 'compartir/pasaje.png'), head).toMatchObject({ words: '¿TE PAGAN EL PASAJE?', family: 'viaje' });
  });

  it('name the file whose head has no cover or no known family, and the picture whose letter was never cut', () => {
    expect(() => pictureOrders(content('family: viaje'))).toThrow('pasaje.mdx');
    expect(() => pictureOrders(content('cover: HOLA\nfamily: playa'))).toThrow('pasaje.mdx');
    expect(() => drawPicture({ path: 'portadas/x.svg', words: 'Ω', family: 'viaje', as: { kind: 'cover', width: 640, height: 400 } })).toThrow('/portadas/x.svg');
  });

  it('are drawn for each text of this site', () => {
    const articles = readdirSync('content/articles/es').map((name) => name.replace('.mdx', ''));
    const paths = new Set(pictureOrders().map(({ path }) => path));
    expect(articles.filter((id) => !['', '-alta', '-ancha'].every((shape) => paths.has(`portadas/${id}${shape}.svg`)) || !paths.has(`compartir/${id}.png`))).toEqual([]);
  });
});
