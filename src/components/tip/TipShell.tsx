import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { TipPhrases } from '#domain/phrases.ts';
import type { Letterbox } from '#domain/tip/letterbox.ts';
import { ModeBanner } from './ModeBanner.tsx';
import { useIdle } from './use-idle.ts';
import { useSender, type MaybeSender, type Mode } from './use-sender.ts';

export interface ShellProps {
  words: TipPhrases;
  mode: Mode;
  letterbox: Letterbox | null;
}

/** What a room inside the shell may use. */
export interface Inside {
  readonly sender: MaybeSender;
  /** Tell it when something was written: from then on, leaving the page alone wipes it. */
  readonly written: () => void;
  /** While something is on its way, nobody is idle. */
  readonly busy: (on: boolean) => void;
  /** Forgets everything now. */
  readonly wipe: () => void;
  /** False on the very first screen: the page has just opened, the focus stays where it is. */
  readonly takesFocus: boolean;
}

interface Props extends ShellProps {
  children: (inside: Inside) => ReactNode;
}

/**
 * The shell around form and answers: says who reads, and forgets. Everything written lives in the
 * state of its children; a new `life` is a new child, and the old one is gone with all it knew.
 */
export function TipShell({ words, mode, letterbox, children }: Props) {
  const sender = useSender(mode, letterbox);
  const [life, setLife] = useState(0);
  const [told, setTold] = useState(false);
  const [sending, setSending] = useState(false);
  const [wiped, setWiped] = useState(false);
  const current = useRef(sender);
  current.current = sender;

  function forget(): void {
    if (current.current !== 'looking') current.current?.stop();
    setLife((before) => before + 1);
    setTold(false);
    setSending(false);
  }
  const warning = useIdle(told && !sending, () => {
    forget();
    setWiped(true);
  });

  useEffect(() => {
    addEventListener('pagehide', forget);
    addEventListener('quick-exit', forget);
    return () => {
      removeEventListener('pagehide', forget);
      removeEventListener('quick-exit', forget);
    };
  }, []);

  const inside: Inside = {
    sender,
    written: () => setTold(true),
    busy: setSending,
    wipe: () => {
      forget();
      setWiped(true);
    },
    takesFocus: life > 0,
  };
  return (
    <div className="tip" data-form>
      <ModeBanner words={words.mode} mode={mode} sender={sender} built={letterbox} short={told} />
      <div role="alert">
        {warning && (
          <div className="errors">
            <p><strong>{words.idle.title}</strong></p>
            <p>{words.idle.warn}</p>
            <button type="button" className="press">{words.idle.stay}</button>
          </div>
        )}
      </div>
      {wiped ? <Wiped words={words.idle} onAgain={() => setWiped(false)} /> : <div key={life}>{children(inside)}</div>}
    </div>
  );
}

function Wiped({ words, onAgain }: { words: TipPhrases['idle']; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div className="step flow">
      <h2 ref={heading} tabIndex={-1}>{words.wiped}</h2>
      <button type="button" className="press main" onClick={onAgain}>{words.again}</button>
    </div>
  );
}
