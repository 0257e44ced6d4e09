import { useEffect, useRef, useState } from 'react';
import { idleAt } from '#domain/tip-form/idle.ts';

/** True while the page warns that it will wipe; calls `onWipe` when nobody came back. Nothing runs while not `active`. */
export function useIdle(active: boolean, onWipe: () => void): boolean {
  const [warning, setWarning] = useState(false);
  const wipe = useRef(onWipe);
  wipe.current = onWipe;
  useEffect(() => {
    if (!active) return undefined;
    let lastTouch = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const { state, lookAgainIn } = idleAt(lastTouch, Date.now());
      setWarning(state === 'warn');
      if (state === 'wipe') wipe.current();
      else timer = setTimeout(look, lookAgainIn);
    };
    const touch = (): void => {
      // A phone that slept past the hour wipes first, whatever is touched then.
      if (idleAt(lastTouch, Date.now()).state !== 'wipe') lastTouch = Date.now();
      look();
    };
    const touches = ['pointerdown', 'keydown', 'input'] as const;
    for (const kind of touches) addEventListener(kind, touch, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearTimeout(timer);
      setWarning(false);
      for (const kind of touches) removeEventListener(kind, touch, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [active]);
  return warning;
}
