/**
 * A question that many may ask and one at a time puts: those who ask meanwhile share the answer, which holds for a
 * while after it came.
 * @param forMs how long an answer holds, in milliseconds
 * @param clock monotonic, in milliseconds
 */
export function shareProbe<T>(
  ask: () => Promise<T>,
  forMs: number,
  clock: () => number = () => performance.now(),
): () => Promise<T> {
  let asked: Promise<T> | null = null;
  let holdsUntil = Infinity;
  return () => {
    if (asked && clock() < holdsUntil) return asked;
    holdsUntil = Infinity;
    asked = ask().finally(() => (holdsUntil = clock() + forMs));
    return asked;
  };
}
