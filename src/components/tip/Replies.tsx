import { useRef, useState } from 'react';
import { ErrorSummary } from '../form/ErrorSummary.tsx';
import { Moves } from '../form/Moves.tsx';
import { Step } from '../form/Step.tsx';
import { TextField } from '../form/TextField.tsx';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import { LIMITS } from '#domain/tip/limits.ts';
import { makeReceipt, pasted } from '#domain/tip-form/paper.ts';
import type { Letter, OpenMailbox, Sender } from './sender.ts';
import type { Inside } from './TipShell.tsx';

interface Props {
  words: TipPhrases;
  languageTag: string;
  receiptWords: string;
  entropy: Uint8Array;
  mailbox: OpenMailbox;
  sender: Sender;
  inside: Inside;
  failed: { readonly sentence: string; readonly tries: number } | null;
  busy: boolean;
  onRefresh: () => void;
}

/** What the desk answered, and a line back. The story itself is not here: a found receipt must not tell it. */
export function Replies({ words, languageTag, receiptWords, entropy, mailbox, sender, inside, failed, busy, onRefresh }: Props) {
  const { reply } = words;
  const { replies, unreadable, missing } = mailbox.replies;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [sending, setSending] = useState(false);
  const [count, setCount] = useState(mailbox.followUps);
  const [arrived, setArrived] = useState(false);
  /** Kept for trying again after a fault: the same bytes, so it is stored once. */
  const letter = useRef<Letter | null>(null);

  async function answer(): Promise<void> {
    if (sending) return;
    setArrived(false);
    const wrong = text.trim() === '' ? reply.answerEmpty : text.length > LIMITS.message ? words.errors['what-long'] : pasted(text, makeReceipt(entropy, new Uint8Array(2), receiptWords)) ? words.errors['tells-receipt'] : null;
    setTries((before) => before + 1);
    setProblem(wrong);
    if (wrong !== null) return;
    setSending(true);
    inside.busy(true);
    const ready = letter.current === null ? await sender.sealAnswer(text.trim(), languageTag, { ...mailbox, followUps: count }) : { ok: true as const, letter: letter.current };
    if (ready.ok) letter.current = ready.letter;
    const done = ready.ok ? await sender.deliverAnswer(ready.letter) : ready;
    inside.busy(false);
    setSending(false);
    setTries((before) => before + 1);
    if (!done.ok) return setProblem(words.failed.outcomes[done.outcome]);
    letter.current = null;
    setCount(count + 1);
    setText('');
    setArrived(true);
  }

  return (
    <Step id="reply-heading" title={replies.length === 0 ? reply.none : fill(reply.count, { n: replies.length })} takesFocus>
      {failed !== null && <ErrorSummary title={words.failed.title} tries={failed.tries} errors={[{ id: 'reply-answer', sentence: failed.sentence }]} />}
      {replies.map(({ seq, reply: one }, index) => (
        <article key={index} className="reply flow" lang={one.language}>
          <h3>{fill(reply.number, { n: seq })}. {reply.kinds[one.kind]}</h3>
          {one.text !== '' && <p className="as-written">{one.text}</p>}
        </article>
      ))}
      {unreadable > 0 && <p className="error">{fill(reply.unreadable, { n: unreadable })}</p>}
      {missing.length > 0 && <p className="error">{reply.missing}</p>}
      <h3>{reply.answerTitle}</h3>
      <ErrorSummary title={words.failed.title} tries={tries} errors={problem === null ? [] : [{ id: 'reply-answer', sentence: problem }]} />
      <TextField id="reply-answer" label={reply.answerLabel} hint={reply.answerHint} error={problem ?? undefined} rows={5} value={text} limit={LIMITS.message} left={(n) => fill(words.moves.left, { n })} onChange={(value) => { letter.current = null; inside.written(); setText(value); }} />
      <p role="status" className="stage">{sending ? words.send.stages.sending : arrived ? (sender.letterbox.mode === 'practice' ? reply.answerSentPractice : reply.answerSent) : ''}</p>
      <Moves next={{ label: reply.answerSend, act: () => void answer(), busy: sending }} back={{ label: reply.refresh, act: () => { if (!busy && !sending) onRefresh(); } }} />
      <p><button type="button" className="link" onClick={inside.wipe}>{reply.close}</button></p>
    </Step>
  );
}
