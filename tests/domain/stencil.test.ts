import { describe, expect, it } from 'vitest';
import { Stencil } from '#domain/poster/stencil.ts';

/** Fills one path into a small grid and prints it, a digit a pixel, from 0 to `most`. */
function drawn(d: string, x = 0, y = 0, scale = 1, most = 4): string[] {
  const stencil = new Stencil(6, 4);
  stencil.path(d, x, y, scale);
  const { steps } = stencil.fill(most);
  return Array.from({ length: 4 }, (_, row) => [...steps.slice(row * 6, row * 6 + 6)].join(''));
}

describe('the stencil that fills poster letters', () => {
  it('fills a box, and half of the pixels that its edge halves', () => {
    expect(drawn('M1 1L4 1L4 3L1 3Z')).toEqual(['000000', '044400', '044400', '000000']);
    expect(drawn('M1.5 1L4 1L4 2.5L1.5 2.5Z')).toEqual(['000000', '024400', '012200', '000000']);
  });

  it('cuts a hole that turns the other way, as in the letter O', () => {
    expect(drawn('M0 0L6 0L6 4L0 4ZM2 1L2 3L4 3L4 1Z')).toEqual(['444444', '440044', '440044', '444444']);
  });

  it('halves a square along its diagonal, also where a line is flat', () => {
    expect(drawn('M0 0L4 4L0 4Z')).toEqual(['200000', '420000', '442000', '444200']);
    expect(drawn('M0 0L4 1L0 1Z', 0, 0, 1, 8)[0]).toBe('753100');
  });

  it('moves, enlarges, and cuts off what lies outside', () => {
    expect(drawn('M0 0L1 0L1 1L0 1Z', 2, 1, 2)).toEqual(['000000', '002200', '002200', '000000'].map((row) => row.replaceAll('2', '4')));
    expect(drawn('M-9 -9L99 -9L99 99L-9 99Z')).toEqual(['444444', '444444', '444444', '444444']);
  });

  it('follows a curve: a quarter of a disc covers π/4 of its square', () => {
    const stencil = new Stencil(100, 100);
    stencil.path('M0 0L100 0C100 55.2 55.2 100 0 100Z');
    const { steps } = stencil.fill(200);
    expect(steps.reduce((sum, step) => sum + step, 0) / 200 / 10_000).toBeCloseTo(Math.PI / 4, 2);
  });

  it('is empty after it was filled, for the next drawing', () => {
    const stencil = new Stencil(6, 4);
    stencil.path('M1 1L4 1L4 3L1 3Z');
    stencil.fill(4);
    expect([...stencil.fill(4).steps].every((step) => step === 0)).toBe(true);
  });
});
