import { expect, test } from "vitest";
import { tickOf, wordsFor } from "./step-requests";
import type { StepWrites } from "./use-step-writes";
import type { StepView } from "./view.rules";

const step = {
  title: "Drain the pool",
  item: { id: "i1", state: "todo", remarks: [], asked: null },
  needs: { evidence: true, secondPerson: false, minutes: null },
} as unknown as StepView;

/** A room in which each act ends as told. */
function writesThat(ends: { added: boolean; ticked: boolean }) {
  const acts: string[] = [];
  const act = (name: string, done: boolean) => () => {
    acts.push(name);
    return Promise.resolve(done);
  };
  const [remark, image] = [act("remark", ends.added), act("image", ends.added)];
  return { acts, writes: { remark, image, move: act("tick", ends.ticked) } as unknown as StepWrites };
}

test("a step that needs evidence asks for it before it is ticked", async () => {
  const { acts, writes } = writesThat({ added: true, ticked: true });
  expect(await wordsFor(step, "done", writes)?.run("0 jobs")).toBe(true);
  expect(acts).toEqual(["remark", "tick"]);
});

test("evidence that was added is not asked for again when the tick is refused", async () => {
  const { writes } = writesThat({ added: true, ticked: false });
  expect(await wordsFor(step, "done", writes)?.run("0 jobs")).toBe(true);
  expect(await wordsFor(step, "done", writes)?.attach?.(new File([], "graph.png"), "")).toBe(true);
});

test("nothing is ticked, and what was typed stays, when the evidence was not added", async () => {
  const { acts, writes } = writesThat({ added: false, ticked: true });
  expect(await wordsFor(step, "done", writes)?.run("0 jobs")).toBe(false);
  expect(acts).toEqual(["remark"]);
});

test("one press begins a way that has steps of its own, and ends it once it is begun", () => {
  const way = (state: string) => ({ opens: true, item: { ...step.item, state } }) as unknown as StepView;
  expect(tickOf(way("todo"), "me")).toEqual({ to: "in_progress", label: "Begin" });
  expect(tickOf(way("in_progress"), "me")).toEqual({ to: "done", label: "Done" });
});

test("what is asked of a step is known as its own: others may have its title", () => {
  const { writes } = writesThat({ added: true, ticked: true });
  const other = { ...step, item: { ...step.item, id: "i2" } } as StepView;
  for (const to of ["skipped", "failed", "blocked", "done"] as const)
    expect([step, other].map((one) => wordsFor(one, to, writes)?.about)).toEqual(["i1", "i2"]);
});
