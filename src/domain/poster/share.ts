/** Pixels of the picture beside a shared link: what a page says in its head, and what the build draws. */
export const SHARE = { width: 600, height: 315 } as const;
