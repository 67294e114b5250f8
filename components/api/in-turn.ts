const underway = new Map<string, Promise<unknown>>();

/**
 * Writes to one thing go out one after another, in the order in which they were made: each says what the one before it
 * left, and would be refused if it arrived first.
 * @param path what is written to; writes to different ones do not wait for each other
 */
export function inTurn<T>(path: string, write: () => Promise<T>): Promise<T> {
  const turn = (underway.get(path) ?? Promise.resolve()).then(write, write);
  underway.set(path, turn);
  const leave = () => {
    if (underway.get(path) === turn) underway.delete(path);
  };
  turn.then(leave, leave);
  return turn;
}
