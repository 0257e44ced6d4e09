/**
 * Small numbers in a public table can point at a person. Cells of 1 to 4 are hidden; where the total
 * is shown, other cells are hidden with them until nobody can work a hidden number out again
 * (primary and complementary suppression; threshold and rule as in the project's issue 7).
 */
export const SMALLEST_SHOWN = 5;

/** A number that may be printed, or null for «fewer than 5, or hidden so that those can't be computed». */
export type Shown = number | null;

/** A number alone: 0 and 5 or more are shown. */
export const showAlone = (count: number): Shown => (count === 0 || count >= SMALLEST_SHOWN ? count : null);

/**
 * The parts of a total that is printed beside them.
 * @returns one entry a part, in the same order; all null when nothing less is safe
 */
export function showParts(parts: readonly number[]): Shown[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (showAlone(total) === null) return parts.map(() => null);
  const hidden = new Set(parts.flatMap((part, i) => (showAlone(part) === null ? [i] : [])));
  if (hidden.size === 0) return [...parts];
  // The next parts go too, in the order of the table and never by size: choosing by size would tell
  // a reader who knows the rule how large the hidden ones are (found by the test's brute force).
  const from = Math.max(...hidden);
  for (let step = 1; step < parts.length && !isVague([...hidden].map((i) => parts[i] ?? 0)); step += 1) hidden.add((from + step) % parts.length);
  return parts.map((part, i) => (hidden.has(i) ? null : part));
}

/** At least two hidden parts that together are ten or more: their sum alone fixes none of them. */
function isVague(hidden: readonly number[]): boolean {
  const sum = hidden.reduce((total, part) => total + part, 0);
  return hidden.length >= 2 && sum >= 2 * SMALLEST_SHOWN;
}
