import { TipShell, type ShellProps } from './TipShell.tsx';
import { Walk, type WalkProps } from './Walk.tsx';

/** The guided form: a shell that forgets, and the walk inside it. */
export default function TipForm({ words, mode, letterbox, ...walk }: ShellProps & Omit<WalkProps, 'words' | 'inside'>) {
  return (
    <TipShell words={words} mode={mode} letterbox={letterbox}>
      {(inside) => <Walk {...walk} words={words} inside={inside} />}
    </TipShell>
  );
}
