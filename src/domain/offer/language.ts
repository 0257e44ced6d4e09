import type { Language } from './book.ts';
import { learn } from './lexicon.ts';
import type { Normalised, Token } from './normalise.ts';

/** Words that tell one language from the others. Those that several share («a», «no», «de», «para») are left out. */
const TELLING: Record<Language | 'other', string> = {
  es: 'el la los las un una y en con del al su lo mi tu te le pero muy hay si es este tiene pa q x d ya aqui alla cuando soy usted chica chicas senoritas sueldo busco necesito pago soles gente trabajo sin hoy plata casa',
  pt: 'os um uma e com em do da dos na ao voce vc nao sem mais muito tem sao pra por ate mas sua meu menina meninas moca mocas trabalho vaga preciso reais ganhe passagem moradia boate garimpo tambem fica quarto chama zap',
  en: 'the of and to in is are you your for with we our at on this that be have will from or an my day just make pay fee job work hiring girls need earn any can who please only experience start no per',
  other: 'les des est une dans pour avec vous nous pas der die das und ist ein mit wir il che di non sono questo travail arbeit kai manta pi nispa kani llankay runa kanki jiwasa uka warmi',
};
/** Half points of a word for each language, four bits each, so that one number carries all: Spanish lowest, then these. */
const PT = 4;
const EN = 8;
const OTHER = 12;
const BITS = 15;
const ENDS_ES = /(?:cion|ciones|mente|ando|iendo|itas?|ito|er[oa]|dad)$/;
const ENDS_PT = /(?:cao|oes|agem|inh[oa]|dade|mento|heir[oa])$/;
const ENDS_EN = /(?:ing|tion|ment|ight|ould)$/;

/** What the ending of a word tells; of short words nothing. */
function byEnding(word: string): number {
  return word.length < 5 ? 0 : Number(ENDS_ES.test(word)) + (Number(ENDS_PT.test(word)) << PT) + (Number(ENDS_EN.test(word)) << EN);
}

Object.values(TELLING).forEach((words, place) => {
  for (const word of words.split(' ')) {
    const known = learn(word);
    known.tongues = (known.tongues < 0 ? byEnding(word) : known.tongues) + (2 << (place * PT));
  }
});

/**
 * The language a text is mostly in, by its telling words; Spanish when in doubt.
 * `null` when it is mostly in another script or clearly in another language.
 */
export function languageOf({ tokens, letters, foreignLetters }: Normalised): { language: Language | null; script: boolean } {
  if (letters > 0 && foreignLetters / letters > 0.6 && unreadable(tokens.map((t) => t.word)) > 0.5) return { language: null, script: true };
  let es = 0;
  let pt = 0;
  let en = 0;
  let other = 0;
  let words = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, known } = tokens[i] as Token;
    if (kind !== 'word') continue;
    words++;
    if (known.tongues < 0) known.tongues = byEnding(known.word);
    const { tongues } = known;
    if (tongues === 0) continue;
    es += tongues & BITS;
    pt += (tongues >> PT) & BITS;
    en += (tongues >> EN) & BITS;
    other += tongues >> OTHER;
  }
  const score = { es: es / 2, pt: pt / 2, en: en / 2 };
  const best = (['es', 'pt', 'en'] as const).reduce((a, b) => (score[b] > score[a] * (a === 'es' ? 1.25 : 1) + (a === 'es' ? 0.9 : 0) ? b : a));
  const foreign = words >= 6 && other / 2 > score[best] * 1.2 && other / 2 / words > 0.12;
  const unknown = words >= 20 && score[best] === 0;
  return { language: foreign || unknown ? null : best, script: false };
}

function unreadable(words: readonly string[]): number {
  const strange = words.filter((w) => !/^[\x00-\x7f]*$/.test(w)).length;
  return words.length === 0 ? 0 : strange / words.length;
}
