/**
 * Fills outlines into a grid of pixels: none outside, all inside, steps at the edges. Lines add the area
 * that they cover to a grid of differences, and one sweep sums it up: the method of Raph Levien's font-rs.
 * Holes turn the other way round than what they are cut from, as in every font.
 */
export class Stencil {
  readonly width: number;
  readonly height: number;
  /** The first row with a drawing, and the one after the last; the same of columns. */
  #top: number;
  #bottom = 0;
  #left: number;
  #right = 0;
  readonly #stride: number;
  readonly #area: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#top = height;
    this.#left = width;
    // An edge on the right border spills two columns over.
    this.#stride = width + 2;
    this.#area = new Float32Array(this.#stride * height);
  }

  /** One edge, in pixels. What lies left of the grid or right of it counts at its border; above and below is cut off. */
  line(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return;
    const turn = fromY < toY ? 1 : -1;
    const [topX, top, bottomX, bottom] = turn === 1 ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
    const slope = (bottomX - topX) / (bottom - top);
    const [first, after] = [Math.max(0, Math.floor(top)), Math.min(this.height, Math.ceil(bottom))];
    this.#top = Math.min(this.#top, first);
    this.#bottom = Math.max(this.#bottom, after);
    this.#left = Math.min(this.#left, Math.floor(this.#inside(Math.min(fromX, toX))));
    this.#right = Math.max(this.#right, Math.ceil(this.#inside(Math.max(fromX, toX))));
    for (let row = first; row < after; row += 1) {
      const [start, end] = [Math.max(row, top), Math.min(row + 1, bottom)];
      this.#span(row * this.#stride, this.#inside(topX + (start - top) * slope), this.#inside(topX + (end - top) * slope), turn * (end - start));
    }
  }

  #inside(x: number): number {
    return Math.min(this.width, Math.max(0, x));
  }

  /** The part of an edge within one row: `tall` is its height, signed by its direction. */
  #span(row: number, a: number, b: number, tall: number): void {
    const area = this.#area;
    const [left, right] = a < b ? [a, b] : [b, a];
    const [first, last] = [Math.floor(left), Math.ceil(right)];
    if (last <= first + 1) {
      const middle = (left + right) / 2 - first;
      area[row + first]! += tall - tall * middle;
      area[row + first + 1]! += tall * middle;
      return;
    }
    // Through several pixels: how much of each lies right of the edge, as a difference to the one before.
    const each = 1 / (right - left);
    let before = 0;
    for (let column = first; column < last; column += 1) {
      const reached = Math.min(right, column + 1) - left;
      const passed = Math.max(left, column) - left;
      // Mean over the pixel of the share of the edge's height that is already passed.
      const here = ((passed + reached) / 2) * each * (reached - passed) + (column + 1 > right ? column + 1 - right : 0);
      area[row + column]! += tall * (here - before);
      before = here;
    }
    area[row + last]! += tall * (1 - before);
  }

  /** An SVG path of absolute M, L, Q, C and Z, scaled, then moved. */
  path(d: string, x = 0, y = 0, scale = 1): void {
    const edges = edgesOf(d);
    for (let at = 0; at < edges.length; at += 4) {
      this.line(edges[at]! * scale + x, edges[at + 1]! * scale + y, edges[at + 2]! * scale + x, edges[at + 3]! * scale + y);
    }
  }

  /**
   * The coverage of every pixel, row by row, in whole steps from 0 to `most`, and between which rows and columns
   * something stands. The grid is empty afterwards, for the next drawing.
   */
  fill(most: number): { readonly steps: Uint8Array; readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
    const [top, bottom, left, right] = [this.#top, this.#bottom, this.#left, Math.min(this.width, this.#right + 1)];
    const [area, stride, width] = [this.#area, this.#stride, this.width];
    const steps = new Uint8Array(width * this.height);
    for (let row = top; row < bottom; row += 1) {
      let [sum, step] = [0, 0];
      for (let column = left, from = row * stride, to = row * width; column < right; column += 1) {
        // Between two edges nothing changes: most pixels.
        const change = area[from + column] as number;
        if (change !== 0) {
          sum += change;
          step = Math.trunc(Math.min(1, Math.abs(sum)) * most + 0.5);
        }
        if (step !== 0) steps[to + column] = step;
      }
    }
    area.fill(0, top * stride, Math.max(top, bottom) * stride);
    [this.#top, this.#bottom, this.#left, this.#right] = [this.height, 0, this.width, 0];
    return { steps, top, bottom, left, right };
  }
}

/** A curve becomes so many lines: at poster size no eye tells. */
const STEPS = 8;
const known = new Map<string, Float64Array>();

/** The edges of a path, four numbers each: from x, y to x, y. Each path is read once: posters repeat the same thirty letters. */
function edgesOf(d: string): Float64Array {
  const found = known.get(d) ?? Float64Array.from(readEdges(d));
  known.set(d, found);
  return found;
}

function readEdges(d: string): number[] {
  const edges: number[] = [];
  let [startX, startY, atX, atY] = [0, 0, 0, 0];
  const to = (nextX: number, nextY: number): void => {
    edges.push(atX, atY, nextX, nextY);
    [atX, atY] = [nextX, nextY];
  };
  for (const [, command = '', list = ''] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const points = (list.match(/-?[\d.]+/g) ?? []).map(Number);
    const size = command === 'Q' ? 4 : command === 'C' ? 6 : 2;
    if (command === 'Z') to(startX, startY);
    for (let next = 0; next < points.length; next += size) {
      const end: readonly [number, number] = [points[next + size - 2] as number, points[next + size - 1] as number];
      if (command === 'M') [startX, startY, atX, atY] = [...end, ...end];
      else if (command === 'L') to(...end);
      else curve([atX, atY, ...points.slice(next, next + size)], to);
    }
  }
  return edges;
}

/** A quadratic (three points) or cubic (four) Bézier curve as lines, by de Casteljau. */
function curve(points: readonly number[], to: (x: number, y: number) => void): void {
  for (let step = 1; step <= STEPS; step += 1) {
    let left = points;
    while (left.length > 2) left = left.slice(2).map((value, index) => (left[index] as number) + ((value - (left[index] as number)) * step) / STEPS);
    to(left[0] as number, left[1] as number);
  }
}
