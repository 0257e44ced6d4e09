import { isUnsure, tidyRead } from '#domain/plan/read-text.ts';
import { fill } from '#domain/phrases.ts';
import { element } from './dom.ts';
import type { PhotoReader } from './ocr.ts';
import type { Host, ToolKit } from './tool.ts';

const MOST_MEGABYTES = 20;
/** Longest side, in pixels, of what is read: enough for a full-page screenshot, little enough for an old phone. */
const LONGEST = 2600;
/** Small print is read better when enlarged. */
const SHORTEST = 900;

type Fault = keyof ToolKit['photo']['faults'];

/** A fault that has a sentence for the reader. */
class PhotoFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads a photo or screenshot on the phone, on request only, into the field. */
export function photoForm({ photo, megabytes }: ToolKit, host: Host): HTMLElement {
  const sizes = { size: inSpanish(megabytes.usual), most: inSpanish(megabytes.most) };
  const said = element('p', { role: 'status', className: 'said' });
  const file = element('input', { type: 'file', id: 'foto', accept: 'image/png,image/jpeg,image/webp' });
  file.setAttribute('aria-describedby', 'foto-pista');
  const read = element('button', { className: 'press main', type: 'submit' }, fill(photo.read, sizes));
  const cancel = element('button', { className: 'press', type: 'button', hidden: true }, photo.cancel);
  const form = element(
    'form',
    { className: 'flow', autocomplete: 'off' },
    element('p', {}, fill(photo.lead, sizes)),
    element('div', { className: 'field' }, element('label', { htmlFor: 'foto' }, photo.label), element('p', { className: 'quiet', id: 'foto-pista' }, photo.hint), file),
    element('p', { className: 'row' }, read, cancel),
    said,
  );

  let reader: PhotoReader | undefined;
  let stop = new AbortController();
  host.gone.addEventListener('abort', () => {
    stop.abort();
    reader?.close();
  });
  cancel.addEventListener('click', () => stop.abort());

  /** Says a share in steps of ten, so that a screen reader is not flooded. */
  const say = (words: string, share: number): void => {
    const sentence = fill(words, { n: Math.floor(share * 10) * 10 });
    if (said.textContent !== sentence) said.textContent = sentence;
  };

  const run = async (): Promise<void> => {
    said.textContent = photo.opening;
    const picture = await prepare(file.files?.[0]);
    reader ??= new (await import('./ocr.ts').catch(() => Promise.reject(new PhotoFault('network')))).PhotoReader();
    const { text, confidence } = await reader.read(picture, (step, share) => say(photo[step], share), stop.signal);
    const tidy = tidyRead(text);
    if (!/\p{L}{3}/u.test(tidy)) throw new PhotoFault('empty');
    read.textContent = photo.again;
    said.textContent = '';
    host.take(tidy, isUnsure(confidence) ? photo.unsure : photo.made);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (read.disabled) return;
    stop = new AbortController();
    [read.disabled, cancel.hidden] = [true, false];
    run()
      .catch((error: unknown) => {
        const fault = error instanceof PhotoFault ? error.fault : 'network';
        said.textContent = stop.signal.aborted ? photo.cancelled : fill(photo.faults[fault], { n: Math.ceil((file.files?.[0]?.size ?? 0) / 1e6) });
      })
      .finally(() => {
        const held = document.activeElement === cancel;
        [read.disabled, cancel.hidden] = [false, true];
        // A focused button that vanishes would throw the keyboard back to the page's top.
        if (held) read.focus();
      });
  });
  return form;
}

const inSpanish = (megabytes: number): string => megabytes.toLocaleString('es-PE', { maximumFractionDigits: 1 }).replace('.', ',');

/**
 * The photo as a PNG that tesseract reads well: turned as it was taken, neither huge nor tiny, and
 * without what the camera wrote into it. Throws the fault to tell.
 */
async function prepare(file: File | undefined): Promise<Blob> {
  if (file === undefined) throw new PhotoFault('none');
  if (!/^image\/(png|jpeg|webp)$/.test(file.type)) throw new PhotoFault('type');
  if (file.size > MOST_MEGABYTES * 1e6) throw new PhotoFault('heavy');
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => Promise.reject(new PhotoFault('broken')));
  const { width, height } = image;
  const scale = Math.min(LONGEST / Math.max(width, height), Math.max(1, SHORTEST / Math.min(width, height)));
  const canvas = element('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
  const brush = canvas.getContext('2d');
  if (brush === null) throw new PhotoFault('broken');
  // See-through pixels would turn black, and black letters with them.
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new PhotoFault('broken')) : resolve(blob)), 'image/png'));
}
