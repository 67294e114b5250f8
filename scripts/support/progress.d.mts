/** Does one piece of a longer job and shows that it is alive. Gives what `act` gives. */
export function stage<T>(title: string, act: () => Promise<T>): Promise<T>;
