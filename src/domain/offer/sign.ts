import * as z from 'zod';
import { parsePattern } from './pattern.ts';

/** A pattern as editors write it (see pattern.ts); «? » in front makes it faint: two faint cues make one. «A & B»: both, up to 45 words apart. */
const cue = z.string().check((ctx) => {
  try {
    for (const side of ctx.value.replace(/^\? /, '').split(' & ')) parsePattern(side);
  } catch (error) {
    ctx.issues.push({ code: 'custom', input: ctx.value, message: (error as Error).message });
  }
});

const byLanguage = z
  .strictObject({ es: z.array(cue).optional(), pt: z.array(cue).optional(), en: z.array(cue).optional() })
  .describe('Pistas por idioma: es, pt, en.');

const sentence = (about: string, max = 240) =>
  z.string().min(10, 'Falta decir algo más.').max(max, `Acórtalo: hasta ${max} letras.`).describe(about);

export const SEVERITIES = ['critica', 'alta', 'media', 'baja'] as const;
export const COMPUTED = ['pay-too-high', 'no-employer-named', 'only-a-chat', 'brand-with-odd-contact', 'employer-named', 'pay-and-hours-clear'] as const;

/** A warning sign: content/warning-signs/<id>.yaml. The file name is its id. */
export const warningSignSchema = z.strictObject({
  name: sentence('El nombre de la señal, como se lo dirías a alguien.', 90),
  severity: z.enum(SEVERITIES).describe('critica: una basta; alta: dos bastan; media y baja: solo junto con otras.'),
  what: sentence('Qué es.'),
  sounds: sentence('Cómo suena: un ejemplo inventado, entre «».'),
  why: sentence('Por qué importa. Sin miedo y sin culpa.'),
  act: sentence('Qué hacer: una acción concreta.'),
  asks: z.array(z.string()).min(1).describe('Preguntas de content/offer/questions.yaml que ayudan a aclararla.'),
  sources: z.array(z.string()).min(1, 'Cada señal necesita al menos una fuente de content/sources.yaml.'),
  computed: z.enum(COMPUTED).optional().describe('Cálculo de src/domain/offer/computed.ts que también la detecta.'),
  cues: byLanguage,
  unless: byLanguage.optional().describe('Si una de estas pistas está junto a la señal (seis palabras), la señal no cuenta.'),
  unlessAnywhere: byLanguage.optional().describe('Si una de estas pistas está en cualquier parte del texto, la señal no cuenta.'),
});
export type WarningSign = z.infer<typeof warningSignSchema>;

/** Something that speaks for an offer: content/reassuring-signs/<id>.yaml. */
export const reassuringSignSchema = z.strictObject({
  name: sentence('El nombre del dato tranquilizador.', 90),
  what: sentence('Qué es.'),
  check: sentence('Cómo comprobarlo: las palabras solas no bastan.'),
  computed: z.enum(COMPUTED).optional(),
  cues: byLanguage,
});
export type ReassuringSign = z.infer<typeof reassuringSignSchema>;

/** content/offer/words-<language>.yaml */
export const wordsSchema = z.strictObject({
  abbreviations: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.array(cue)),
  facts: z.record(z.string(), z.array(cue)),
});
export type Words = z.infer<typeof wordsSchema>;

const pointed = z.strictObject({ 1: z.array(cue).optional(), 2: z.array(cue).optional() });
/** content/offer/kinds.yaml: texts that are no offers, and what the reader may do then. */
export const kindsSchema = z.record(
  z.enum(['pregunta', 'advertencia', 'busca-trabajo', 'alquiler', 'oferta']),
  z.strictObject({ hint: sentence('Qué puede hacer quien lo pegó.'), cues: z.strictObject({ es: pointed, pt: pointed.optional(), en: pointed.optional() }) }),
);

const amounts = z.strictObject({ month: z.number(), fortnight: z.number(), week: z.number(), day: z.number(), hour: z.number() });
/** content/offer/pay.yaml */
export const paySchema = z.strictObject({
  minimumWage: z.array(z.strictObject({ currency: z.string(), month: z.number(), since: z.string(), source: z.string() })).min(1),
  tooMuch: z.record(z.enum(['PEN', 'USD', 'EUR', 'CLP', 'COP', 'BRL', 'BOB', 'unknown']), amounts),
});

/** content/offer/questions.yaml: the questions to copy to the recruiter. */
export const questionsSchema = z.array(z.strictObject({ id: z.string(), text: z.string(), short: z.string() })).min(6);

/** content/offer/weights.json, written by src/commands/train-offer-words.ts. */
export const weightsSchema = z.strictObject({
  cut: z.number(),
  scale: z.number(),
  models: z.record(z.string(), z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.string()) })),
});
