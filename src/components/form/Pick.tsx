interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  /** What stands there before anything is chosen. */
  empty: string;
  options: readonly { readonly id: string; readonly name: string }[];
  value: string;
  onChange: (value: string) => void;
}

/** One of a long list, in the phone's own list. */
export function Pick({ id, label, error, empty, options, value, onChange }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {error !== undefined && <p className="error" id={`${id}-error`}>{error}</p>}
      <select
        id={id}
        value={value}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{empty}</option>
        {options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
      </select>
    </div>
  );
}
