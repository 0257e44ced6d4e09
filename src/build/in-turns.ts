/** Works on a list, so many at once and in its order; the first failure stops it. Keeps thousands of files from being open at once. */
export async function inTurns<T>(list: readonly T[], work: (each: T) => Promise<void>, atOnce = 16): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length) {
      const each = list[next] as T;
      next += 1;
      await work(each);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
}
