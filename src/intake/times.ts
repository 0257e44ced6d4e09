/** Whole hours and days since 1970, UTC: the letterbox keeps nothing finer about a tip. */
export const hourOf = (milliseconds: number): number => Math.floor(milliseconds / 3_600_000);
export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);
