/**
 * The numbers that the form, the desk and the letterbox agree on.
 * No package is imported here, so the form can use it without weight.
 * Texts are counted in UTF-16 units, as `maxLength` in a form field counts.
 */
export const LIMITS = {
  what: 4000,
  place: 300,
  when: 300,
  who: 1000,
  how: 1000,
  message: 4000,
  photos: 3,
  /** Bytes of one photo after re-encoding in the browser (long edge 1600 px is some 300 kB). */
  photoBytes: 690_000,
} as const;

/** The form asks once for a little more when `what` is shorter than this. It never refuses. */
export const SHORT_WHAT = 20;

/** Sizes of an envelope before it is sealed: text, long text, one photo, three photos. */
export const BUCKETS = [8_192, 65_536, 524_288, 2_097_152] as const;

/** Bytes of a request in the ordinary lane, and in the lane for photos and long texts. */
export const BODY_LIMIT = 65_536;
export const LARGE_BODY_LIMIT = 2_202_010;

/** Bytes that one sealed reply may weigh: an 8 KiB envelope and room for any age program's header. */
export const REPLY_SLOT = 9_216;
/** Replies in one answer of the mailbox, and the bytes of that answer, whatever is in it. */
export const REPLIES_PER_PAGE = 3;
export const MAILBOX_BYTES = 28_672;

/** A desk's promise: a tip is opened within this many hours after it came. */
export const HOURS_TO_OPEN = 24;

/** How the person knows it. The form shows these in words; the desk reads them. */
export const HOW = ['saw', 'told', 'lived', 'online', 'works-there', 'other'] as const;
export const AT_RISK = ['yes', 'no', 'unknown'] as const;
export const PHOTO_TYPES = ['image/jpeg', 'image/webp', 'image/png'] as const;
/** The region when the person does not know or does not say: the desk for everywhere else takes it. */
export const NO_REGION = 'no-se';
