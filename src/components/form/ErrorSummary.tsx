import { useLayoutEffect, useRef } from 'react';

export interface FieldError {
  /** Id of the field that mends it. */
  readonly id: string;
  readonly sentence: string;
}

interface Props {
  title: string;
  errors: readonly FieldError[];
  /** Grows with every try, so that the same mistake is said again. */
  tries: number;
}

/** What is missing, said first and linked to its field. It takes the focus when it appears. */
export function ErrorSummary({ title, errors, tries }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [tries, errors.length > 0]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="errors" role="alert" tabIndex={-1}>
      <h3>{title}</h3>
      <ul role="list">
        {errors.map(({ id, sentence }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                // Focus without a place in the address: the history shows one visit only.
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
