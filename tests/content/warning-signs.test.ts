import { describe, expect, it } from 'vitest';
import { readShelf } from '#commands/sign-book.ts';
import { analyse, compileSigns } from '#domain/offer/offer.ts';

const shelf = readShelf();
const engine = compileSigns(shelf.book);

/** shared/research/job-offers.md, section 3. */
const IDS = [
  'deuda_adelanto', 'retiene_documentos', 'menores', 'rubro_sexualizado', 'secreto_aislamiento', 'encargo_ilicito',
  'sueldo_irreal', 'sin_papeles', 'fotos_apariencia', 'pide_dinero', 'cita_insegura', 'jornada_encierro', 'promesa_padrinazgo', 'suplantacion',
  'empleador_oculto', 'puesto_vago', 'perfil_sexo_edad', 'traslado_lejos', 'todo_pagado', 'pide_datos', 'urgencia', 'sin_contrato', 'apunta_vulnerables',
  'sin_requisitos', 'solo_chat',
];
const readers = (sign: object): string => Object.values(sign).filter((v) => typeof v === 'string').join('. ');

describe('the warning signs', () => {
  it('are the 25 of the research', () => {
    expect(Object.keys(shelf.signs).sort()).toEqual([...IDS].sort());
  });

  it.each(Object.entries(shelf.signs))('%s raises questions that exist', (_id, sign) => {
    const questions = shelf.questions.map((q) => q.id);
    expect(sign.asks.filter((id) => !questions.includes(id))).toEqual([]);
  });

  it.each(Object.entries({ ...shelf.signs, ...shelf.reassuring }))('%s never says «segura» or «víctima», never blames', (_id, sign) => {
    expect(readers(sign).toLowerCase()).not.toMatch(/\bsegur[ao]\b(?! social| contra|,)|víctima|prostitu|tu culpa|debiste/);
  });

  it.each(Object.entries({ ...shelf.signs, ...shelf.reassuring }))('%s is said in short sentences', (_id, sign) => {
    const longest = Math.max(...readers(sign).split(/[.?!:»«]/).map((s) => s.trim().split(/\s+/).length));
    expect(longest).toBeLessThanOrEqual(26);
  });

  it.each(Object.entries(shelf.signs).filter(([, s]) => s.severity === 'critica'))('%s says whom to call', (_id, sign) => {
    expect(sign.act).toMatch(/1818, opción 1|105|persona de confianza/);
  });

  it('compile in every language', () => {
    expect(() => ['es', 'pt', 'en'].forEach((language) => engine.reader(language as 'es'))).not.toThrow();
  });

  it.each(Object.entries(shelf.signs).filter(([, s]) => s.severity === 'critica' || s.severity === 'alta'))('%s hears its own example', (id, sign) => {
    const result = analyse(sign.sounds, engine);
    expect([...result.signs, ...result.mentioned].map((s) => s.id)).toContain(id);
  });
});
