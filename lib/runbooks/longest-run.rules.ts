/**
 * The longest part of a row that rises, by indices: what stays in order when the rest is said to have moved.
 * @param values numbers, each once
 */
export function longestRun(values: readonly number[]): number[] {
  /** For each length the index of the smallest value that ends a run of it. */
  const ends: number[] = [];
  const previous = values.map(() => -1);
  for (const [index, value] of values.entries()) {
    const length = firstNotBelow(ends, values, value);
    previous[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  }
  const run: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.push(index);
  return run.reverse();
}

/** How many runs end below the value: by halves, as their ends rise. */
function firstNotBelow(ends: readonly number[], values: readonly number[], value: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
