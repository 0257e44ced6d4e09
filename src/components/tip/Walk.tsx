import { useEffect, useRef, useState, type ReactNode } from 'react';
import { ErrorSummary } from '../form/ErrorSummary.tsx';
import { Moves } from '../form/Moves.tsx';
import { Step as Screen } from '../form/Step.tsx';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import type { Delivery } from '#domain/tip/client.ts';
import { NO_REGION } from '#domain/tip/limits.ts';
import { EMPTY_DRAFT, problemsOf, progress, stepAfter, stepBefore, storyOf, type Draft, type Field, type Problem, type Step } from '#domain/tip-form/draft.ts';
import type { Outcome } from '#domain/tip-form/outcome.ts';
import { confirmProblems, makeReceipt, pasted, type Receipt as Paper } from '#domain/tip-form/paper.ts';
import { tipWords } from '#domain/tip-form/words.ts';
import { Check } from './Check.tsx';
import { Confirm } from './Confirm.tsx';
import { Photos } from './Photos.tsx';
import type { ShownPhoto } from './photo.ts';
import { ReceiptWords } from './ReceiptWords.tsx';
import { Report } from './Report.tsx';
import { Send } from './Send.tsx';
import type { Stage } from './sender.ts';
import { Sent } from './Sent.tsx';
import { Call, Danger, fieldId, HEADING, How, Receipt, Risk, What, When, Where, type QuestionProps } from './steps.tsx';
import type { Inside } from './TipShell.tsx';

export interface WalkProps {
  words: TipPhrases;
  /** `es-PE`, `en`: told to the desk, so that it answers in it. */
  languageTag: string;
  regions: readonly { readonly id: string; readonly name: string }[];
  /** Names of places that look like names of people. */
  places: readonly string[];
  /** Who reads at each desk, by the desk's id. */
  readers: Readonly<Record<string, string>>;
  /** The 1,024 words of the receipts, one a line. */
  receiptWords: string;
  replyHref: string;
  inside: Inside;
}

const QUESTIONS: Readonly<Partial<Record<Step, (props: QuestionProps) => ReactNode>>> = { danger: Danger, call: Call, what: What, where: Where, when: When, risk: Risk, how: How, receipt: Receipt };
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** The walk through the questions. All that is told stands in this component's memory and dies with it. */
export function Walk({ words, languageTag, regions, places, readers, receiptWords, replyHref, inside }: WalkProps) {
  const { sender } = inside;
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [photos, setPhotos] = useState<readonly ShownPhoto[]>([]);
  const [step, setStep] = useState<Step>('danger');
  const [moved, setMoved] = useState(inside.takesFocus);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [tries, setTries] = useState(0);
  const [askedOnce, setAskedOnce] = useState(false);
  const [paper, setPaper] = useState<Paper | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [sent, setSent] = useState(false);
  /** What was sealed, kept for trying again: the same bytes and the same key, so it is stored once. */
  const sealed = useRef<Delivery | null>(null);

  const previews = useRef(photos);
  previews.current = photos;
  useEffect(() => () => previews.current.forEach(({ preview }) => URL.revokeObjectURL(preview)), []);

  const way = sender === null ? 'compose' : 'send';
  const regionName = draft.region === NO_REGION ? words.where.unknown : (regions.find(({ id }) => id === draft.region)?.name ?? '');

  function change(field: Field, value: string): void {
    setDraft((before) => ({ ...before, [field]: value }));
    sealed.current = null;
    inside.written();
    if (sender !== null && sender !== 'looking') sender.begin();
  }
  function go(to: Step): void {
    setProblems([]);
    setMoved(true);
    setOutcome(null);
    setStep(to);
  }
  function ahead(): void {
    const receipt = paper ?? (step === 'receipt' && draft.receipt === 'yes' ? makeReceipt(random(10), random(2), receiptWords) : null);
    const found = [...problemsOf(step, draft, askedOnce), ...(step === 'confirm' && receipt !== null ? confirmProblems(draft, receipt) : [])];
    if (receipt !== null && ['what', 'check', 'confirm'].includes(step) && pasted(storyOf(draft), receipt)) found.push({ field: 'what', code: 'tells-receipt' });
    if (step === 'what' && found.some(({ code }) => code === 'what-short')) setAskedOnce(true);
    setPaper(receipt);
    if (receipt !== null && sender !== null && sender !== 'looking') sender.ready(receipt.entropy);
    setProblems(found);
    setTries(tries + 1);
    // What is wrong in the story is mended where the story is told.
    if (found.some(({ code }) => code === 'tells-receipt') && step !== 'what') setStep('what');
    else if (found.length === 0) go(stepAfter(step, way, draft));
  }
  async function send(): Promise<void> {
    if (sender === null || sender === 'looking') return;
    inside.busy(true);
    setOutcome(null);
    const entropy = draft.receipt === 'yes' ? (paper?.entropy ?? null) : null;
    // A receipt was wanted and is not there: then something broke, and nothing leaves.
    let result: { ok: boolean; outcome?: Outcome } = { ok: false, outcome: 'broken' };
    if (entropy !== null || draft.receipt === 'no') {
      const ready = sealed.current === null ? await sender.seal(tipWords(draft, languageTag, photos.map(({ photo }) => photo)), entropy, setStage) : { ok: true as const, delivery: sealed.current };
      if (ready.ok) sealed.current = ready.delivery;
      result = ready.ok ? await sender.deliver(ready.delivery, setStage) : ready;
    }
    inside.busy(false);
    setStage(null);
    setTries((before) => before + 1);
    if (!result.ok) return setOutcome(result.outcome ?? 'broken');
    previews.current.forEach(({ preview }) => URL.revokeObjectURL(preview));
    sealed.current = null;
    setPhotos([]);
    setDraft({ ...EMPTY_DRAFT, receipt: draft.receipt });
    setSent(true);
  }

  const practice = sender !== null && sender !== 'looking' && sender.letterbox.mode === 'practice';
  if (sent) return <Sent words={words} practice={practice} receipt={draft.receipt === 'yes' ? paper : null} replyHref={replyHref} onFinish={inside.wipe} />;

  const sentence = ({ field, code }: Problem): string => fill(words.errors[code], { n: (paper?.asked[field === 'second' ? 1 : 0] ?? 0) + 1 });
  const errorOf = (field: Field): string | undefined => problems.filter((each) => each.field === field).map(sentence)[0];
  const Question = QUESTIONS[step];
  const at = progress(step, way, draft);
  const back = step === 'danger' ? undefined : { label: words.moves.back, act: () => go(stepBefore(step, way, draft)) };
  const nextLabel = step === 'words' ? words.words.done : words.moves.next;
  const pin = step === 'send' && sender !== null && sender !== 'looking' ? sender.pin(draft.region) : null;

  return (
    <Screen key={step} id={HEADING} title={words[step].title} progress={at === null ? undefined : fill(words.moves.progress, at)} takesFocus={moved} onEnter={step === 'send' || step === 'report' ? undefined : ahead}>
      <ErrorSummary title={words.errors.title} tries={tries} errors={problems.map((problem) => ({ id: fieldId(problem.field), sentence: sentence(problem) }))} />
      {Question !== undefined && <Question words={words} draft={draft} change={change} errorOf={errorOf} regions={regions} />}
      {step === 'photos' && <Photos words={words.photos} photos={photos} onChange={(next) => { sealed.current = null; inside.written(); setPhotos(next); }} />}
      {step === 'check' && <Check words={words} draft={draft} photos={photos} places={places} regionName={regionName} onGo={go} />}
      {step === 'words' && paper !== null && <ReceiptWords {...paper} words={words.words} />}
      {step === 'confirm' && paper !== null && <Confirm words={words.confirm} asked={paper.asked} draft={draft} change={change} errorOf={errorOf} onShowAgain={() => go('words')} />}
      {step === 'report' && <Report words={words} draft={draft} places={places} regionName={regionName} />}
      {pin !== null ? (
        <Send words={words} practice={practice} pin={pin} who={pin.ok ? (readers[pin.desk.id] ?? '') : ''} stage={stage} outcome={outcome} tries={tries} replyHref={replyHref} onSend={() => { if (stage === null) void send(); }} onBack={() => go('check')} />
      ) : (
        <Moves back={back} next={step === 'report' ? undefined : { label: nextLabel, act: ahead }} />
      )}
      {step !== 'danger' && stage === null && <p className="no-print"><button type="button" className="link" onClick={inside.wipe}>{words.moves.wipe}</button></p>}
    </Screen>
  );
}
