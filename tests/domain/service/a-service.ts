import { serviceSchema, type Service } from '#domain/service/service.ts';

/** The day on which the tests' world stands still. */
export const today = '2026-11-24';

/** A service as an editor would write it, with what a test wants different. Not checked: see `parseService`. */
export function aService(different: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'cem-tumbes-prueba',
    name: 'CEM de prueba',
    organization: 'MIMP',
    organizationType: 'state',
    kind: 'cem',
    subtype: 'CEM regular',
    category: 'psychosocial',
    categories: ['psychosocial', 'legal'],
    status: 'active',
    advice: 'publish',
    services: ['Orientación legal'],
    serves: ['Mujeres'],
    audiences: ['women'],
    phones: [{ printed: '998800813', e164: '+51998800813', dial: '998800813', tollFree: false }],
    languages: ['es'],
    coverage: ['tumbes'],
    province: 'Zarumilla',
    district: 'Aguas Verdes',
    city: 'Aguas Verdes',
    addressVisibility: 'public',
    address: 'Calle de Prueba 123',
    sourceName: 'el directorio del MIMP',
    sourceDate: '2026 (directorio MIMP; copia de 2026-08-07)',
    publicCitation: 'Directorio del MIMP 2026',
    confidence: 'medium',
    confidenceBasis: 'copy-of-official-list',
    ...different,
  };
}

/** A shelter as an editor would write it: no place, no phone, only the way in. */
export function aShelter(different: Record<string, unknown> = {}): Record<string, unknown> {
  const { address, province, district, city, phones, ...rest } = aService();
  return { ...rest, id: 'hrt-tumbes-prueba', name: 'Hogares de refugio – Tumbes', kind: 'hogar', category: 'shelter-referral', categories: ['shelter-referral'], advice: 'publish-without-location', addressVisibility: 'by-referral', accessVia: ['linea-100'], confidenceBasis: 'existence-only', ...different };
}

/** Parses, or throws with every message. */
export function parseService(raw: Record<string, unknown>): Service {
  const result = serviceSchema(today).safeParse(raw);
  if (!result.success) throw new Error(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return result.data;
}
