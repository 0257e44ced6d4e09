import { fill, type TipPhrases } from '#domain/phrases.ts';
import { TextField } from '../form/TextField.tsx';
import { fieldId, type QuestionProps } from './steps.tsx';

interface Props extends Pick<QuestionProps, 'draft' | 'change' | 'errorOf'> {
  words: TipPhrases['confirm'];
  /** Which two of the nine, from 0. */
  asked: readonly [number, number];
  onShowAgain: () => void;
}

/** Two of the nine words, typed from the paper. */
export function Confirm({ words, asked, draft, change, errorOf, onShowAgain }: Props) {
  return (
    <>
      <p>{words.about}</p>
      {(['first', 'second'] as const).map((field, index) => (
        <TextField
          key={field}
          id={fieldId(field)}
          label={fill(words.word, { n: (asked[index] ?? 0) + 1 })}
          lang="es"
          error={errorOf(field)}
          value={draft[field]}
          onChange={(value) => change(field, value)}
        />
      ))}
      <p><button type="button" className="link" onClick={onShowAgain}>{words.again}</button></p>
    </>
  );
}
