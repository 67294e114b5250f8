import type { Names } from "@/lib/timeline/describe";
import type { Derived } from "./schemas";

/** As what somebody took part: `commander 10:28 to 10:37, then responder`. */
export function tookPartAs(
  { role, commanded = [] }: Derived["participants"][number],
  { keyTimes: { declaredAt } }: Derived,
  names: Names,
): string {
  const words = role.replace("_", " ");
  const turns = commanded.map(({ from, to }) => {
    const since = names.time(from, declaredAt);
    return to === null ? `from ${since}` : `${since} to ${names.time(to, from)}`;
  });
  if (turns.length === 0) return words;
  return [`commander ${turns.join(" and ")}`, ...(role === "commander" ? [] : [`then ${words}`])].join(", ");
}
