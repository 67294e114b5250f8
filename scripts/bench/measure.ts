/** How one kind of request fared. */
export interface Figures {
  clients: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** One request of one client. @param client from 0 @throws when the answer is not what it must be */
export type Act = (client: number) => Promise<void>;

const WARM_UP_MS = 1_000;

/** Runs `act` by so many clients at once, each one request after the other, for `seconds` after a short warm-up. */
export async function measure(act: Act, clients: number, seconds: number): Promise<Figures> {
  await drive(act, clients, WARM_UP_MS);
  const begun = performance.now();
  const times = await drive(act, clients, seconds * 1_000);
  const took = (performance.now() - begun) / 1_000;
  return {
    clients,
    perSecond: times.length / took,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

async function drive(act: Act, clients: number, forMs: number): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  const one = async (client: number) => {
    for (let begun = performance.now(); begun < end; begun = performance.now()) {
      await act(client);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => one(client)));
  return times;
}

/** The value below which this part of all values lies; nearest rank. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
