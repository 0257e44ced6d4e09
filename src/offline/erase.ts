/**
 * Takes everything away that this site could have left in the browser: kept pages, the worker, every
 * kind of storage, also those that the site never uses. Returns whether all of it is gone.
 * The worker goes first: it stops writing, so that no late answer refills what was emptied.
 */
export async function eraseAll(): Promise<boolean> {
  const steps = await Promise.allSettled([askWorkers()]);
  steps.push(...(await Promise.allSettled([dropCaches(), dropDatabases(), dropStorage()])));
  const left = await Promise.allSettled([caches.keys(), navigator.serviceWorker.getRegistrations()]);
  return steps.every(({ status }) => status === 'fulfilled') && left.every((each) => each.status === 'fulfilled' && each.value.length === 0);
}

async function askWorkers(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    for (const worker of [registration.active, registration.waiting, registration.installing]) if (worker !== null) await wiped(worker);
    await registration.unregister();
  }
}

/** One that doesn't answer is unregistered all the same. */
function wiped(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, 2000);
    worker.postMessage('wipe', [port2]);
  });
}

async function dropCaches(): Promise<void> {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function dropDatabases(): Promise<void> {
  for (const { name } of (await indexedDB.databases?.()) ?? []) if (name !== undefined) indexedDB.deleteDatabase(name);
}

async function dropStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
}
