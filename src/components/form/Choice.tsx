interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Props {
  id: string;
  /** Id of the heading that asks. */
  labelledBy: string;
  describedBy?: string | undefined;
  error?: string | undefined;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

/** One answer of a few. The first answer carries the group's id, so that an error can lead there. */
export function Choice({ id, labelledBy, describedBy, error, options, value, onChange }: Props) {
  const described = [describedBy, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="choice" role="radiogroup" aria-labelledby={labelledBy} aria-describedby={described === '' ? undefined : described} aria-invalid={error !== undefined}>
      {error !== undefined && <p className="error" id={`${id}-error`}>{error}</p>}
      {options.map((option, index) => (
        <label key={option.value}>
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={id}
            value={option.value}
            checked={value === option.value}
            autoComplete="off"
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint !== undefined && <span className="hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
