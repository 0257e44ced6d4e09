import { stableId } from '#domain/service/stable-id.ts';
import type { Service } from '#domain/service/service.ts';
import type { DirectoryPhrases } from '#domain/service/sureness.ts';

/**
 * What this directory adds to the standard's `service`, as a profile (https://docs.openreferral.org/, «HSDS Profiles»):
 * fields beside the standard's own, none of which changes. Each is described in content, under `profileFields`.
 */
const fields = {
  address_visibility: { type: 'string', enum: ['public', 'area-only', 'by-referral', 'none'] },
  access_via: { type: 'array', items: { type: 'string', format: 'uuid' } },
  source_date: { type: 'string' },
  sources: { type: 'array', items: { type: 'string', format: 'uri' } },
  confidence: { type: 'string', enum: ['high', 'medium', 'low'] },
  assured_by: { type: 'string' },
} as const;
export type ProfileField = keyof typeof fields;

/** The added fields of one service. Ids point to services of the same list. */
export function profileOf({ addressVisibility, accessVia, sourceDate, sources, confidence, verifiedBy }: Service): Partial<Record<ProfileField, unknown>> {
  return {
    address_visibility: addressVisibility,
    access_via: accessVia.map((id) => stableId(`service ${id}`)),
    source_date: sourceDate,
    sources,
    confidence,
    ...(verifiedBy === null ? {} : { assured_by: verifiedBy }),
  };
}

/** The profile as a file: for each schema of the standard, what is merged into it (RFC 7396). */
export function hsdsProfile(words: Pick<DirectoryPhrases, 'profileFields' | 'profileTitle' | 'openDataTitle'>): { readonly name: string; readonly title: string; readonly standard: string; readonly schemas: { readonly 'service.json': { readonly properties: Readonly<Record<ProfileField, object>> } } } {
  const properties = Object.fromEntries(Object.entries(fields).map(([name, rule]) => [name, { name, ...rule, description: words.profileFields[name as ProfileField] }])) as Record<ProfileField, object>;
  return { name: 'sin-trampa', title: words.profileTitle, standard: 'https://docs.openreferral.org/', schemas: { 'service.json': { properties } } };
}
