import { copyFile, mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const { resolve } = createRequire(import.meta.url);
const tesseract = dirname(resolve('tesseract.js/package.json'));
const core = dirname(resolve('tesseract.js-core/package.json'));
const spanish = dirname(resolve('@tesseract.js-data/spa/package.json'));

/** A phone takes the worker, one of the two cores (the plain one where there is no SIMD) and the data. */
const WORKER = join(tesseract, 'dist/worker.min.js');
const CORES = [join(core, 'tesseract-core-simd-lstm.wasm.js'), join(core, 'tesseract-core-lstm.wasm.js')] as const;
const DATA = join(spanish, '4.0.0_best_int/spa.traineddata.gz');
/** Apache 2.0 asks that its text goes with the files. */
const LICENCES = [[join(tesseract, 'LICENSE.md'), 'LICENCIA-tesseract.js.txt'], [join(core, 'LICENSE'), 'LICENCIA-tesseract.js-core.txt']] as const;

const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10;

/**
 * What reading a photo costs, in megabytes (millions of bytes), rounded up to a tenth: `usual` where
 * the host compresses scripts, as nearly all do, and `most` where it does not. Measured on the files
 * at build time, so that the page never says an old number.
 */
export function ocrMegabytes(): { usual: number; most: number } {
  const scripts = [WORKER, CORES[0]].map((path) => readFileSync(path));
  const data = readFileSync(DATA).length;
  const sum = (sizes: number[]): number => sizes.reduce((total, size) => total + size, data);
  return { usual: megabytes(sum(scripts.map((bytes) => gzipSync(bytes).length))), most: megabytes(sum(scripts.map(({ length }) => length))) };
}

/**
 * Puts what reads a photo on the phone into /ocr/ of the built site: tesseract.js's worker, its two
 * LSTM cores and the Spanish data, all from npm. Nothing there is loaded before somebody asks for it;
 * the offline worker must not fetch it ahead.
 */
export function ocrFiles(): AstroIntegration {
  return {
    name: 'sin-trampa:ocr-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = join(fileURLToPath(dir), 'ocr');
        await mkdir(folder, { recursive: true });
        for (const path of [WORKER, ...CORES, DATA]) await copyFile(path, join(folder, basename(path)));
        for (const [path, name] of LICENCES) await copyFile(path, join(folder, name));
        const { usual, most } = ocrMegabytes();
        logger.info(`reading a photo costs ${usual} MB compressed, ${most} MB at most`);
      },
    },
  };
}
