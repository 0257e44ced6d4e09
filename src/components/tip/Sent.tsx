import { useLayoutEffect, useRef } from 'react';
import type { TipPhrases } from '#domain/phrases.ts';
import { PhoneLines } from './PhoneLines.tsx';
import { ReceiptList } from './ReceiptWords.tsx';

interface Props {
  words: TipPhrases;
  practice: boolean;
  receipt: { readonly list: readonly string[]; readonly entropy: Uint8Array } | null;
  replyHref: string;
  onFinish: () => void;
}

/** What is true now, and no more: it lies in the letterbox. The story itself is already forgotten here. */
export function Sent({ words, practice, receipt, replyHref, onFinish }: Props) {
  const { sent } = words;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.closest('[data-form]')?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="step flow">
      <h2 ref={heading} tabIndex={-1}>{practice ? sent.practiceTitle : sent.title}</h2>
      <p>{practice ? sent.practiceAbout : sent.about}</p>
      <p>{sent.forgot}</p>
      {receipt === null ? (
        <p>{sent.noReceipt}</p>
      ) : (
        <>
          <h3>{sent.receipt}</h3>
          <p>{sent.receiptAbout}</p>
          <ReceiptList {...receipt} words={words.words} />
          <p><a className="press" href={replyHref}>{sent.reply}</a></p>
        </>
      )}
      <p>{sent.urgent}</p>
      <PhoneLines words={words.lines} />
      <button type="button" className="press" onClick={onFinish}>{sent.finish}</button>
    </div>
  );
}
