/** How far the reading is: `share` from 0 to 1. */
export type Progress = (step: 'fetching' | 'starting' | 'reading', share: number) => void;

interface Answer {
  readonly action: Action;
  readonly status: 'resolve' | 'reject' | 'progress';
  readonly data: { status?: string; progress?: number; text?: string; confidence?: number };
}
type Action = 'load' | 'loadLanguage' | 'initialize' | 'recognize';

const FOLDER = '/ocr';
/** A function that returns a SIMD vector: what wasm-feature-detect asks. Phones since 2021 know it; the plain core is slower. */
const SIMD = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);
/** The core says nothing when its wasm can't start; without news for this long, give up. */
const PATIENCE = 120_000;
/** tesseract.js's number for its neural engine, the only one in our cores. */
const LSTM_ONLY = 1;

/**
 * Reads print in a picture with tesseract.js's worker, from this site: the picture never leaves the
 * phone and nothing is written to storage. Kept for a second photo; `close` frees its memory.
 *
 * It speaks to the worker itself and not through tesseract.js's `createWorker`, which can't be
 * stopped while it downloads, takes data handed to it for a language's name (7.0.0), and falls back
 * to a stranger's server where a path is missing. The version is pinned in package.json, and a
 * journey reads a real picture.
 *
 * The worker comes by its address and not from a blob: its own policy rules, and the page needs no
 * 'wasm-unsafe-eval'. A host that sends a policy with every file must allow it with /ocr/.
 */
export class PhotoReader {
  #worker: Worker | undefined;
  #progress: Progress = () => undefined;

  /** Reads one picture. Rejects when a file does not arrive, when the worker fails or when `gone` is aborted; then the worker is gone too. */
  async read(picture: Blob, progress: Progress, gone: AbortSignal): Promise<{ text: string; confidence: number }> {
    gone.throwIfAborted();
    this.#progress = progress;
    const ended = new Promise<never>((_, reject) => gone.addEventListener('abort', () => reject(gone.reason), { once: true }));
    try {
      return await Promise.race([this.#read(picture, gone), ended]);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #read(picture: Blob, gone: AbortSignal): Promise<{ text: string; confidence: number }> {
    const worker = this.#worker ?? (await this.#start(gone));
    const image = new Uint8Array(await picture.arrayBuffer());
    // A poster is seldom photographed straight. The resolution is told because tesseract prints an error when it must guess.
    const options = { rotateAuto: true, user_defined_dpi: '300' };
    const { text = '', confidence = 0 } = await this.#ask(worker, 'recognize', { image, options, output: { text: true } });
    return { text, confidence };
  }

  async #start(gone: AbortSignal): Promise<Worker> {
    const data = await this.#fetchData(gone);
    gone.throwIfAborted();
    this.#progress('starting', 0);
    const worker = (this.#worker = new Worker(`${FOLDER}/worker.min.js`));
    const core = `${location.origin}${FOLDER}/tesseract-core${WebAssembly.validate(SIMD) ? '-simd' : ''}-lstm.wasm.js`;
    await this.#ask(worker, 'load', { options: { lstmOnly: true, corePath: core, logging: false } });
    await this.#ask(worker, 'loadLanguage', { langs: [{ code: 'spa', data }], options: { cacheMethod: 'none', lstmOnly: true } });
    await this.#ask(worker, 'initialize', { langs: 'spa', oem: LSTM_ONLY, config: {} });
    return worker;
  }

  /** One errand of the worker: what it resolves with, or a rejection; also when it falls silent. */
  #ask(worker: Worker, action: Action, payload: object): Promise<Answer['data']> {
    const over = new AbortController();
    return new Promise<Answer['data']>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const alive = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(`The photo reader fell silent at «${action}».`)), PATIENCE);
      };
      alive();
      over.signal.addEventListener('abort', () => clearTimeout(timer));
      const hear = ({ data: answer }: MessageEvent<Answer>): void => {
        if (answer.action !== action) return;
        if (answer.status === 'resolve') return resolve(answer.data);
        if (answer.status === 'reject') return reject(new Error(String(answer.data)));
        alive();
        if (answer.data.status === 'recognizing text') this.#progress('reading', answer.data.progress ?? 0);
      };
      worker.addEventListener('message', hear, { signal: over.signal });
      worker.addEventListener('error', (event) => reject(new Error(event.message || 'The photo reader did not load.')), { signal: over.signal });
      worker.postMessage({ workerId: 'foto', jobId: action, action, payload });
    }).finally(() => over.abort());
  }

  /** The Spanish data, fetched here and not by the worker: so that the reader sees how much is still to come, and can stop it. */
  async #fetchData(gone: AbortSignal): Promise<Uint8Array> {
    const answer = await fetch(`${FOLDER}/spa.traineddata.gz`, { signal: gone });
    if (!answer.ok || answer.body === null) throw new Error(`spa.traineddata.gz: ${answer.status}`);
    const whole = Number(answer.headers.get('Content-Length'));
    const parts: BlobPart[] = [];
    let got = 0;
    const reader = answer.body.getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      parts.push(step.value);
      got += step.value.length;
      this.#progress('fetching', whole > 0 ? Math.min(1, got / whole) : 0);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  }
}
