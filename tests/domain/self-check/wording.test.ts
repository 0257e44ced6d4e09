import { describe, expect, it } from 'vitest';
import { refusals } from '#domain/self-check/wording.ts';

describe('what a self-check never says to anyone', () => {
  it.each([
    ['Podrías ser víctima de trata.', 'label'],
    ['Eres un caso claro.', 'verdict'],
    ['Estás siendo captada.', 'verdict'],
    ['Tu puntaje es 7.', 'no score'],
    ['Marcaste el 80 %.', 'no score'],
    ['Tienes riesgo alto.', 'no level'],
    ['Estás en un nivel medio.', 'no level'],
    ['La oferta es segura.', 'can be checked'],
    ['Fue tu culpa por ir.', 'it blames'],
    ['Debiste contarlo antes.', 'it blames'],
    ['La prostituyen en un bar.', 'explotación sexual'],
    ['Te van a golpes.', 'scares'],
    ['Si denuncias no te deportan.', 'corrections'],
    ['El 1810 atiende 24 horas.', 'corrections'],
  ])('«%s» is refused: %s', (text, reason) => {
    expect(refusals(text).join(' ')).toContain(reason);
  });

  it.each([
    'No es tu culpa y hay salida.',
    'Si tienes menos de 18, la ley te cuida más.',
    'Si hay peligro ahora, llama al 105.',
    '¿Quieres que las mujeres de tu casa lo sepan? Esperes o no, tú decides.',
    'Explotación sexual se llama así.',
  ])('«%s» may stand', (text) => {
    expect(refusals(text)).toEqual([]);
  });

  it('names the word and the reason, so that the editor can mend it', () => {
    expect(refusals('Es una oferta segura.')).toEqual(['Do not write «segura» in a self-check: nobody can promise that an offer or a person is «segura»; say what can be checked.']);
  });
});
