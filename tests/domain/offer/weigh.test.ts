import { describe, expect, it } from 'vitest';
import { denials } from '#domain/offer/denial.ts';
import { normalise } from '#domain/offer/normalise.ts';
import { measure } from '#domain/offer/quantity.ts';
import { Scales, wordFeatures } from '#domain/offer/weigh.ts';
import { check } from './engine.ts';

const scales = new Scales({ cut: 6, scale: 10, models: { riesgo: { bias: -5, weights: { '10': 'pasaje|el', '-20': '!pasaje', '30': '#deuda_adelanto' } } } });
const read = (text: string) => {
  const tokens = measure(normalise(text).tokens);
  return { tokens, features: wordFeatures(tokens, denials(tokens), 6) };
};
const odds = (text: string): number => scales.weigh(read(text).features).get('riesgo') ?? NaN;

describe('the learned weights', () => {
  it('are a sum: what each word adds, once, and what the model starts from', () => {
    expect(odds('pasaje')).toBeCloseTo(0.5);
    expect(odds('pasaje pasaje pasaje')).toBeCloseTo(0.5);
    expect(odds('nada que ver')).toBeCloseTo(-0.5);
  });

  it('say the same whether every word is named or only those that weigh', () => {
    const pairs = new Scales({ cut: 6, scale: 10, models: { riesgo: { bias: 1, weights: { '7': 'el pasaje|!pasaje', '-3': 'pasaje' } } } });
    const { tokens } = read('el pasaje, nada más; sin pasaje');
    const all = wordFeatures(tokens, denials(tokens), 6);
    const some = wordFeatures(tokens, denials(tokens), 6, pairs);
    expect([...some.keys()].sort()).toEqual(['!pasaje', 'el pasaje', 'pasaje']);
    expect(pairs.weigh(some).get('riesgo')).toBe(pairs.weigh(all).get('riesgo'));
  });

  it('tell a denied word from one that is said', () => {
    expect(odds('sin pasaje')).toBeCloseTo(-2.5);
  });

  it('count what a cue found beside the words', () => {
    expect(scales.weigh(new Map([['#deuda_adelanto', null]])).get('riesgo')).toBeCloseTo(2.5);
  });

  it('show the words that pulled, and none that only joins others', () => {
    const { tokens, features } = read('el pasaje');
    expect(scales.heaviest(features, 'riesgo', tokens)).toEqual([{ from: 1, to: 2 }]);
  });
});

describe('what a person is shown', () => {
  it('a critical sign always stands on words of the text', () => {
    const result = check('Te mando el pasaje y lo vas devolviendo de tu sueldo, vente a la mina, no le digas a nadie');
    const critical = result.signs.filter((s) => s.severity === 'critica');
    expect(critical.length).toBeGreaterThan(0);
    for (const { quotes } of critical) expect(quotes.length).toBeGreaterThan(0);
  });

  it('a risky offer never comes without a sign', () => {
    const result = check('Causa, hay un cachuelo fácil: manejas la camioneta hasta Huánuco. Mil quinientos por viaje. Si te paran, tú no conoces al dueño.');
    expect(['alto', 'varias-senales']).toContain(result.level);
    expect(result.signs.length).toBeGreaterThan(0);
  });

  it('a ministry named by whoever asks for money reassures nobody', () => {
    const result = check('Somos del Ministerio de Trabajo, inscríbete por este WhatsApp y paga tu carpeta por yape para tu vacante');
    expect(result.reassuring.map((r) => r.id)).not.toContain('canal_oficial');
  });
});
