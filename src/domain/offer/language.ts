import type { Language } from './book.ts';
import type { Normalised } from './normalise.ts';

/** Little words that tell one language from another. Shared ones («a», «no», «me») are left out. */
const LITTLE_WORDS: Record<Language | 'other', string> = {
  es: 'que de el la los las un una y con para por se es en al del su sus lo mi tu te le les nos pero como mas muy hay si este esta esto son ser eres tiene tienes trabajo busco busca buscan necesito necesita sueldo chicas senoritas personal sin ya aqui alla donde cuando tambien pago pagan quiero quieres senora experiencia mayores soles llamar escribe whatsapp q x d pa chamba nosotros',
  pt: 'que de o os as um uma e com para pra em no na nos nas do da dos das ao voce voces nao sem mais muito eu ele ela tem ser esta isso trabalho salario vaga vagas precisa precisamos moca mocas dinheiro passagem moradia reais mes dia ou por fazer meninas agora tambem sua seu a gente somos oferecemos garconete empresa experiencia',
  en: 'the of and to in is are you your for with we our at on this that be no not have has will from or an by it they us me my work job jobs hiring girls pay money earn need any all can am who please day month if only',
  other: 'le les des est une dans pour avec vous nous sur pas der die das und ist nicht ein eine mit fur wir sie il lo gli che di per non sono con una questo lavoro travail arbeit kai wan manta pi nispa kani munani llankay llamkay runa kanki uk nin aka jiwasa uka warmi ukat',
};
const WORDS = Object.fromEntries(Object.entries(LITTLE_WORDS).map(([l, words]) => [l, new Set(words.split(' '))])) as Record<Language | 'other', Set<string>>;

/**
 * The language a text is mostly in, by its little words; Spanish when in doubt.
 * `null` when it is mostly in another script or clearly in another language.
 */
export function languageOf({ tokens, letters, foreignLetters }: Normalised): { language: Language | null; script: boolean } {
  if (letters > 0 && foreignLetters / letters > 0.6 && unreadable(tokens.map((t) => t.word)) > 0.5) return { language: null, script: true };
  const score = { es: 0, pt: 0, en: 0, other: 0 };
  let words = 0;
  for (const { kind, word } of tokens) {
    if (kind !== 'word') continue;
    words++;
    for (const language of ['es', 'pt', 'en', 'other'] as const) if (WORDS[language].has(word)) score[language]++;
  }
  const best = (['es', 'pt', 'en'] as const).reduce((a, b) => (score[b] > score[a] * (a === 'es' ? 1.1 : 1) ? b : a));
  const foreign = words >= 6 && score.other > score[best] * 1.2 && score.other / words > 0.12;
  const unknown = words >= 8 && score[best] / words < 0.06;
  return { language: foreign || unknown ? null : best, script: false };
}

function unreadable(words: readonly string[]): number {
  const strange = words.filter((w) => !/^[\x00-\x7f]*$/.test(w)).length;
  return words.length === 0 ? 0 : strange / words.length;
}
