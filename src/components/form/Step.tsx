import { useLayoutEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** The heading's id: groups of answers are named by it. */
  id: string;
  title: string;
  /** «Paso 2 de 9», read with the heading's screen. */
  progress?: string | undefined;
  /** False on the screen that stands there when the page opens: nobody asked for the focus yet. */
  takesFocus: boolean;
  onEnter?: (() => void) | undefined;
  children: ReactNode;
}

/**
 * One screen of a guided form. The focus goes to its heading, so that a screen reader says where
 * one is. It is no `<form>`: with the script broken the browser could send that by itself.
 */
export function Step({ id, title, progress, takesFocus, onEnter, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const screen = useRef<HTMLDivElement>(null);
  // Before the next key is pressed: a focus that comes late takes the reader off a field.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    (screen.current?.closest('[data-form]') ?? screen.current)?.scrollIntoView({ block: 'start' });
    // A screen that opens with something to mend gives the focus to that (ErrorSummary).
    if (screen.current?.querySelector('.errors') === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div
      ref={screen}
      className="step flow"
      onKeyDown={(event) => {
        // What «Intro» does in a form of one line; in a long text it makes a line.
        const target = event.target;
        if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type === 'file') return;
        event.preventDefault();
        onEnter?.();
      }}
    >
      {progress !== undefined && <p className="quiet progress">{progress}</p>}
      <h2 id={id} ref={heading} tabIndex={-1}>{title}</h2>
      {children}
    </div>
  );
}
