import type { TipPhrases } from '#domain/phrases.ts';
import { identifyingDetails } from '#domain/tip-form/identifying.ts';

interface Props {
  words: TipPhrases['identifying'];
  story: string;
  places: readonly string[];
}

/** Points at what could tell who wrote the tip. The person decides; nothing is changed or held back. */
export function Identifying({ words, story, places }: Props) {
  const details = identifyingDetails(story, places);
  return (
    <div className="note flow">
      <h3>{words.title}</h3>
      {details.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.about}</p>
          <ul>
            {details.map(({ kind, words: found }) => (
              <li key={`${kind} ${found}`}>{words.kinds[kind]} <strong>«{found}»</strong></li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
