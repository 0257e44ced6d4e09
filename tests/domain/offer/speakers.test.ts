import { describe, expect, it } from 'vitest';
import { personSpans } from '#domain/offer/speakers.ts';

const said = (text: string): string[] => personSpans(text).map(({ start, end }) => text.slice(start, end).trim());

describe('who is speaking', () => {
  it('knows «Yo:» as the person', () => {
    expect(said('Yo: hola, ¿es lejos?\nSra. Carmen: cerquita nomás')).toEqual(['Yo: hola, ¿es lejos?']);
  });

  it('takes whoever only asks for the person', () => {
    expect(said('[10:01] Luz: ¿y cuánto pagan?\n[10:02] Pedro: mil quinientos y comida\n[10:03] Luz: ¿dónde es?')).toHaveLength(2);
  });

  it('takes turns in a dialogue with dashes', () => {
    expect(said('—¿Y la comida?\n—La pongo yo.\n—¿Y el pasaje?\n—También.')).toEqual(['—¿Y la comida?', '—¿Y el pasaje?']);
  });

  it('does not take the headings of an ad for speakers', () => {
    expect(said('Sueldo: 1200\nHorario: 8 a 5\nLugar: Piura\nRequisitos: ganas')).toEqual([]);
  });
});
