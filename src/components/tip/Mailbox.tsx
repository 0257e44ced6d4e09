import { useState } from 'react';
import { ErrorSummary } from '../form/ErrorSummary.tsx';
import { Moves } from '../form/Moves.tsx';
import { Step } from '../form/Step.tsx';
import { TextField } from '../form/TextField.tsx';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import { parseWordList, readReceipt } from '#domain/tip/receipt.ts';
import { PhoneLines } from './PhoneLines.tsx';
import { Replies } from './Replies.tsx';
import type { OpenMailbox } from './sender.ts';
import type { Inside } from './TipShell.tsx';

export interface MailboxProps {
  words: TipPhrases;
  languageTag: string;
  receiptWords: string;
  inside: Inside;
}

/** The receipt, typed; then what lies in its mailbox. The words leave this screen as soon as they opened it. */
export function Mailbox({ words, languageTag, receiptWords, inside }: MailboxProps) {
  const { reply } = words;
  const { sender } = inside;
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const [opening, setOpening] = useState(false);
  const [opened, setOpened] = useState<{ entropy: Uint8Array; mailbox: OpenMailbox } | null>(null);

  function problem(): string | null {
    if (typed.trim() === '') return reply.errors.empty;
    const read = readReceipt(typed, parseWordList(receiptWords));
    if (read.ok) return null;
    if (read.fault === 'count') return fill(reply.errors.count, { found: read.found });
    return read.fault === 'unknown-word' ? fill(reply.errors['unknown-word'], { n: read.at + 1 }) : reply.errors.check;
  }

  async function look(entropy: Uint8Array): Promise<void> {
    if (sender === null || sender === 'looking') return setError(reply.errors.cannot);
    setOpening(true);
    inside.busy(true);
    const answer = await sender.open(entropy);
    inside.busy(false);
    setOpening(false);
    setTries((before) => before + 1);
    if (!answer.ok) return setError(words.failed.outcomes[answer.outcome]);
    if (answer.mailbox === null) return setError(reply.errors['unknown-box']);
    setTyped('');
    setError(null);
    setOpened({ entropy, mailbox: answer.mailbox });
  }

  function open(): void {
    if (opening) return;
    const wrong = problem();
    setError(wrong);
    setTries(tries + 1);
    const read = readReceipt(typed, parseWordList(receiptWords));
    if (wrong === null && read.ok) void look(read.entropy);
  }

  if (sender === null) {
    return (
      <div className="step flow">
        <h2>{reply.title}</h2>
        <p>{reply.errors.cannot}</p>
        <PhoneLines words={words.lines} />
      </div>
    );
  }
  if (opened !== null && sender !== 'looking') {
    const failed = error === null ? null : { sentence: error, tries };
    return <Replies {...opened} key={tries} words={words} languageTag={languageTag} receiptWords={receiptWords} sender={sender} inside={inside} failed={failed} busy={opening} onRefresh={() => void look(opened.entropy)} />;
  }
  return (
    <Step id="reply-heading" title={reply.title} takesFocus={inside.takesFocus} onEnter={open}>
      <ErrorSummary title={words.errors.title} tries={tries} errors={error === null ? [] : [{ id: 'reply-receipt', sentence: error }]} />
      <TextField id="reply-receipt" label={reply.label} hint={reply.hint} error={error ?? undefined} lang="es" rows={3} value={typed} onChange={(value) => { inside.written(); setTyped(value); }} />
      <p role="status" className="stage">{opening ? reply.opening : ''}</p>
      <Moves next={{ label: reply.open, act: open, busy: opening }} />
    </Step>
  );
}
