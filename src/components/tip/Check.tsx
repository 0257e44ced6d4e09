import type { TipPhrases } from '#domain/phrases.ts';
import { storyOf, type Draft, type Step } from '#domain/tip-form/draft.ts';
import { Identifying } from './Identifying.tsx';
import type { ShownPhoto } from './photo.ts';

interface Props {
  words: TipPhrases;
  draft: Draft;
  photos: readonly ShownPhoto[];
  places: readonly string[];
  regionName: string;
  onGo: (step: Step) => void;
}

/** The answers as a person reads them, each with the question that changes it. */
export function answersOf(words: TipPhrases, draft: Draft, regionName: string): { step: Step; question: string; answer: string }[] {
  const both = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join('\n');
  return [
    { step: 'danger', question: words.check.danger, answer: draft.danger === 'yes' ? words.danger.yes : words.danger.no },
    { step: 'what', question: words.what.title, answer: draft.what },
    { step: 'where', question: words.where.title, answer: both(regionName, draft.place) },
    { step: 'when', question: words.when.title, answer: draft.when },
    { step: 'risk', question: words.risk.title, answer: both(draft.riskNow === '' ? '' : words.risk.options[draft.riskNow], draft.who) },
    { step: 'how', question: words.how.title, answer: both(draft.how === '' ? '' : words.how.options[draft.how], draft.howWords) },
  ];
}

/** Everything once more before it is locked, with a way back to each answer. */
export function Check({ words, draft, photos, places, regionName, onGo }: Props) {
  const change = (step: Step, question: string) => (
    <button type="button" className="link" onClick={() => onGo(step)}>
      {words.moves.change}<span className="hidden-words"> {question}</span>
    </button>
  );
  return (
    <>
      <p>{words.check.hint}</p>
      <dl className="answers">
        {answersOf(words, draft, regionName).map(({ step, question, answer }) => (
          <div key={step}>
            <dt>{question}</dt>
            <dd>
              <p className="as-written">{answer.trim() === '' ? words.check.empty : answer}</p>
              {change(step, question)}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.check.photos}</dt>
          <dd>
            <p>{photos.length === 0 ? words.check.noPhotos : photos.length}</p>
            {change('photos', words.check.photos)}
          </dd>
        </div>
      </dl>
      <Identifying words={words.identifying} story={storyOf(draft)} places={places} />
    </>
  );
}
