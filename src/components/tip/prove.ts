import { solveProof } from '#domain/tip/proof.ts';

/** A worker that says nothing for this long has died with an old phone's memory. */
const PATIENCE = 45_000;

function inWorker(challenge: string): Promise<Uint8Array | null> {
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' });
  const answer = new Promise<Uint8Array | null>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('late')), PATIENCE);
    worker.onerror = () => reject(new Error('worker'));
    worker.onmessage = (event: MessageEvent<Uint8Array | null>) => {
      clearTimeout(late);
      resolve(event.data);
    };
    worker.postMessage(challenge);
  });
  return answer.finally(() => worker.terminate());
}

/** Solves a challenge in a worker, or here where there are none: each piece is short, so the page stays awake. */
export async function prove(challenge: string): Promise<Uint8Array | null> {
  try {
    const proof = await inWorker(challenge);
    if (proof !== null) return proof;
  } catch {
    // No worker, or none that answers: the same work in the page.
  }
  return solveProof(challenge);
}
