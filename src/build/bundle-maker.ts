import type { BundleHead } from '../offline/bundle.ts';
import { sha256 } from './hash-list.ts';

/** What pages say alike stands in these elements; what covers draw alike, in their paths. Cut at them, every second part is one. */
const PAGE = /(<style\b[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>|<header\b[\s\S]*?<\/header>|<footer\b[\s\S]*?<\/footer>|<svg\b[\s\S]*?<\/svg>)/;
const DRAWING = /(<path\b[^>]*>)/;

/** Puts a bundle (src/offline/bundle.ts) together file by file, what several have in common only once. */
export class BundleMaker {
  readonly #lengths: number[] = [];
  readonly #bodies: Buffer[] = [];
  /** By its hash: the texts themselves would lie here twice. */
  readonly #known = new Map<string, number>();
  readonly #made = new Map<string, readonly number[]>();

  #piece(text: string): number {
    const body = Buffer.from(text);
    const hash = sha256(body);
    const known = this.#known.get(hash);
    if (known !== undefined) return known;
    this.#bodies.push(body);
    const piece = this.#lengths.push(text.length) - 1;
    this.#known.set(hash, piece);
    return piece;
  }

  /** Adds a file under its address. A page's ends with a slash. */
  add(path: string, text: string): void {
    const parts = path.endsWith('/') ? text.split(PAGE) : path.endsWith('.svg') ? text.split(DRAWING) : [text];
    this.#made.set(path, parts.filter((part) => part !== '').map((part) => this.#piece(part)));
  }

  /** The bundle's bytes, its files in the order of `paths`. Throws on one that was not added. */
  bytes(day: string, paths: readonly string[]): Buffer<ArrayBuffer> {
    const made = paths.map((path) => {
      const of = this.#made.get(path);
      if (of === undefined) throw new Error(`${path} was not added to its bundle.`);
      return [path, of] as const;
    });
    const head: BundleHead = { day, pieces: this.#lengths, made };
    return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...this.#bodies]);
  }
}
