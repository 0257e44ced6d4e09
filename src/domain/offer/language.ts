import type { Language } from './book.ts';
import type { Normalised } from './normalise.ts';

/** Words that tell one language from the others. Those that several share («a», «no», «de», «para») are left out. */
const TELLING: Record<Language | 'other', string> = {
  es: 'el la los las un una unos y en con del al su sus lo mi tu te le les pero muy hay si es este esta son eres tiene tienes pa q x d ya aqui alla donde cuando soy somos nosotros usted chica chicas senorita senoritas senora muchacha muchachas joven jovenes sueldo busco busca buscan necesito necesita pago pagan soles nina ninas gente trabajo sin hoy manana mujer mujeres hija plata dinero casa por favor wsp',
  pt: 'os um uma e com em do da dos das na nas ao aos voce vc voces nao sem mais muito eu ele ela tem sao esta isso pra pro por ate mas sua seu minha meu gente menina meninas moca mocas garota garotas trabalho salario vaga vagas precisa preciso precisamos reais ganhe dinheiro passagem moradia boate garimpo agora hoje depois tambem la fica ganha quarto chama zap colheita',
  en: 'the of and to in is are you your for with we our at on this that be not have has will from or an by it they us my day week month just make pay paid fee free job jobs work hiring girls needed need wanted money earn any can who please only experience required send contact start no one year years per hour looking someone',
  other: 'les des est une dans pour avec vous nous sur pas der die das und ist nicht ein eine mit fur wir sie il gli che di per non sono questo travail arbeit kai wan manta pi nispa kani munani llankay llamkay runa kanki uk nin aka jiwasa uka warmi ukat',
};
const WORDS = Object.fromEntries(Object.entries(TELLING).map(([l, words]) => [l, new Set(words.split(' '))])) as Record<Language | 'other', Set<string>>;

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
    for (const language of ['es', 'pt', 'en', 'other'] as const) if (WORDS[language].has(word)) score[language]++;
    if (/(cion|ciones|mente|ando|iendo|ita|itas|ito|ero|era|dad)$/.test(word)) score.es += 0.5;
    if (/(cao|coes|oes|agem|inho|inha|dade|mento|heira|heiro)$/.test(word)) score.pt += 0.5;
    if (/(ing|tion|ment|ight|ould)$/.test(word)) score.en += 0.5;
  }
  const best = (['es', 'pt', 'en'] as const).reduce((a, b) => (score[b] > score[a] * (a === 'es' ? 1.25 : 1) + (a === 'es' ? 0.4 : 0) ? b : a));
  const foreign = words >= 6 && score.other > score[best] * 1.2 && score.other / words > 0.12;
  const unknown = words >= 8 && score[best] === 0;
  return { language: foreign || unknown ? null : best, script: false };
}

function unreadable(words: readonly string[]): number {
  const strange = words.filter((w) => !/^[\x00-\x7f]*$/.test(w)).length;
  return words.length === 0 ? 0 : strange / words.length;
}
