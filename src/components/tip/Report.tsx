import { useRef, useState } from 'react';
import type { TipPhrases } from '#domain/phrases.ts';
import { storyOf, type Draft } from '#domain/tip-form/draft.ts';
import { reportText, type ReportLine } from '#domain/tip-form/report.ts';
import { answersOf } from './Check.tsx';
import { Identifying } from './Identifying.tsx';

interface Props {
  words: TipPhrases;
  draft: Draft;
  places: readonly string[];
  regionName: string;
}

/** The report as text, to copy, print, share or show; and what to say where. Nobody has received it. */
export function Report({ words, draft, places, regionName }: Props) {
  const { report } = words;
  const shown = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');
  const lines: ReportLine[] = answersOf(words, draft, regionName).map(({ step, answer }) => ({ label: report.labels[step as keyof typeof report.labels], value: answer }));
  const text = reportText(report.textTitle, lines, report.textEnd);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(report.copied);
    } catch {
      // Old browsers: mark the text, so that the phone's own «copy» has it.
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
      setSaid(report.copyFailed);
    }
  }

  return (
    <div className="tip-report flow">
      <p><strong>{report.about}</strong></p>
      <pre ref={shown} className="report" role="region" aria-label={report.label} tabIndex={0}>{text}</pre>
      <div className="moves no-print">
        <button type="button" className="press main" onClick={() => void copy()}>{report.copy}</button>
        <button type="button" className="press" onClick={() => print()}>{report.print}</button>
        {'share' in navigator && <button type="button" className="press" onClick={() => void navigator.share({ text }).catch(() => {})}>{report.share}</button>}
      </div>
      <p role="status" className="no-print">{said}</p>
      <div className="no-print flow">
        {'share' in navigator && <p className="quiet">{report.shareHint}</p>}
        <Identifying words={words.identifying} story={storyOf(draft)} places={places} />
        <h3>{report.ways}</h3>
        {report.scripts.map(({ title, dial, say }) => (
          <div key={title} className="script">
            <h4>{title}</h4>
            <p>{say}</p>
            {dial !== '' && <p><a className="press help" href={`tel:${dial}`}>{words.lines.call} {dial}</a></p>}
          </div>
        ))}
        <p>{report.photos}</p>
        <p>{report.more} <a href={report.directoryHref}>{report.directory}</a></p>
        <p className="quiet">{words.lines.confirm}</p>
      </div>
    </div>
  );
}
