import { receiptDigits } from '#domain/tip/receipt.ts';
import type { TipPhrases } from '#domain/phrases.ts';

interface ListProps {
  list: readonly string[];
  entropy: Uint8Array;
  words: TipPhrases['words'];
}

/** The nine words, numbered, in the language of the list; the same as digits behind one press. */
export function ReceiptList({ list, entropy, words }: ListProps) {
  return (
    <>
      <ol className="receipt" lang="es" translate="no">
        {list.map((word) => <li key={word}>{word}</li>)}
      </ol>
      <details>
        <summary>{words.digits}</summary>
        <p>{words.digitsHint}</p>
        <p className="digits" translate="no">{receiptDigits(entropy).join(' ')}</p>
      </details>
    </>
  );
}

/** The receipt before anything is sent: people lose what they are shown at the last click. */
export function ReceiptWords(props: ListProps) {
  return (
    <>
      <p>{props.words.about}</p>
      <ReceiptList {...props} />
      <p>{props.words.screenshot}</p>
    </>
  );
}
