import { describe, expect, it } from 'vitest';
import { cubeNet, pathOf, type Corner } from '#domain/class-session/cube-net.ts';

type Point = readonly [number, number, number];

const EDGE = 44;
const net = cubeNet(EDGE, 8);

/** Where the corners of each face stand once the net is folded, worked out by hand: the second face looks at us. */
const folded: readonly ((u: number, v: number) => Point)[] = [
  (u, v) => [0, v, u - 1], // left, seen from outside
  (u, v) => [u, v, 0], // front
  (u, v) => [1, v, -u], // right
  (u, v) => [1 - u, v, -1], // back
  (u, v) => [u, 0, v - 1], // lid: its lower edge is the front's upper edge
  (u, v) => [u, 1, -v], // floor
];
const SIDES = [
  [0, 0, 1, 0],
  [1, 0, 1, 1],
  [1, 1, 0, 1],
  [0, 1, 0, 0],
] as const;

const flatKey = (a: Corner, b: Corner): string => [a, b].map(String).sort().join(' ');
const roomKey = (a: Point, b: Point): string => [a, b].map((point) => point.map((n) => n + 0).join()).sort().join(' ');
const edges = net.faces.flatMap(([x, y], face) =>
  SIDES.map(([u, v, s, t]) => {
    const at = folded[face] as (u: number, v: number) => Point;
    return { flat: flatKey([x + u * EDGE, y + v * EDGE], [x + s * EDGE, y + t * EDGE]), room: roomKey(at(u, v), at(s, t)) };
  }),
);

describe('a die that a pupil cuts, folds and glues', () => {
  it('closes: every edge of the cube joins two faces', () => {
    const met = Map.groupBy(edges, ({ room }) => room);
    expect(met.size).toBe(12);
    expect([...met.values()].every((pair) => pair.length === 2)).toBe(true);
  });

  it('has exactly one flap wherever two cut edges meet, and a fold everywhere else', () => {
    const flaps = new Set(net.flaps.map(([a, b]) => flatKey(a, b)));
    const folds = new Set(net.folds.map(([a, b]) => flatKey(a, b)));
    for (const pair of Map.groupBy(edges, ({ room }) => room).values()) {
      const [one = '', other = ''] = pair.map(({ flat }) => flat);
      if (one === other) expect(folds.has(one), `no fold at ${one}`).toBe(true);
      else expect([one, other].filter((edge) => flaps.has(edge)), `between ${one} and ${other}`).toHaveLength(1);
    }
    expect(flaps.size).toBe(7);
  });

  it('is cut along one closed line that stays on the sheet and holds six faces and seven flaps', () => {
    for (const [x, y] of net.cut) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(net.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(net.height);
    }
    const area = Math.abs(net.cut.reduce((sum, [x, y], i) => sum + x * (net.cut.at(i - 1)?.[1] ?? 0) - y * (net.cut.at(i - 1)?.[0] ?? 0), 0) / 2);
    expect(area).toBeCloseTo(6 * EDGE ** 2 + 7 * (EDGE - 8) * 8);
  });

  it('stands twice on an A4 whose printer keeps 10 mm free', () => {
    expect(net.width + 2).toBeLessThanOrEqual(190);
    expect(2 * (net.height + 2) + 5).toBeLessThanOrEqual(277);
  });

  it('is drawn as a path that closes', () => {
    expect(pathOf([[0, 0], [44, 0], [44, 44]], true)).toBe('M0 0L44 0L44 44Z');
  });
});
