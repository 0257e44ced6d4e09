import type { Kind } from '#domain/service/kinds.ts';
import type { Service } from '#domain/service/service.ts';

/**
 * Kinds of service of which a source counts people attended without a migrant's card: in 2020 more than half of the
 * migrant women who went to a CEM had none (UNFPA Peru, 7 January 2021). The words and the link for readers stand in
 * content/interface/es/directory.json under `papers`.
 */
const ATTENDED: ReadonlySet<Kind> = new Set<Kind>(['cem']);

/** Whether a source says that the service, or its programme, has attended people without papers. */
export function attendsWithoutPapers({ kind, withoutPapers }: Pick<Service, 'kind' | 'withoutPapers'>): boolean {
  return withoutPapers !== undefined || ATTENDED.has(kind);
}
