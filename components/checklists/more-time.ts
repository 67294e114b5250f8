import { ApiError } from "@/components/api/api-error";
import type { Written } from "@/lib/incidents/dto";
import type { TimeBoxState } from "@/lib/timeline/fold/state";

type Write<T> = (path: string, body: { minutes: number; expected: string; reason: string }) => Promise<T>;

/**
 * Gives a timer more time, from the end that the person saw. Who is refused because it has another end by now has been
 * told so: the next try goes from that one.
 * @throws as `write`
 */
export function moreTime<T extends Pick<Written, "entries">>(
  { id, dueAt }: Pick<TimeBoxState, "id" | "dueAt">,
  minutes: number,
  write: Write<T>,
): (reason: string) => Promise<T> {
  let expected = dueAt;
  return async (reason) => {
    try {
      return await write(`/time-boxes/${id}/extensions`, { minutes, expected, reason });
    } catch (error) {
      const now = error instanceof ApiError ? error.details.dueAt : undefined;
      if (typeof now === "string") expected = now;
      throw error;
    }
  };
}
