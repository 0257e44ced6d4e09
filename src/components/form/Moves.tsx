interface Props {
  next?: { readonly label: string; readonly act: () => void; readonly busy?: boolean } | undefined;
  back?: { readonly label: string; readonly act: () => void } | undefined;
}

/** On and back. «Back» is a button of the page, for the browser's own leaves it. */
export function Moves({ next, back }: Props) {
  return (
    <div className="moves no-print">
      {next !== undefined && (
        <button type="button" className="press main" aria-disabled={next.busy === true} onClick={() => next.busy !== true && next.act()}>
          {next.label}
        </button>
      )}
      {back !== undefined && <button type="button" className="press" onClick={back.act}>{back.label}</button>}
    </div>
  );
}
