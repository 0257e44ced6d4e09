import { useLayoutEffect, useRef } from 'react';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import type { PinResult } from '#domain/tip/letterbox.ts';
import type { Outcome } from '#domain/tip-form/outcome.ts';
import { Moves } from '../form/Moves.tsx';
import { PhoneLines } from './PhoneLines.tsx';
import type { Stage } from './sender.ts';

interface Props {
  words: TipPhrases;
  practice: boolean;
  pin: PinResult;
  /** Who reads at the desk of this region, in the organisation's own words. */
  who: string;
  stage: Stage | null;
  outcome: Outcome | null;
  /** Grows with every failure, so that it is said each time. */
  tries: number;
  replyHref: string;
  onSend: () => void;
  onBack: () => void;
}

/** The last screen before a tip leaves: who will read it, and if it fails, why and what now. */
export function Send({ words, practice, pin, who, stage, outcome, tries, replyHref, onSend, onBack }: Props) {
  const { send, failed } = words;
  return (
    <>
      {outcome !== null && stage === null && <Failure words={words} outcome={outcome} tries={tries} />}
      {pin.ok && <p>{practice ? send.practiceTo : fill(send.to, { desk: pin.desk.name, national: pin.national.name })}</p>}
      {pin.ok && !practice && <p>{fill(send.who, { who })}</p>}
      {!practice && <p>{send.day}</p>}
      {pin.ok && <Keys words={send} pin={pin} />}
      <p role="status" className="stage">{stage === null ? '' : send.stages[stage]}</p>
      <Moves
        next={{ label: outcome === null ? send.now : send.again, act: onSend, busy: stage !== null }}
        back={stage === null ? { label: outcome === null ? words.moves.back : send.review, act: onBack } : undefined}
      />
      {outcome === 'already' && <p><a className="press" href={replyHref}>{words.reply.pageTitle}</a></p>}
      {outcome !== null && stage === null && <p className="quiet">{failed.kept}</p>}
    </>
  );
}

function Failure({ words, outcome, tries }: { words: TipPhrases; outcome: Outcome; tries: number }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [tries]);
  return (
    <div ref={box} className="errors" role="alert" tabIndex={-1}>
      <h3>{words.failed.title}</h3>
      <p>{words.failed.outcomes[outcome]}</p>
      <PhoneLines words={words.lines} />
    </div>
  );
}

/** Short names of the two keys, for whoever wants to compare them with a poster. */
function Keys({ words, pin }: { words: TipPhrases['send']; pin: Extract<PinResult, { ok: true }> }) {
  const keys = [pin.desk, pin.national].map((desk) => ({ desk, key: desk.keys.find(({ recipient }) => recipient === pin.pinned.desk || recipient === pin.pinned.national) }));
  return (
    <details>
      <summary>{words.keys}</summary>
      <ul>
        {keys.map(({ desk, key }) => (
          <li key={desk.id}>{desk.name}. {fill(words.fingerprint, { print: key?.fingerprint ?? '' })}</li>
        ))}
      </ul>
      <p>{words.fingerprintAbout}</p>
    </details>
  );
}
