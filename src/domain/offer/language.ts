import type { Language } from './book.ts';
import type { Normalised } from './normalise.ts';

/** Words that tell one language from the others. Those that several share («a», «no», «de», «para») are left out. */
const TELLING: Record<Language | 'other', string> = {
  es: 'el la los las un una y en con del al su lo mi tu te le pero muy hay si es este tiene pa q x d ya aqui alla cuando soy usted chica chicas senoritas sueldo busco necesito pago soles gente trabajo sin hoy plata casa',
  pt: 'os um uma e com em do da dos na ao voce vc nao sem mais muito tem sao pra por ate mas sua meu menina meninas moca mocas trabalho vaga preciso reais ganhe passagem moradia boate garimpo tambem fica quarto chama zap',
  en: 'the of and to in is are you your for with we our at on this that be have will from or an my day just make pay fee job work hiring girls need earn any can who please only experience start no per',
  other: 'les des est une dans pour avec vous nous pas der die das und ist ein mit wir il che di non sono questo travail arbeit kai manta pi nispa kani llankay runa kanki jiwasa uka warmi',
};
/** For each telling word, the languages it tells of. */
const LANGUAGES = new Map<string, (keyof typeof TELLING)[]>();
for (const [language, words] of Object.entries(TELLING)) for (const word of words.split(' ')) LANGUAGES.set(word, [...(LANGUAGES.get(word) ?? []), language as keyof typeof TELLING]);

/**
 * The language a text is mostly in, by its telling words; Spanish when in doubt.
 * `null` when it is mostly in another script or clearly in another language.
 */
export function languageOf({ tokens, letters, foreignLetters }: Normalised): { language: Language | null; script: boolean } {
  if (letters > 0 && foreignLetters / letters > 0.6 && unreadable(tokens.map((t) => t.word)) > 0.5) return { language: null, script: true };
  const score = { es: 0, pt: 0, en: 0, other: 0 };
  let words = 0;
  for (const { kind, word } of tokens) {
    if (kind !== 'word') continue;
    words++;
    LANGUAGES.get(word)?.forEach((language) => score[language]++);
    if (word.length < 5) continue;
    const ending = word.slice(-6);
    if (/(?:cion|ciones|mente|ando|iendo|itas?|ito|er[oa]|dad)$/.test(ending)) score.es += 0.5;
    if (/(?:cao|oes|agem|inh[oa]|dade|mento|heir[oa])$/.test(ending)) score.pt += 0.5;
    if (/(?:ing|tion|ment|ight|ould)$/.test(ending)) score.en += 0.5;
  }
  const best = (['es', 'pt', 'en'] as const).reduce((a, b) => (score[b] > score[a] * (a === 'es' ? 1.25 : 1) + (a === 'es' ? 0.9 : 0) ? b : a));
  const foreign = words >= 6 && score.other > score[best] * 1.2 && score.other / words > 0.12;
  const unknown = words >= 20 && score[best] === 0;
  return { language: foreign || unknown ? null : best, script: false };
}

function unreadable(words: readonly string[]): number {
  const strange = words.filter((w) => !/^[\x00-\x7f]*$/.test(w)).length;
  return words.length === 0 ? 0 : strange / words.length;
}
