import { scaleLinear, scaleThreshold } from 'd3-scale';
import { isPart, numberInWords, periodInWords, type FigureRow } from './figure.ts';

/** One bar of a chart, in the chart's own units. */
export interface Bar {
  readonly label: string;
  readonly value: string;
  readonly y: number;
  readonly width: number;
  /** Covers less than whole years: drawn hollow. */
  readonly part: boolean;
  /** What the same agency said later: drawn hatched, under the first. */
  readonly later: boolean;
}

export interface BarChart {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

export const CHART = { width: 320, left: 4, right: 52, row: 38, bar: 15, top: 4, axis: 20 } as const;

/** Lying bars, one a row, read from top to bottom on a narrow phone; a revised number gets a bar of its own. `later` is its label's end. */
export function barChart(rows: readonly FigureRow[], languageTag: string, later: string): BarChart {
  const flat = rows.flatMap((row) => [
    { label: periodInWords(row, languageTag), value: row.value, part: isPart(row), later: false },
    ...(row.revised === undefined ? [] : [{ label: `${periodInWords(row, languageTag)}, ${later}`, value: row.revised.value, part: isPart(row), later: true }]),
  ]);
  const x = scaleLinear([0, Math.max(...flat.map(({ value }) => value))], [0, CHART.width - CHART.left - CHART.right]).nice(4);
  return {
    width: CHART.width,
    height: CHART.top + flat.length * CHART.row + CHART.axis,
    bars: flat.map((bar, i) => ({ ...bar, value: numberInWords(bar.value), y: CHART.top + i * CHART.row, width: Math.max(1, Math.round(x(bar.value) * 10) / 10) })),
    ticks: x.ticks(4).map((tick) => ({ x: CHART.left + Math.round(x(tick) * 10) / 10, label: numberInWords(tick) })),
  };
}

/** Steps of the map: few enough to be told apart without colour, with the number printed too. */
export const MAP_STEPS = [25, 50, 100, 200] as const;

/** Which of the five steps a department's number falls in, 0 to 4. */
export const mapStep = scaleThreshold<number, number>().domain(MAP_STEPS).range([0, 1, 2, 3, 4]);
