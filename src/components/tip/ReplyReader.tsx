import { TipShell, type ShellProps } from './TipShell.tsx';
import { Mailbox, type MailboxProps } from './Mailbox.tsx';

/** Reading the answer: the same shell as the form, so it says who reads and forgets alike. */
export default function ReplyReader({ words, mode, letterbox, ...rest }: ShellProps & Omit<MailboxProps, 'words' | 'inside'>) {
  return (
    <TipShell words={words} mode={mode} letterbox={letterbox}>
      {(inside) => <Mailbox {...rest} words={words} inside={inside} />}
    </TipShell>
  );
}
