/** A corner of the net, in the unit of the edge (millimetres on our sheets), y pointing down. */
export type Corner = readonly [x: number, y: number];

/** A cube laid flat, to print, cut and glue: a row of four faces, a lid above and a floor below the second. */
export interface CubeNet {
  readonly width: number;
  readonly height: number;
  readonly edge: number;
  /** Upper left corner of each face: the row from left to right, then the lid, then the floor. */
  readonly faces: readonly Corner[];
  /** The line that scissors follow, once around, closed. */
  readonly cut: readonly Corner[];
  /** Lines to fold along: between two faces, and where a flap begins. */
  readonly folds: readonly (readonly [Corner, Corner])[];
  /** The edges that carry a flap, as they stand on the sheet. */
  readonly flaps: readonly (readonly [Corner, Corner])[];
}

/**
 * The net of a cube with seven flaps, one for each pair of edges that meet when it is folded. All flaps but
 * one lie beside the lid and the floor, so that the sheet is `4 × edge + flap` wide and `3 × edge` high.
 */
export function cubeNet(edge: number, flap: number): CubeNet {
  const at = (column: number, row: number): Corner => [column * edge, row * edge];
  /** The edge from a to b and the flap beyond it, walked clockwise around the net: the outside is on the left. */
  const flapped = (a: Corner, b: Corner): Corner[] => {
    const along: Corner = [(b[0] - a[0]) / edge, (b[1] - a[1]) / edge];
    const out: Corner = [along[1], -along[0]];
    const point = (from: Corner, step: number): Corner => [from[0] + (step * along[0] + out[0]) * flap, from[1] + (step * along[1] + out[1]) * flap];
    return [a, point(a, 1), point(b, -1)];
  };
  const flaps: [Corner, Corner][] = [
    [at(0, 1), at(1, 1)],
    [at(2, 1), at(3, 1)],
    [at(3, 1), at(4, 1)],
    [at(4, 1), at(4, 2)],
    [at(4, 2), at(3, 2)],
    [at(3, 2), at(2, 2)],
    [at(1, 2), at(0, 2)],
  ];
  const around = flaps.map(([a, b]) => flapped(a, b));
  const lid = [at(1, 1), at(1, 0), at(2, 0)];
  const floor = [at(2, 2), at(2, 3), at(1, 3)];
  return {
    width: 4 * edge + flap,
    height: 3 * edge,
    edge,
    faces: [at(0, 1), at(1, 1), at(2, 1), at(3, 1), at(1, 0), at(1, 2)],
    cut: [...around.slice(0, 1).flat(), ...lid, ...around.slice(1, 6).flat(), ...floor, ...around.slice(6).flat(), at(0, 2)],
    folds: [...[1, 2, 3].map((column): [Corner, Corner] => [at(column, 1), at(column, 2)]), [at(1, 1), at(2, 1)], [at(1, 2), at(2, 2)], ...flaps],
    flaps,
  };
}

/** Corners as an SVG path; `closed` joins the last to the first. */
export const pathOf = (corners: readonly Corner[], closed = false): string => `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}${closed ? 'Z' : ''}`;
