import { describe, expect, it } from 'vitest';
import { denials } from '#domain/offer/denial.ts';
import { normalise } from '#domain/offer/normalise.ts';
import { measure } from '#domain/offer/quantity.ts';
import { bindWeights, Scales, shareOf, wordFeatures, type Weights } from '#domain/offer/weigh.ts';
import { check } from './engine.ts';

const scalesOf = (weights: Record<string, string>, bias: number): Scales => new Scales(bindWeights({ cut: 6, scale: 10, models: { riesgo: { bias, weights } } }));
const scales = scalesOf({ '10': 'pasaje|el', '-20': '!pasaje', '30': '#deuda_adelanto' }, -5);
const read = (text: string, on = scales) => {
  const tokens = measure(normalise(text).tokens);
  return { tokens, seen: on.read(tokens, denials(tokens)) };
};
const odds = (text: string, on = scales): number => on.weigh(read(text, on).seen).get('riesgo') ?? NaN;

describe('the learned weights', () => {
  it('are a sum: what each word adds, once, and what the model starts from', () => {
    expect(odds('pasaje')).toBeCloseTo(0.5);
    expect(odds('pasaje pasaje pasaje')).toBeCloseTo(0.5);
    expect(odds('nada que ver')).toBeCloseTo(-0.5);
  });

  it('say the same as when every word and pair is named and summed, as they were learned', () => {
    const weights: Record<string, string> = { '7': 'el pasaje|!pasaje', '-3': 'pasaje', '4': '!pasaje y|y !avisa|<money>', '2': 'kontra|ke' };
    const pulls = new Map(Object.entries(weights).flatMap(([weight, names]) => names.split('|').map((name) => [name, Number(weight)] as const)));
    for (const text of ['el pasaje, nada más; sin pasaje y no avisa', 'pasaje y el pasaje', 'contrato que el contratista te da, 500 soles', 'nada']) {
      const tokens = measure(normalise(text).tokens);
      const named = [...wordFeatures(tokens, denials(tokens), 6)].reduce((sum, [name, at]) => sum + shareOf(at) * (pulls.get(name) ?? 0), 1);
      expect(odds(text, scalesOf(weights, 1)), text).toBeCloseTo(named / 10, 9);
    }
  });

  it('come turned around without losing one', () => {
    const weights: Weights = { cut: 6, scale: 10, models: { a: { bias: 1, weights: { '5': 'uno|dos', '-12': 'tres' } }, b: { bias: -2, weights: { '7': 'dos', '-1': 'uno' } } } };
    expect(bindWeights(weights)).toEqual({ cut: 6, scale: 10, models: { a: 1, b: -2 }, features: 'tres|uno|dos', pulls: 'A-12A5b-1A5b7' });
  });

  it('tell a denied word from one that is said', () => {
    expect(odds('sin pasaje')).toBeCloseTo(-2.5);
  });

  it('count what a cue found beside the words', () => {
    expect(scales.weigh(scales.read([], [], ['#deuda_adelanto', '#nothing'])).get('riesgo')).toBeCloseTo(2.5);
  });

  it('show the words that pulled, and none that only joins others', () => {
    const { tokens, seen } = read('el pasaje');
    expect(scales.heaviest(seen, 'riesgo', tokens)).toEqual([{ from: 1, to: 2 }]);
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
