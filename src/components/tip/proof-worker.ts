import { solveProof } from '#domain/tip/proof.ts';

/** Does the small work beside the page, so that typing never stutters. One question, one answer. */
addEventListener('message', (event: MessageEvent<string>) => {
  solveProof(event.data).then(
    (proof) => postMessage(proof),
    () => postMessage(null),
  );
});
