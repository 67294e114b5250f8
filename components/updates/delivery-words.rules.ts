import { formatDuration } from "@/lib/kernel/durations";
import type { DeliveryDto } from "@/lib/updates/dto";

export type DeliveryFacts = Pick<
  DeliveryDto,
  "state" | "attempts" | "nextAttemptAt" | "lastError" | "lastMs"
>;

/**
 * What became of a delivery: "arrived in 0.4 s".
 * @param now milliseconds since 1970
 */
export function deliveryWords(
  { state, attempts, nextAttemptAt, lastMs }: DeliveryFacts,
  now: number,
): string {
  if (state === "delivered") return `arrived in ${Math.max(0.1, (lastMs ?? 0) / 1_000).toFixed(1)} s`;
  if (state === "abandoned") return "did not arrive";
  if (attempts === 0 || nextAttemptAt === null) return "on its way";
  const left = Date.parse(nextAttemptAt) - now;
  return left < 1_000 ? "is tried again now" : `next try in ${formatDuration(left)}`;
}
