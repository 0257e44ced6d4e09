import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyingDetails } from '../../../src/domain/tip-form/identifying.ts';

const found = (text: string, places?: string[]): string[] => identifyingDetails(text, places).map(({ kind, words }) => `${kind}: ${words}`);

describe('a person who tells something is shown what could tell on them', () => {
  it.each([
    ['Llama al 987 654 321 de noche', 'phone: 987 654 321'],
    ['escríbeme al +51 987654321', 'phone: +51 987654321'],
    ['es el 987-654-321.', 'phone: 987-654-321'],
    ['el fijo es (054) 234567', 'phone: (054) 234567'],
    ['mi correo: lucia.q@ejemplo.pe', 'email: lucia.q@ejemplo.pe'],
    ['DNI 45678912', 'document: 45678912'],
    ['su dni es n° 4567 8912', 'document: 4567 8912'],
    ['carné de extranjería: 001234567', 'document: 001234567'],
    ['se fue con mi hermana', 'first-person: mi hermana'],
    ['Soy la cocinera del local', 'first-person: Soy la cocinera'],
    ['es el bar donde trabajo yo', 'first-person: donde trabajo yo'],
    ['my cousin was told', 'first-person: my cousin'],
    ['I’m a waitress', 'first-person: I’m a waitress'],
    ['la llevó Rosa Mamani a las tres', 'name: Rosa Mamani'],
    ['la llevó Juan de la Cruz', 'name: Juan de la Cruz'],
  ])('%s', (text, detail) => {
    expect(found(text)).toContain(detail);
  });

  it.each([
    'Ofrecen trabajo de mesera en Tumbes, 1500 soles y pasaje pagado',
    'Fue el 12-03-2026 y otra vez el 2026-04-01, a las 10:30',
    'Piden señoritas de 18 a 25 para Puerto Maldonado y Aguas Verdes',
    'Salen del Terminal Plaza Norte en Transportes Sol',
    'Cobran 100 o 200 por persona, van 12 chicas',
  ])('nothing is pointed at in «%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('a place that looks like a name of a person is known when the page hands it over', () => {
    expect(found('Vive en Bagua Grande', ['bagua grande'])).toEqual([]);
    expect(found('la vio Bagua Grande')).not.toEqual([]);
  });

  it('each detail is named once, in the order of the text, and stands in the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('mi hermana', '987 654 321', 'Ana Torres', 'a@b.pe', 'DNI 45678912', 'y', '\n', 'bar'), { maxLength: 12 }), (parts) => {
        const text = parts.join(' ');
        const words = identifyingDetails(text).map((each) => each.words);
        expect(new Set(words.map((each) => each.toLowerCase())).size).toBe(words.length);
        const flat = text.replaceAll(/\s+/g, ' ');
        for (const word of words) expect(flat).toContain(word.replaceAll(/\s+/g, ' '));
      }),
    );
  });

  it('no text, however odd, holds it up', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => Array.isArray(identifyingDetails(text))));
    expect(identifyingDetails('1 '.repeat(2_000)).length).toBeLessThan(2_000);
    expect(identifyingDetails('A a '.repeat(1_000) + 'Aa '.repeat(1_000))).toBeDefined();
  });
});
