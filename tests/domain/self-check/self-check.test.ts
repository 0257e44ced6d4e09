import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { citedSources, namedHelp, selfCheckSchema, textsOf, type SelfCheck } from '#domain/self-check/self-check.ts';

type Draft = z.input<typeof selfCheckSchema>;
type DraftItem = Draft['items'][number];

const anOption = (over: Partial<DraftItem['options']['si']> = {}) => ({
  feedback: 'Puedes decir que no y puedes pensarlo con calma antes de contestar.',
  step: 'Cuéntaselo hoy a alguien de tu casa.',
  ...over,
});
const anItem = (id: string, over: Partial<DraftItem> = {}): DraftItem => ({
  id,
  topic: `tema-${id}`,
  label: `Tema ${id}`,
  question: '¿Te pide que guardes el secreto?',
  marks: 'si',
  options: { si: anOption(), no: anOption(), 'no-se': anOption() },
  ...over,
});
const aDraft = (over: Partial<Draft> = {}): Draft => ({
  kind: 'self-check',
  order: 1,
  title: '¿Qué miro antes de ir?',
  neutralTitle: 'Preguntas',
  description: 'Ocho preguntas para mirar con calma una oferta.',
  audience: ['jovenes'],
  intro: 'Lee lo que dice cada respuesta y salta las que quieras, sin apuro.',
  checkedOn: '2026-11-24',
  help: ['persona-adulta', 'linea-1818'],
  items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => anItem(id)),
  ...over,
});
const complaint = (draft: unknown) => {
  const { error } = selfCheckSchema.safeParse(draft);
  return error === undefined ? '' : z.prettifyError(error);
};
const withOption = (option: Partial<DraftItem['options']['si']>) => {
  const draft = aDraft();
  draft.items[0] = anItem('a', { options: { si: anOption(option), no: anOption(), 'no-se': anOption() } });
  return draft;
};

describe('an editor who writes a self-check', () => {
  it('is left in peace when it is whole', () => {
    expect(complaint(aDraft())).toBe('');
  });

  it('may write the day with or without quotes', () => {
    expect(selfCheckSchema.parse({ ...aDraft(), checkedOn: new Date('2026-11-24') }).checkedOn).toBe('2026-11-24');
    expect(complaint(aDraft({ checkedOn: '24/11/2026' }))).toContain('Write the day as 2026-11-24');
  });

  it('hears that a fact needs a source, and that advice does not', () => {
    expect(complaint(withOption({ feedback: 'El sueldo mínimo es de S/ 1130 al mes para toda jornada completa.' }))).toContain('name its source');
    expect(complaint(withOption({ feedback: 'Según la ley, quien te lleva lejos con engaño comete un delito.' }))).toContain('name its source');
    expect(complaint(withOption({ feedback: 'El sueldo mínimo es de S/ 1130 al mes para toda jornada completa.', sources: ['una-fuente'] }))).toBe('');
    expect(complaint(withOption({ step: 'Si hay peligro ahora, llama al 105 y di dónde estás.' }))).toBe('');
  });

  it('hears of a forgotten answer, a misspelt field and a question without its marks', () => {
    const { si, no } = anItem('a').options;
    const draft = aDraft();
    expect(complaint({ ...draft, items: [{ ...anItem('a'), options: { si, no } }, ...draft.items.slice(1)] })).toContain('no-se');
    expect(complaint({ ...draft, titulo: 'Otro' })).toContain('titulo');
    draft.items[0] = anItem('a', { question: 'Te pide que guardes el secreto' });
    expect(complaint(draft)).toContain('with ¿ and ?');
  });

  it('hears that 7 questions are too few and 12 too many', () => {
    expect(complaint(aDraft({ items: aDraft().items.slice(1) }))).toContain('8 to 11');
    expect(complaint(aDraft({ items: Array.from({ length: 12 }, (_, n) => anItem(`n${n}`)) }))).toContain('8 to 11');
  });

  it('hears that a topic stands twice', () => {
    const draft = aDraft();
    draft.items[1] = anItem('b', { topic: 'tema-a' });
    expect(complaint(draft)).toContain('The topic «tema-a» stands twice');
  });

  it('hears that nobody may leave with nothing but pages to read', () => {
    expect(complaint(aDraft({ help: ['/ayuda/', '/revisa/'] }))).toContain('a line or a person to call');
    expect(complaint(aDraft({ help: ['https://otro.example', 'linea-1818'] }))).toContain('page of this site');
  });

  it('is stopped at a verdict, with the reason', () => {
    const heard = complaint(withOption({ feedback: 'Con esa respuesta, eres víctima de trata y tienes que llamar ahora.' }));
    expect(heard).toContain('«eres»');
    expect(heard).toContain('«víctima»');
    expect(heard).toContain('verdict about the person');
  });
});

describe('what the rest of the house reads from a self-check', () => {
  const draft = aDraft();
  draft.items[0] = anItem('a', { options: { si: anOption({ ask: '¿Quién paga?', help: ['linea-100'], sources: ['x-1', 'y-2'] }), no: anOption({ sources: ['x-1'] }), 'no-se': anOption() } });
  const selfCheck: SelfCheck = selfCheckSchema.parse(draft);

  it('each source once, in the order of the questions', () => {
    expect(citedSources(selfCheck)).toEqual(['x-1', 'y-2']);
  });

  it('each help once, the closing help included', () => {
    expect(namedHelp(selfCheck)).toEqual(['linea-100', 'persona-adulta', 'linea-1818']);
  });

  it('every text that a reader sees', () => {
    expect(textsOf(selfCheck)).toEqual(expect.arrayContaining([selfCheck.title, selfCheck.intro, '¿Quién paga?', 'Tema h']));
    expect(textsOf(selfCheck)).toHaveLength(4 + 8 * 2 + 8 * 3 * 2 + 1);
  });
});
