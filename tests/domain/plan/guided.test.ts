import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { composeOffer } from '#domain/plan/guided.ts';
import { analyse, compileSigns } from '#domain/offer/offer.ts';
import { readShelf } from '../../../src/commands/sign-book.ts';

const { guided } = JSON.parse(readFileSync('content/interface/es/offer.json', 'utf8')) as typeof import('../../../content/interface/es/offer.json');
const { questions } = guided;
const ids = questions.flatMap(({ id, options }) => (options ?? []).map((option) => [id, option.id] as const));

describe('an offer that came by voice', () => {
  it('takes eight questions, no more', () => {
    expect(questions.length).toBe(8);
  });

  it('becomes one text in the order of the questions', () => {
    const text = composeOffer(questions, { pago: '1500 al mes.', trabajo: 'mesera', dijeron: ['secreto'] });
    expect(text).toBe('Se ofrece trabajo de mesera. Pagan 1500 al mes. No le digas a nadie.');
  });

  it('leaves no trace of what was not answered, and nothing of nothing', () => {
    expect(composeOffer(questions, { trabajo: '   ', lugar: '', piden: [], viaje: [''] })).toBe('');
  });

  it('keeps what a person wrote on one line, braces and all', () => {
    expect(composeOffer(questions, { trabajo: 'cocina\n\ny {answer} <b>limpieza</b>' })).toBe('Se ofrece trabajo de cocina y {answer} <b>limpieza</b>.');
  });

  it('ignores a tick that no question knows', () => {
    expect(composeOffer(questions, { dijeron: ['nada-de-esto'] })).toBe('');
  });
});

describe('the engine reads what the answers become', () => {
  const { book } = readShelf();
  const engine = compileSigns(book);
  const read = (answers: Parameters<typeof composeOffer>[1]) => analyse(composeOffer(questions, { trabajo: 'mesera', lugar: 'Mazuko', pago: '1500 al mes', ...answers }), engine);

  it.each([
    ['viaje', 'descuento', 'deuda_adelanto'],
    ['viaje', 'pagado', 'todo_pagado'],
    ['piden', 'dinero', 'pide_dinero'],
    ['piden', 'dni', 'retiene_documentos'],
    ['piden', 'fotos', 'fotos_apariencia'],
    ['piden', 'claves', 'pide_datos'],
    ['buscan', 'mujeres', 'perfil_sexo_edad'],
    ['buscan', 'menores', 'menores'],
    ['dijeron', 'secreto', 'secreto_aislamiento'],
    ['dijeron', 'apuro', 'urgencia'],
    ['dijeron', 'encierro', 'jornada_encierro'],
    ['dijeron', 'clientes', 'rubro_sexualizado'],
    ['dijeron', 'alla', 'sin_contrato'],
    ['dijeron', 'encargo', 'encargo_ilicito'],
  ])('%s: %s shows the sign %s', (question, option, sign) => {
    const { level, signs } = read({ [question]: [option] });
    expect(level).not.toBe('no-es-oferta');
    expect(signs.map(({ id }) => id)).toContain(sign);
  });

  it('no single answer turns it into a text that is no offer', () => {
    for (const [question, option] of ids) expect(read({ [question]: [option] }).kind, `${question}: ${option}`).toBe('oferta');
  });

  it('an honest answer adds no strong sign', () => {
    for (const [question, option] of [['viaje', 'gratis'], ['viaje', 'propio'], ['buscan', 'todos']] as const) {
      expect(read({ [question]: [option] }).signs.filter(({ severity }) => severity === 'critica').map(({ id }) => id), `${question}: ${option}`).toEqual([]);
    }
  });
});
