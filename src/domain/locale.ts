/** Languages that have words here. Only `es` is whole; the others have single doors that are whole (so far: the tip form). */
export const locales = ['es', 'en'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'es';

/** The language's region as `Intl` and `<html lang>` want it: everyday Spanish of Peru. */
export const languageTag: Readonly<Record<Locale, string>> = { es: 'es-PE', en: 'en' };

/** `es/viaje` -> `{ locale: 'es', id: 'viaje' }`; throws on a language that the site does not have. */
export function localeOf(entryId: string): { locale: Locale; id: string } {
  const slash = entryId.indexOf('/');
  const locale = locales.find((each) => each === entryId.slice(0, slash));
  if (locale === undefined) throw new Error(`${entryId}: its folder is no language of the site (${locales.join(', ')}).`);
  return { locale, id: entryId.slice(slash + 1) };
}
