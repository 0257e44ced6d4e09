import { Choice } from '../form/Choice.tsx';
import { Pick } from '../form/Pick.tsx';
import { TextField } from '../form/TextField.tsx';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import { AT_RISK, HOW, LIMITS, NO_REGION } from '#domain/tip/limits.ts';
import type { Draft, Field } from '#domain/tip-form/draft.ts';
import { PhoneLines } from './PhoneLines.tsx';

/** What every question is handed. */
export interface QuestionProps {
  words: TipPhrases;
  draft: Draft;
  change: (field: Field, value: string) => void;
  /** The sentence of what is wrong with a field, if anything is. */
  errorOf: (field: Field) => string | undefined;
  regions: readonly { readonly id: string; readonly name: string }[];
}

export const HEADING = 'tip-question';
export const fieldId = (field: Field): string => `tip-${field}`;

/** A text of the draft, wired. */
function Words({ field, label, hint, limit, rows, words, draft, change, errorOf }: QuestionProps & { field: Field; label: string; hint?: string; limit: number; rows?: number }) {
  return (
    <TextField
      id={fieldId(field)}
      label={label}
      hint={hint}
      error={errorOf(field)}
      value={draft[field]}
      limit={limit}
      left={(n) => fill(words.moves.left, { n })}
      rows={rows}
      onChange={(value) => change(field, value)}
    />
  );
}

function Answers({ field, options, describedBy, draft, change, errorOf }: QuestionProps & { field: Field; options: readonly { value: string; label: string; hint?: string }[]; describedBy?: string }) {
  return (
    <Choice id={fieldId(field)} labelledBy={HEADING} describedBy={describedBy} error={errorOf(field)} options={options} value={draft[field]} onChange={(value) => change(field, value)} />
  );
}

export function Danger(props: QuestionProps) {
  const { danger, lines, moves } = props.words;
  return (
    <>
      <p id="tip-danger-hint">{danger.hint}</p>
      <PhoneLines words={lines} />
      <Answers {...props} field="danger" describedBy="tip-danger-hint" options={[{ value: 'yes', label: danger.yes }, { value: 'no', label: danger.no }]} />
      <p className="quiet">{moves.noBackButton}</p>
    </>
  );
}

export function Call({ words }: QuestionProps) {
  return (
    <>
      <p>{words.call.about}</p>
      <PhoneLines words={words.lines} all />
      <p>{words.call.cannot}</p>
      <p>{words.call.after}</p>
    </>
  );
}

export function What(props: QuestionProps) {
  const { what } = props.words;
  return <Words {...props} field="what" label={what.label} hint={what.hint} limit={LIMITS.what} rows={7} />;
}

export function Where(props: QuestionProps) {
  const { words, draft, change, errorOf, regions } = props;
  const options = [{ id: NO_REGION, name: words.where.unknown }, ...regions];
  return (
    <>
      <Pick id={fieldId('region')} label={words.where.region} empty={words.where.choose} options={options} error={errorOf('region')} value={draft.region} onChange={(value) => change('region', value)} />
      <Words {...props} field="place" label={`${words.where.place} ${words.moves.optional}`} hint={words.where.placeHint} limit={LIMITS.place} rows={3} />
    </>
  );
}

export function When(props: QuestionProps) {
  const { when, moves } = props.words;
  return <Words {...props} field="when" label={`${when.label} ${moves.optional}`} hint={when.hint} limit={LIMITS.when} />;
}

export function Risk(props: QuestionProps) {
  const { risk, moves } = props.words;
  return (
    <>
      <Answers {...props} field="riskNow" options={AT_RISK.map((value) => ({ value, label: risk.options[value] }))} />
      <Words {...props} field="who" label={`${risk.who} ${moves.optional}`} hint={risk.whoHint} limit={LIMITS.who} rows={3} />
    </>
  );
}

export function How(props: QuestionProps) {
  const { how, moves } = props.words;
  return (
    <>
      <Answers {...props} field="how" options={HOW.map((value) => ({ value, label: how.options[value] }))} />
      <Words {...props} field="howWords" label={`${how.words} ${moves.optional}`} hint={how.wordsHint} limit={LIMITS.how} rows={3} />
    </>
  );
}

export function Receipt(props: QuestionProps) {
  const { receipt } = props.words;
  return (
    <>
      <p>{receipt.about}</p>
      <Answers {...props} field="receipt" options={[{ value: 'yes', label: receipt.yes }, { value: 'no', label: receipt.no, hint: receipt.noHint }]} />
    </>
  );
}
