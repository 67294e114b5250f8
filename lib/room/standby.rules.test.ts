import { describe, expect, it } from "vitest";
import { standingBy } from "./standby.rules";
import { call, done, inHand, step } from "./testing/a-walk";

type Steps = Parameters<typeof standingBy>[0][number]["steps"];

const walk = (...titles: (string | [string, Steps])[]) =>
  titles.map((titled) => {
    const [title, steps] = typeof titled === "string" ? [titled, [step("open")]] : titled;
    return { id: title, runbook: "a", title, steps, calls: [] };
  });
const waiting = (...titles: Parameters<typeof walk>) => [...standingBy(walk(...titles))];

describe("sections for when the rest did not work", () => {
  it("are a way back behind all others, and those that say so", () => {
    expect(waiting("Deploy", "Verify", "Rollback")).toEqual(["Rollback"]);
    expect(waiting("Deploy", "4. Roll back the release", "If nothing helps")).toEqual([
      "If nothing helps",
      "4. Roll back the release",
    ]);
    expect(waiting("Restart", "If it does not work: drain the node", "Tell support")).toEqual([
      "If it does not work: drain the node",
    ]);
  });

  it("are none where a way back is what is to be done, or a case is named", () => {
    expect(waiting("Rollback")).toEqual([]);
    expect(waiting("Diagnosis", "Rollback", "Verify")).toEqual([]);
    expect(waiting("If the queue is full", "If the consumer does not start")).toEqual([]);
  });

  it.each([
    "If this does not help",
    "If it doesn’t work: drain the node",
    "5. If that did not fix it",
    "If this fails",
    "If all else fails",
    "When the restart does not bring it back",
    "If it still does not start",
    "If the above steps fail",
    "If it won't come up",
    "If that is not enough",
    "If it has not recovered after ten minutes",
    "If it is still not working",
    "If this cannot be fixed in place",
    "If it can’t be fixed in place",
    "If that is not possible",
    "In case it hasn't helped",
    "If nothing has helped so far",
    "If none of the above worked",
    "If everything fails, restore",
    "If these steps didn't resolve it",
    "If none of these work",
    "If none of the above help: restore",
    "If everything else fails",
    "If it does not: drain the node",
    "If it's not enough",
    "If this isn't sufficient",
  ])("are those that point back to what was tried: %s", (title) => {
    expect(waiting("Restart", title, "Tell support")).toEqual([title]);
  });

  it.each([
    "If this is not a production cluster",
    "If it is not the primary",
    "If this is not the first time today",
    "If this alert is not for your team",
    "If this node does not start",
    "If it does not have a replica",
    "If it does not need a restart",
    "If it doesn't affect customers",
    "If that is not your service",
    "If the fix is not deployed yet",
    "If the steps above do not apply",
    "If it failed over already",
    "If everything is not on version 5",
    "If this has not been announced yet",
    "If it isn’t in the ring",
    "If it cannot wait until morning",
    "If it can be fixed in place",
    "When it is not business hours",
    "If this does not run on Kubernetes",
    "If none of the nodes is a leader",
    "If it works, but support does not answer",
    "If it's not a replica",
  ])("are none that name a condition: %s", (title) => {
    expect(waiting("Look", title, "Tell support")).toEqual([]);
  });

  it("are none of those for when it did work", () => {
    expect(waiting("Restart", "If it works: tell support", "When the restart helped")).toEqual([]);
    expect(waiting("Restart", "If nothing else works", "If none of these helped")).toHaveLength(2);
  });

  it("are none where an answer says whether they are to be done", () => {
    const [deploy, ...rest] = walk("Deploy", "Rollback", "If nothing helps");
    const [back, help] = rest.map((section) => ({ ...section, calls: [call("Deploy", { chosen: true })] }));
    expect([...standingBy([deploy!, back!, help!])]).toEqual([]);
    expect([...standingBy([deploy!, back!, rest[1]!])]).toEqual(["If nothing helps"]);
  });

  it("wait no more once something failed, or somebody has begun them", () => {
    const failed = step("one", { state: "failed", changedById: "ben" });
    expect(waiting(["Deploy", [failed]], "Rollback")).toEqual([]);
    expect(waiting("Deploy", ["Rollback", [inHand("undo", "ben")]])).toEqual([]);
    expect(waiting("Deploy", ["Rollback", [step("undo", { assigneeId: "ben" })]])).toEqual([]);
    expect(waiting(["Deploy", [done("one", "ben")]], "Rollback")).toEqual(["Rollback"]);
  });
});
