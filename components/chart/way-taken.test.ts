import { expect, test } from "vitest";
import { parsed, section } from "@/lib/runbooks/parse/fixtures/load";
import type { ItemState } from "@/lib/timeline/fold/state";
import { layOut } from "./layout";
import { edgeId, wayTaken } from "./way-taken";

const flow = section(parsed("flows.md"), "1. First look").flow!;
const keyOf = (text: string) => flow.nodes.find((node) => node.label === text)!.key;

function item(text: string, change: Partial<ItemState> = {}): ItemState {
  return { stepKey: keyOf(text), state: "done", left: false, round: 1, answer: null, ...change } as ItemState;
}

test("the way taken runs to the first open step, along the answers given", () => {
  const no = { to: keyOf("read the error file"), label: "no" };
  const taken = wayTaken(flow, [
    item("job failed"),
    item("show <job_id>"),
    item("input valid?", { answer: no }),
    item("read the error file", { state: "in_progress" }),
    item("repair the input", { state: "todo" }),
  ]);
  expect(taken.current).toBe(keyOf("read the error file"));
  expect([...taken.edges]).toEqual([
    edgeId({ from: keyOf("job failed"), to: keyOf("show <job_id>"), label: null }),
    edgeId({ from: keyOf("show <job_id>"), to: keyOf("input valid?"), label: null }),
    edgeId({ from: keyOf("input valid?"), to: no.to, label: "no" }),
  ]);
  expect(taken.rounds.has(keyOf("repair the input"))).toBe(false);
});

test("what was left is not on the way", () => {
  const taken = wayTaken(flow, [item("job failed"), item("read the error file", { left: true })]);
  expect([...taken.rounds.keys()]).toEqual([keyOf("job failed")]);
});

test("the drawing has every node and way, and no two nodes on one another", () => {
  const { nodes, edges, width, height } = layOut(flow);
  expect(nodes.map(({ key }) => key)).toEqual(flow.nodes.map(({ key }) => key));
  expect(edges).toHaveLength(flow.edges.length);
  for (const a of nodes) {
    expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
    const over = nodes.filter(
      (b) =>
        b !== a && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    );
    expect(over).toEqual([]);
  }
});
