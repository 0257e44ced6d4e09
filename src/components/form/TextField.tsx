interface Props {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Letters that fit; what is left is said near the end. Nothing is cut off. */
  limit?: number | undefined;
  left?: ((count: number) => string) | undefined;
  /** Lines of a long text; one line when missing. */
  rows?: number | undefined;
  lang?: string | undefined;
  invalid?: boolean | undefined;
}

/** A labelled text. The browser may not remember it, mend it elsewhere or check its spelling over the network. */
export function TextField({ id, label, hint, error, value, onChange, limit, left, rows, lang, invalid = error !== undefined }: Props) {
  const near = limit !== undefined && left !== undefined && limit - value.length < limit / 5;
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`, near && `${id}-left`].filter(Boolean).join(' ');
  const field = {
    id,
    value,
    lang,
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-invalid': invalid,
    'aria-describedby': described === '' ? undefined : described,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {error !== undefined && <p className="error" id={`${id}-error`}>{error}</p>}
      {rows === undefined ? <input type="text" {...field} /> : <textarea rows={rows} {...field} />}
      {near && <p className="hint" id={`${id}-left`} role="status">{left(Math.max(0, limit - value.length))}</p>}
    </div>
  );
}
