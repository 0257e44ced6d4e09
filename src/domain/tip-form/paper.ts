import { parseWordList, receiptDigits, receiptWords, sameWord, tellsReceipt } from '../tip/receipt.ts';
import type { Draft, Problem } from './draft.ts';

/** The receipt while it is shown: its words, and the two that are asked for. */
export interface Receipt {
  readonly entropy: Uint8Array;
  readonly list: readonly string[];
  /** Places from 0 to 8, the smaller first, never the same. */
  readonly asked: readonly [number, number];
}

/**
 * @param entropy 10 fresh random bytes
 * @param choice 2 fresh random bytes: which two words are asked for
 * @param wordList the text of content/receipt-words/es.txt
 */
export function makeReceipt(entropy: Uint8Array, choice: Uint8Array, wordList: string): Receipt {
  const one = (choice[0] ?? 0) % 9;
  const other = (one + 1 + ((choice[1] ?? 0) % 8)) % 9;
  return { entropy, list: receiptWords(entropy, parseWordList(wordList)), asked: [Math.min(one, other), Math.max(one, other)] };
}

/** Which of the two typed words are not those of the receipt. The word's four digits are as good as the word. */
export function confirmProblems(draft: Draft, receipt: Receipt): Problem[] {
  const digits = receiptDigits(receipt.entropy);
  const right = (typed: string, at: number): boolean => typed.trim() === digits[at] || sameWord(typed, receipt.list[at] ?? '');
  const problems: Problem[] = [];
  if (!right(draft.first, receipt.asked[0])) problems.push({ field: 'first', code: 'first-wrong' });
  if (!right(draft.second, receipt.asked[1])) problems.push({ field: 'second', code: 'second-wrong' });
  return problems;
}

/** True when the story holds the receipt, in words or in digits. */
export const pasted = (story: string, receipt: Receipt): boolean => tellsReceipt(story, receipt.list) || tellsReceipt(story, receiptDigits(receipt.entropy));
