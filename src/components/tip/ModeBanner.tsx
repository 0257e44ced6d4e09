import { fill, type TipPhrases } from '#domain/phrases.ts';
import type { MaybeSender, Mode } from './use-sender.ts';

interface Props {
  words: TipPhrases['mode'];
  mode: Mode;
  sender: MaybeSender;
  /** Once the walk has begun, the one line is enough: the screens are small. */
  short: boolean;
}

/** Says, above every screen, who receives what is written here: a desk, or nobody. */
export function ModeBanner({ words, mode, sender, short }: Props) {
  const none = mode === 'practice' ? words.noLetterbox : words.composer;
  const said = sender === null ? none : mode === 'practice' ? words.practice : words.intake;
  const desks = sender === null || sender === 'looking' ? '' : sender.letterbox.desks.find(({ national }) => national)?.name ?? '';
  // While the letterbox is looked for, only what is true either way is said.
  if (sender === 'looking' && mode !== 'practice') return null;
  return (
    <div className="mode">
      <p><strong>{fill(said.banner, { desks })}</strong></p>
      {sender !== 'looking' && !short && <p>{said.about}</p>}
    </div>
  );
}
