import { useRef, useState } from 'react';
import { fill, type TipPhrases } from '#domain/phrases.ts';
import { LIMITS, PHOTO_TYPES } from '#domain/tip/limits.ts';
import { redraw, type ShownPhoto } from './photo.ts';

interface Props {
  words: TipPhrases['photos'];
  photos: readonly ShownPhoto[];
  onChange: (photos: readonly ShownPhoto[]) => void;
}

/** Up to three photos, redrawn before they are shown: what one sees is all that travels. */
export function Photos({ words, photos, onChange }: Props) {
  const [said, setSaid] = useState('');
  const [faults, setFaults] = useState<readonly string[]>([]);
  const working = useRef(false);

  async function add(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])];
    if (working.current || files.length === 0) return;
    working.current = true;
    setSaid(words.working);
    setFaults([]);
    const kept = [...photos];
    const wrong: string[] = [];
    for (const file of files) {
      const result = await redraw(file, kept.map(({ photo }) => photo.bytes.length));
      if (typeof result !== 'string') kept.push(result);
      // The name of the file is only shown here; it never travels.
      else wrong.push(fill(words.faults[result], { name: file.name }));
      if (result === 'many') break;
    }
    // So that the same file can be chosen again, and the browser holds none of them.
    input.value = '';
    working.current = false;
    onChange(kept);
    setFaults(wrong);
    setSaid(fill(words.added, { n: kept.length }));
  }

  function remove(at: number): void {
    if (working.current) return;
    const gone = photos[at];
    if (gone !== undefined) URL.revokeObjectURL(gone.preview);
    onChange(photos.filter((_, index) => index !== at));
    setSaid(words.removed);
    document.getElementById('tip-photos')?.focus();
  }

  return (
    <>
      <p id="tip-photos-hint">{words.hint}</p>
      <p>{words.crop}</p>
      <div className="field">
        <label htmlFor="tip-photos">{words.choose}</label>
        <input
          id="tip-photos"
          type="file"
          accept={[...PHOTO_TYPES, 'image/*'].join(',')}
          multiple={photos.length + 1 < LIMITS.photos}
          aria-describedby="tip-photos-hint"
          onChange={(event) => void add(event.currentTarget)}
        />
      </div>
      <div role="alert">{faults.map((fault) => <p key={fault} className="error">{fault}</p>)}</div>
      <p role="status">{said}</p>
      <ul role="list" className="photos">
        {photos.map(({ preview, photo }, index) => (
          <li key={preview}>
            <img src={preview} alt={fill(words.one, { n: index + 1 })} />
            <p className="quiet">{fill(words.weight, { kb: Math.ceil(photo.bytes.length / 1000) })}</p>
            <button type="button" className="press" onClick={() => remove(index)}>{fill(words.remove, { n: index + 1 })}</button>
          </li>
        ))}
      </ul>
    </>
  );
}
