import { describe, expect, it } from 'vitest';
import { readExamples } from '#commands/score-offers.ts';
import { check, signsOf } from './engine.ts';

const illustrations = readExamples(['tests/examples/offers/illustrations.jsonl']);

describe('the twelve illustrations of the research', () => {
  const expected = [
    'alto', 'varias-senales', 'varias-senales', 'varias-senales', 'alto', 'alto', 'varias-senales',
    'falta-informacion', 'falta-informacion', 'falta-informacion', 'falta-informacion', 'no-es-oferta',
  ];
  it.each(illustrations.map((e, i) => [e.id, expected[i], e.text] as const))('%s gets %s', (_id, level, text) => {
    expect(check(text).level).toBe(level);
  });
});

describe('who pays and who owes', () => {
  it('hears a ticket that is paid back with work, however it is said', () => {
    expect(signsOf('Te mando el pasaje y lo vas devolviendo de tu sueldo, vente a la mina')).toContain('deuda_adelanto');
    expect(signsOf('trabajo en chacra, el viaje te lo descuento de los primeros jornales')).toContain('deuda_adelanto');
  });

  it('does not hear a debt where the offer denies one', () => {
    expect(signsOf('Cosecha en Virú. La empresa paga el pasaje y no se descuenta. Planilla y contrato.')).not.toContain('deuda_adelanto');
  });

  it('tells paying the worker from charging her', () => {
    expect(signsOf('Se necesita cajera, pago semanal de S/ 350 por depósito, tienda en Jr. Puno 450')).not.toContain('pide_dinero');
    expect(signsOf('Ya tienes el puesto de cajera, deposita S/ 60 por el uniforme')).toContain('pide_dinero');
  });
});

describe('who holds the papers', () => {
  it('minds the original, not the copy', () => {
    expect(signsOf('Cocinera para campamento, tu DNI se queda con el capataz')).toContain('retiene_documentos');
    expect(signsOf('Operario de limpieza, traer copia de DNI y CV a la oficina')).not.toContain('retiene_documentos');
  });
});

describe('ages, hours, pay and phones are told apart', () => {
  it('sees a girl of 16, and not sixteen hours, sixteen shops or «mayores de 18»', () => {
    expect(signsOf('busco chica de 16 para cuidar puesto, cama adentro')).toContain('menores');
    expect(signsOf('Se busca vendedora mayor de 18 años, tienda con 16 locales, de 8 a 16 horas')).not.toContain('menores');
  });

  it('judges pay by task and period', () => {
    expect(signsOf('Mesera sin experiencia, 4000 soles al mes')).toContain('sueldo_irreal');
    expect(signsOf('Mesera sin experiencia, 1300 soles al mes')).not.toContain('sueldo_irreal');
    expect(signsOf('Ingeniero de minas, 8000 soles al mes, colegiado')).not.toContain('sueldo_irreal');
  });
});

describe('disguised writing', () => {
  it.each([
    ['plain', 'se necesitan señoritas para night club'],
    ['no accents, shouting', 'SE NECESITAN SENORITAS PARA NIGHT CLUB'],
    ['fullwidth letters', 'se necesitan ｓｅｎｏｒｉｔａｓ para night club'],
    ['Cyrillic look-alikes', 'se necesitan sеñоritаs para night club'],
    ['letters split by dots', 'se necesitan s.e.ñ.o.r.i.t.a.s para night club'],
    ['letters split by spaces', 'se necesitan s e ñ o r i t a s para night club'],
    ['zero-width characters', 'se necesitan se\u200bño\u200dri\u2060tas para night club'],
    ['leet', 'se necesitan s3ñ0r1t4s para night club'],
    ['spelled as it sounds', 'se nesesitan senioritas señoritaz para nait club'],
    ['repeated letters', 'se necesitan señoritaaaas para niiight club'],
  ])('is read through: %s', (_how, text) => {
    expect(signsOf(text)).toContain('rubro_sexualizado');
  });
});

describe('texts that are not offers', () => {
  it.each([
    ['pregunta', '¿Alguien sabe si es verdad que en la mina pagan 4000 por cocinar? Me ofrecieron y me da miedo'],
    ['advertencia', 'Alerta: están captando chicas para un bar en la mina con pasaje gratis. No se dejen engañar, denuncien al 1818'],
    ['busca-trabajo', 'Busco trabajo de cocinera, tengo 10 años de experiencia y referencias'],
    ['alquiler', 'Alquilo cuarto para señorita estudiante, con agua y luz, 300 soles'],
  ])('is told apart: %s', (kind, text) => {
    const result = check(text);
    expect(result.kind).toBe(kind);
    expect(result.level).toBe('no-es-oferta');
    expect(result.signs).toEqual([]);
  });

  it('still names the signs that a question quotes, so that the page can orient', () => {
    const result = check('OJO: me llegó esto por wsp «chicas para bar en la mina, pasaje gratis». ¿Es real o es trata?');
    expect(result.mentioned.map((s) => s.id)).toContain('rubro_sexualizado');
  });
});

describe('a chat with two speakers', () => {
  it('counts what the recruiter says, not what the person asks', () => {
    const chat = 'Yo: ¿tengo que dejar mi DNI?\nReclutadora: no, para nada, solo traes una copia\nYo: ¿y pago algo?\nReclutadora: nada, la empresa paga tu examen médico';
    expect(check(chat).kind).toBe('oferta');
    expect(signsOf(chat)).not.toContain('retiene_documentos');
    expect(signsOf(chat)).not.toContain('pide_dinero');
  });

  it('minds the age that the person gives', () => {
    expect(signsOf('Agencia: hola linda, ¿cuántos años tienes?\nLuz: 15\nAgencia: perfecto, manda fotos para el casting')).toContain('menores');
  });
});

describe('texts that cannot be read', () => {
  it.each([
    ['vacio', ''],
    ['vacio', ' \n\t '],
    ['sin-palabras', '🔥🔥💃'],
    ['sin-palabras', '999 888 777'],
    ['muy-corto', 'trabajo ya'],
    ['otro-alfabeto', 'مطلوب عاملات للعمل في الخارج براتب جيد'],
    ['otro-alfabeto', 'Требуются официантки для работы за границей'],
    ['otro-idioma', 'Wir suchen junge Frauen für die Arbeit in der Küche, das Essen ist frei und die Wohnung auch'],
  ])('says why: %s', (reason, text) => {
    expect(check(text)).toMatchObject({ reason, level: 'no-es-oferta', signs: [] });
  });
});

describe('Portuguese and English', () => {
  it('are read with their own cues', () => {
    expect(check('Precisamos de moças para boate no Peru, a passagem a gente adianta e desconta do salário').language).toBe('pt');
    expect(signsOf('Precisamos de moças para boate no Peru, a passagem a gente adianta e desconta do salário')).toEqual(expect.arrayContaining(['deuda_adelanto', 'rubro_sexualizado']));
    expect(signsOf('Girls wanted for a bar in Lima, we keep your passport, the flight is deducted from your pay')).toEqual(expect.arrayContaining(['retiene_documentos', 'deuda_adelanto', 'rubro_sexualizado']));
  });
});

describe('what the offer leaves open', () => {
  it('asks all six questions of an offer that says nothing', () => {
    expect(check('Necesito chicas para trabajar en otra ciudad, pasaje pagado').unknown).toContain('viaje-regreso');
    expect(check('Se busca personal').unknown).toEqual(expect.arrayContaining(['quien-contrata', 'donde', 'que-hare', 'cuanto-cuando']));
  });

  it('asks less of one that says who, where, when and how much', () => {
    const clear = check('Panadería Santa Rosa SAC, RUC 20131312955, Jr. Puno 450. Ayudante, lunes a sábado de 8 a 4, S/ 1,200 mensual en planilla.');
    expect(clear.unknown).not.toContain('donde');
    expect(clear.reassuring.map((r) => r.id)).toEqual(expect.arrayContaining(['empleador_con_nombre', 'lugar_visitable', 'beneficios_de_ley']));
  });
});
