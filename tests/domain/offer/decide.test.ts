import { describe, expect, it } from 'vitest';
import type { OfferKind, Severity } from '#domain/offer/book.ts';
import { decide, type Evidence } from '#domain/offer/decide.ts';

const evidence = (signs: [string, Severity][], more: Partial<Evidence> = {}): Evidence => ({
  kind: 'oferta', unsure: false, reassuring: 0, words: 80, tilt: 1, ...more, signs: signs.map(([id, severity]) => ({ id, severity })),
});

describe('from signs to a level', () => {
  it('a critical sign in a risky offer gets the loudest answer, whatever reassures', () => {
    expect(decide(evidence([['deuda_adelanto', 'critica']], { reassuring: 9 })).level).toBe('alto');
  });

  it('a critical sign in honest words is still shown, and asks for information', () => {
    expect(decide(evidence([['deuda_adelanto', 'critica']], { tilt: -1 }))).toEqual({ level: 'falta-informacion', rule: 'signs-in-honest-words' });
  });

  it('a demand for money in a risky offer calls for care', () => {
    expect(decide(evidence([['pide_dinero', 'alta']]))).toEqual({ level: 'varias-senales', rule: 'asks-for-money' });
  });

  it('doubts in honest words only ask for information', () => {
    expect(decide(evidence([['urgencia', 'media'], ['todo_pagado', 'media'], ['traslado_lejos', 'media']], { tilt: -1 }))).toEqual({ level: 'falta-informacion', rule: 'only-doubts' });
  });

  it('a paid trip far away by someone unnamed is bait', () => {
    expect(decide(evidence([['empleador_oculto', 'media'], ['todo_pagado', 'media'], ['traslado_lejos', 'media']]))).toEqual({ level: 'varias-senales', rule: 'bait' });
  });

  it('a short offer without signs leaves too much unsaid', () => {
    expect(decide(evidence([], { words: 20, tilt: -1 })).level).toBe('falta-informacion');
    expect(decide(evidence([], { words: 120, tilt: -1 })).level).toBe('sin-senales');
  });

  it('the words alone never accuse: without any sign there is no alarm', () => {
    expect(decide(evidence([], { tilt: 9 })).level).toBe('sin-senales');
  });

  it('someone who tells of an offer is not met with the loudest answer', () => {
    expect(decide(evidence([['menores', 'critica']], { unsure: true })).level).toBe('varias-senales');
  });

  it.each(['pregunta', 'advertencia', 'busca-trabajo', 'alquiler', 'otro'] as OfferKind[])('a text of kind %s is no offer, whatever it mentions', (kind) => {
    expect(decide(evidence([['deuda_adelanto', 'critica'], ['menores', 'critica']], { kind })).level).toBe('no-es-oferta');
  });
});
