import { describe, expect, it } from 'vitest';
import { lineSchema } from '../../../src/domain/story/story.ts';
import { refusals } from '../../../src/domain/story/wording.ts';

describe('a story is told without fear, blame or a verdict', () => {
  it.each(['Fue tu culpa', 'Eres una víctima de trata', 'Es un trabajo seguro', 'La ataron con cadenas', 'Debiste preguntar', 'Mujeres que se prostituyen', 'Llama al 1810', 'Escríbele al 987 654 321'])('«%s» is refused, with the reason', (text) => {
    expect(refusals(text)).not.toEqual([]);
  });

  it.each(['No es tu culpa', 'Llama al 105 o al 1818', 'Era explotación sexual', 'Son 180 soles, y en 2019 eran 150', 'Pagan 1800 y te mandan el pasaje'])('«%s» may stand', (text) => {
    expect(refusals(text)).toEqual([]);
  });

  it('a fact without a source does not get in, and the editor reads what a line may be', () => {
    expect(lineSchema.safeParse({ fact: 'En 2019 pasó algo en Madre de Dios.', sources: [] }).success).toBe(false);
    expect(lineSchema.safeParse({ narrator: 'Llueve.' }).error?.message).toContain('A line is one of');
  });
});
