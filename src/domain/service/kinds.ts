/** Kinds of help, as in the filter. */
export const helps = ['hotline', 'police', 'prosecutor', 'psychosocial', 'legal', 'child-protection', 'shelter-referral', 'migration', 'consular', 'labour', 'health'] as const;
export type Help = (typeof helps)[number];

/** Whom a service is for, as in the filter. */
export const audiences = ['anyone', 'children', 'women', 'trafficking', 'families', 'migrants', 'workers', 'abroad'] as const;
export type Audience = (typeof audiences)[number];

/** What sort of place answers, in the order in which a region's page lists them. */
export const kinds = ['linea', 'policia', 'fiscalia', 'sau', 'cem', 'upe', 'demuna', 'udavit', 'alegra', 'defensoria', 'trabajo', 'migracion', 'consulado', 'organizacion', 'sar', 'hogar', 'acogida'] as const;
export type Kind = (typeof kinds)[number];
