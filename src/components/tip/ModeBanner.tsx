import { fill, type TipPhrases } from '#domain/phrases.ts';
import { nationalDesk, type Letterbox } from '#domain/tip/letterbox.ts';
import type { MaybeSender, Mode } from './use-sender.ts';

interface Props {
  words: TipPhrases['mode'];
  mode: Mode;
  sender: MaybeSender;
  /** The letterbox that the page was built with, if any: it may be the one that receives. */
  built: Letterbox | null;
  /** Once the walk has begun, the one line is enough: the screens are small. */
  short: boolean;
}

const national = (letterbox: Letterbox | null | undefined): string => nationalDesk(letterbox?.desks ?? [])?.name ?? '';
const longer = (one: string, other: string): string => (one.length > other.length ? one : other);

/** Says, above every screen, who receives what is written here: a desk, or nobody. */
export function ModeBanner({ words, mode, sender, built, short }: Props) {
  if (sender === 'looking') return <Looking words={words} mode={mode} built={built} />;
  const none = mode === 'practice' ? words.noLetterbox : words.composer;
  const said = sender === null ? none : mode === 'practice' ? words.practice : words.intake;
  return (
    <div className="mode">
      <p><strong>{fill(said.banner, { desks: national(sender?.letterbox) })}</strong></p>
      {!short && <p>{said.about}</p>}
    </div>
  );
}

/** While the letterbox is looked for, only what is true either way is said; the rest has its room, so that nothing moves under a finger. */
function Looking({ words: { practice, noLetterbox, intake }, mode, built }: Pick<Props, 'words' | 'mode' | 'built'>) {
  if (mode !== 'practice') {
    return (
      <div className="mode unknown">
        <p><strong>{fill(intake.banner, { desks: national(built) })}</strong></p>
        <p>{intake.about}</p>
      </div>
    );
  }
  return (
    <div className="mode">
      <p><strong>{practice.banner}</strong></p>
      <p className="unknown">{longer(practice.about, noLetterbox.about)}</p>
    </div>
  );
}
