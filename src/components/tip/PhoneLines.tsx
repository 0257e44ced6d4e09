import type { TipPhrases } from '#domain/phrases.ts';

interface Props {
  words: TipPhrases['lines'];
  /** All three, or the two that come first. */
  all?: boolean;
}

/** The phone lines as big links, with who answers; said as what they are: not yet tried by call. */
export function PhoneLines({ words, all = false }: Props) {
  const lines = all ? [words.police, words.trafficking, words.violence] : [words.police, words.trafficking];
  return (
    <div className="phones">
      <ul role="list">
        {lines.map(({ number, dial, what }) => (
          <li key={dial}>
            <a className="press help" href={`tel:${dial}`}>{words.call} {number}</a>
            <span>{what}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{words.confirm}</p>
    </div>
  );
}
