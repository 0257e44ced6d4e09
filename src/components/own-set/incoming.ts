import { fromLink } from '#domain/own-set/link.ts';
import { fromFile, LARGEST_FILE } from '#domain/own-set/set-file.ts';
import type { Opening } from '#domain/own-set/wire.ts';
import { one } from '#components/classroom/dom.ts';
import { browserPress } from './press.ts';

export type From = 'link' | 'file';

async function read(file: File, ready: ReadonlySet<string>): Promise<Opening> {
  if (file.size > LARGEST_FILE) return { trouble: 'large' };
  try {
    return fromFile(await file.text(), ready);
  } catch {
    return { trouble: 'not-json' };
  }
}

/** Files that are picked, or dropped anywhere on the tool: beside it one would open in place of the page, and the set with it. */
export function listenForFiles(root: HTMLElement, ready: ReadonlySet<string>, receive: (opening: Opening, from: From) => void): void {
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) receive(await read(file, ready), 'file');
  };
  const picker = one<HTMLInputElement>(root, '[data-file]');
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    // The same file may be picked once more.
    void take(file).finally(() => (picker.value = ''));
  });
  const over = (on: boolean) => (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    one(root, '[data-drop]').toggleAttribute('data-over', on);
  };
  root.addEventListener('dragover', over(true));
  root.addEventListener('dragleave', over(false));
  root.addEventListener('drop', (event) => {
    over(false)(event);
    void take(event.dataTransfer?.files[0]);
  });
}

/** A set that stands after # in the address: now, when it is pasted there, and when a page comes back that was emptied as it went. */
export function listenForLinks(ready: ReadonlySet<string>, receive: (opening: Opening, from: From) => void): void {
  const look = async (): Promise<void> => {
    const fragment = location.hash.slice(1);
    // A place on this page is no set: «jump to the content».
    if (fragment !== '' && document.getElementById(fragment) === null) receive(await fromLink(fragment, ready, browserPress()), 'link');
  };
  addEventListener('hashchange', () => void look());
  addEventListener('pageshow', ({ persisted }) => void (persisted && look()));
  void look();
}
