import type { Source } from '#domain/source.ts';
import type { Figure } from './figure.ts';

export interface FigureEntry extends Figure {
  readonly id: string;
  readonly sourceList: readonly Source[];
}

/** The fields of cifras.csv, in order; their meaning stands in the data dictionary (content/interface, figures.dictionary). */
export const figureFields = ['series', 'title', 'agency', 'unit', 'base', 'from', 'to', 'department', 'value', 'revised_value', 'detail', 'weak', 'checked_on', 'source_ids', 'source_urls'] as const;
export type FigureRecord = Record<(typeof figureFields)[number], string | number | boolean>;

/** Every published number as one flat record; departments follow the row that they add up to. */
export function figureRecords(figures: readonly FigureEntry[]): FigureRecord[] {
  return figures.flatMap((figure) =>
    figure.rows.flatMap((row, i) => {
      const cited = [...row.sources, ...(row.revised?.sources ?? [])];
      const record = (department: string, value: number): FigureRecord => ({
        series: figure.id, title: figure.title, agency: figure.agency, unit: figure.unit, base: figure.base, from: row.from, to: row.to, department, value,
        revised_value: row.revised?.value ?? '', detail: row.detail ?? '', weak: row.weak ?? false, checked_on: figure.checkedOn,
        source_ids: cited.join(' '),
        source_urls: figure.sourceList.filter(({ id, url, linkable }) => cited.includes(id) && linkable && url !== undefined).map(({ url }) => url).join(' '),
      });
      const parts = i === 0 ? Object.entries(figure.departments ?? {}) : [];
      return [record('', row.value), ...parts.map(([department, value]) => record(department, value))];
    }),
  );
}
