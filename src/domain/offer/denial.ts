import { learn } from './lexicon.ts';
import type { Measured } from './quantity.ts';

for (const word of 'no ni nadie nunca jamas tampoco sin ningun ninguna nao nem sem not never without dont doesnt wont isnt cannot'.split(' ')) learn(word).denies = 1;
for (const word of 'pero sino aunque y porque but mas and igual solo'.split(' ')) learn(word).denies = -1;
/** After these, «no» denies nothing that follows: «no te preocupes por el pasaje, no solo…». */
const EMPTY_DENIALS = /^(te|se|le|solo|solamente|importa|hay|necesitas|necesita|es|mas|requiere|hace|worry|only|need|matter|precisa|problem|problema|dudes|pierdas|lo|pedimos|se|preocupes|preocupe|exigimos|piden|piensas|piense)$/;
const WORRY = /^(preocup|importa|dud|pierd|piens|solo|solamente|problem|worry|matter|only|pregunt|hay$|mas$)/;
/** Tokens that a negation reaches. */
const REACH = 4;

export const isNegator = (token: Measured | undefined): boolean => token !== undefined && token.known.denies > 0;

/** For each token, whether it is denied just before, in the same clause: «no cobramos», «sin que pagues». */
export function denials(tokens: readonly Measured[]): boolean[] {
  const denied: boolean[] = [];
  let negator = -1;
  for (let i = 0; i < tokens.length; i++) {
    const denies = i > 0 ? (tokens[i - 1] as Measured).known.denies : 0;
    if (denies !== 0) negator = denies > 0 ? i - 1 : -1;
    if (negator >= 0 && (tokens[negator] as Measured).clause !== (tokens[i] as Measured).clause) negator = -1;
    denied.push(negator >= i - REACH && negator >= 0 && !isEmpty(tokens, negator, i));
  }
  return denied;
}

/** «No te preocupes por el pasaje» denies no ticket; «no hay que pagar» denies paying, but not what comes later. */
function isEmpty(tokens: readonly Measured[], negator: number, from: number): boolean {
  const following = tokens[negator + 1]?.word ?? '';
  const second = tokens[negator + 2]?.word ?? '';
  return WORRY.test(following) || (EMPTY_DENIALS.test(following) && (WORRY.test(second) || (negator + 1 < from && /^(hay|necesit|pedimos|piden|requiere|exigimos|es$|hace)/.test(following))));
}
