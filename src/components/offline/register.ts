import { copyAge } from '#domain/copy-age.ts';

const note = document.querySelector<HTMLElement>('[data-day]');
const age = note === null ? 'fresh' : copyAge(note.dataset['day'] ?? '', new Date());
if (age !== 'fresh') note?.querySelector(`[data-${age}]`)?.removeAttribute('hidden');

// After everything that the reader waits for. A tab with a name is in plain mode or was wiped: it saves
// nothing. Whoever saves data is asked first, on /sin-internet/.
addEventListener('load', () => {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (window.name !== '' || connection?.saveData === true) return;
  setTimeout(() => void navigator.serviceWorker?.register('/sw.js').catch(() => undefined), 1000);
});
