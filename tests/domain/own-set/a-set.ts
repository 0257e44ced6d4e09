import fc from 'fast-check';
import { checkDraft } from '#domain/own-set/draft.ts';
import { LIMITS, type OwnItem, type OwnSet } from '#domain/own-set/own-set.ts';
import { oneLine } from '#domain/own-set/plain-text.ts';

/** Addresses that the site has in these tests. */
export const READY = new Set(Array.from({ length: 30 }, (_, i) => `secundaria-1-2/pregunta-${i}`));

/** A finished question of a teacher's own. */
export const anOwn = (more: Partial<OwnItem> = {}): OwnItem => ({
  question: '¿Qué le dirías a tu prima?', right: 1,
  options: [{ text: 'Que vaya', feedback: 'No sabe con quién va.' }, { text: 'Que pida la dirección', feedback: 'Así lo puede comprobar.' }],
  ...more,
});

/** Whatever a person or a keyboard can put into a field: accents, emoji, tags, halves of characters, signs that nobody sees. */
const anyText = (most: number) =>
  fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.constantFrom('ñ', '«', '<b>', '\u202E', '\u0007', '\uD83D', '🧭', '\n', '\t', '"', '\\', '#', ' ')), { minLength: 1, maxLength: 20 }).map((parts) => [...parts.join('')].slice(0, most).join(''));
const anyOption = fc.record({ text: anyText(LIMITS.option), feedback: anyText(LIMITS.feedback) });

/** Every question that the form would let through. */
const anyOwn: fc.Arbitrary<OwnItem> = fc
  .record({ scene: anyText(LIMITS.scene), question: anyText(LIMITS.question), options: fc.array(anyOption, { minLength: 2, maxLength: 4 }), right: fc.nat({ max: 3 }) })
  .map(checkDraft)
  .filter((checked) => 'item' in checked)
  .map((checked) => (checked as { item: OwnItem }).item);

/** Every set that a teacher can have on the page. */
export const anySet: fc.Arbitrary<OwnSet> = fc.record({
  title: anyText(LIMITS.title).map(oneLine),
  entries: fc
    .tuple(fc.uniqueArray(fc.constantFrom(...READY), { maxLength: 25 }), fc.array(anyOwn, { maxLength: 6 }))
    .chain(([ready, own]) => fc.shuffledSubarray([...ready, ...own], { minLength: ready.length + own.length })),
});
