import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { BundleMaker } from '../../src/build/bundle-maker.ts';
import { parseBundle } from '../../src/offline/bundle.ts';

const made = (files: Readonly<Record<string, string>>): string => {
  const maker = new BundleMaker();
  for (const [path, text] of Object.entries(files)) maker.add(path, text);
  return maker.bytes('2026-11-28', Object.keys(files)).toString();
};
const page = (words: string): string => `<!DOCTYPE html><head><style>${'.a{color:red}'.repeat(400)}</style></head><body><header>Inicio</header><main>${words}</main><footer>Llama al 1818</footer></body>`;

describe('a bundle of pages', () => {
  it('gives every page back to the byte, in its order, with its day', () => {
    const files = { '/icono.svg': '<svg><path d="M0 0"/></svg>', '/a/': page('Adelanto: «¿cuánto debo?» ñ 😀'), '/b/': page('Pasaje pagado'), '/c/': '<style>sin final' };
    const bundle = parseBundle(made(files));
    expect(bundle).toEqual({ day: '2026-11-28', files });
    expect(Object.keys(bundle.files)).toEqual(Object.keys(files));
  });

  it('carries what all pages say alike once: a hundred articles weigh little more than their words', () => {
    const hundred = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`/${n}/`, page(`Artículo ${n}`)]));
    expect(made(hundred).length).toBeLessThan(page('').length * 3);
  });

  it('whatever the texts are', () => {
    const bits = fc.constantFrom('<style>', '</style>', '<svg', '</svg>', '<script src="/x.js">', '</script>', '<header>', '</header>', '\n', 'ñ', '😀', 'x', '"');
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('/a/', '/b/', '/c.svg', '/d.json'), fc.array(bits).map((parts) => parts.join(''))), (files) => {
        expect(parseBundle(made(files)).files).toEqual({ ...files });
      }),
    );
  });

  it('is refused when it is none: a login page of a hotel, or a bundle of an older kind', () => {
    expect(() => parseBundle('<html>Inicie sesión</html>')).toThrow();
    expect(() => parseBundle('{"day":"2026-11-28","files":[["/",3]]}\nabc')).toThrow();
  });

  it('stops the build when it should hold a page that nobody added', () => {
    expect(() => new BundleMaker().bytes('2026-11-28', ['/a/'])).toThrow('/a/');
  });
});
