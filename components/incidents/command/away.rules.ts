import { AWAY_MS } from "@/lib/incidents/command.rules";
import { lastSeen } from "./command-view.rules";

/** Half the time after which a responder may take command: until then the commander may be reading. */
const MISSED_MS = AWAY_MS / 2;

/**
 * How long the commander was not active, in milliseconds; null while that is nothing to speak of.
 * @param lastActive person id → milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function missedFor(
  state: Parameters<typeof lastSeen>[0],
  lastActive: Readonly<Record<string, number>>,
  now: number,
): number | null {
  const seen = lastSeen(state, lastActive);
  return seen !== null && now - seen >= MISSED_MS ? now - seen : null;
}
