import { expect, test } from "vitest";
import { ApiError } from "@/components/api/api-error";
import { moreTime } from "./more-time";

const [seen, extended] = ["2026-03-01T03:15:00.000Z", "2026-03-01T03:20:00.000Z"];

/** A console in which the timer ends at `dueAt`: it refuses who saw another end. */
function aTimer(dueAt: string) {
  const tries: string[] = [];
  const write = async (_path: string, { expected }: { expected: string }) => {
    tries.push(expected);
    const refusal = {
      status: 409,
      code: "conflict",
      title: "",
      detail: "Somebody was first.",
      requestId: "",
    };
    if (expected !== dueAt) throw new ApiError({ ...refusal, details: { dueAt } });
    return { entries: [] };
  };
  return { tries, write };
}

test("who was refused because a timer has another end by now is told so, and goes on from that end", async () => {
  const { tries, write } = aTimer(extended);
  const give = moreTime({ id: "b1", dueAt: seen }, 5, write);
  await expect(give("still rising")).rejects.toThrow("Somebody was first.");
  expect(await give("still rising")).toEqual({ entries: [] });
  expect(tries).toEqual([seen, extended]);
});

test("another refusal changes nothing about what the person saw", async () => {
  const tries: string[] = [];
  const give = moreTime({ id: "b1", dueAt: seen }, 5, async (_path, { expected }) => {
    tries.push(expected);
    throw new ApiError({ status: 0, code: "offline", title: "", detail: "", requestId: "" });
  });
  await expect(give("still rising")).rejects.toThrow();
  await expect(give("still rising")).rejects.toThrow();
  expect(tries).toEqual([seen, seen]);
});
