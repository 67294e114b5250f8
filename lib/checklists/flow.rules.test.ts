import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginWalk, preview, replan, waysFrom, type Chart, type Planned, type Walked } from "./flow.rules";

/** "a>b b>c:yes" as edges a→b and b→c answering yes. */
function chart(edges: string, entries = ["a"]): Chart {
  return {
    entries,
    edges: edges.split(" ").map((edge) => {
      const [ends = "", label] = edge.split(":");
      const [from = "", to = ""] = ends.split(">");
      return { from, to, label: label ?? null };
    }),
  };
}

/** Walks on by answering each decision that comes with the next of the answers, doing every step on the way. */
function walkOn(on: Chart, answers: string[]): Walked[] {
  let walk = beginWalk(on).map(touched);
  for (const answer of answers) {
    const decision = walk.at(-1);
    const way = waysFrom(on, decision?.nodeKey ?? "").find(({ label }) => label === answer);
    if (!decision || !way) throw new Error(`Nothing to answer with ${answer}`);
    walk = [...walk, ...replan(on, walk, decision.id, way).added.map(touched)];
  }
  return walk;
}

let made = 0;
const touched = (node: Planned): Walked => ({ ...node, id: `item-${++made}`, untouched: false });
const keys = (nodes: readonly Planned[]) =>
  nodes.map(({ nodeKey, round }) => (round > 1 ? `${nodeKey}${round}` : nodeKey)).join(" ");

const loop = chart("a>b b>c c>d d>e:yes e>f d>h:no h>i i>c");
const join = chart("a>b b>c:yes b>d:no c>e d>e e>f");

describe("walking a chart", () => {
  test("begins at the entry and stops at the first question", () => {
    expect(beginWalk(loop)).toEqual([
      { nodeKey: "a", strand: "a", kind: "step", round: 1 },
      { nodeKey: "b", strand: "a", kind: "step", round: 1 },
      { nodeKey: "c", strand: "a", kind: "step", round: 1 },
      { nodeKey: "d", strand: "a", kind: "decision", round: 1 },
    ]);
  });

  test("goes on along the answer, to the end", () => {
    expect(keys(walkOn(loop, ["yes"]))).toBe("a b c d e f");
  });

  test("counts rounds where an answer leads back", () => {
    expect(keys(walkOn(loop, ["no", "no", "yes"]))).toBe("a b c d h i c2 d2 h2 i2 c3 d3 e f");
  });

  test.each([["yes"], ["no"]])("walks what both answers lead to once (%s)", (answer) => {
    expect(keys(walkOn(join, [answer]))).toBe(answer === "yes" ? "a b c e f" : "a b d e f");
  });

  test("leaves a way for the other answer: what was not begun goes, what was done stays on record", () => {
    const walk = walkOn(join, ["yes"]).map((item) => ({ ...item, untouched: item.nodeKey !== "c" }));
    const decision = walk.find(({ nodeKey }) => nodeKey === "b")!;
    const changed = replan(join, walk, decision.id, waysFrom(join, "b")[1]!);
    expect(keys(changed.added)).toBe("d e f");
    expect(changed.left).toEqual(walk.filter(({ nodeKey }) => nodeKey === "c").map(({ id }) => id));
    expect(changed.dropped).toEqual(walk.filter(({ nodeKey }) => "ef".includes(nodeKey)).map(({ id }) => id));
  });

  test("walks each entry as a strand, and what they meet in once", () => {
    const two = chart("a>c x>c c>d:yes c>e:no", ["a", "x"]);
    expect(keys(beginWalk(two))).toBe("a c x");
  });

  test("leaves other strands alone when a question is answered otherwise", () => {
    const two = chart("a>b:yes a>c:no x>y", ["a", "x"]);
    const walk = beginWalk(two).map(touched);
    const first = replan(two, walk, walk[0]!.id, waysFrom(two, "a")[0]!);
    const after = [...walk, ...first.added.map(touched)];
    const second = replan(two, after, walk[0]!.id, waysFrom(two, "a")[1]!);
    expect(keys(second.added)).toBe("c");
    expect(second.left).toEqual([after.at(-1)!.id]);
  });

  test("takes an answer back", () => {
    const walk = walkOn(join, ["yes"]);
    const decision = walk.find(({ nodeKey }) => nodeKey === "b")!;
    expect(replan(join, walk, decision.id, null)).toMatchObject({
      added: [],
      dropped: [],
      left: { length: 3 },
    });
  });

  test("tells where an answer would lead, and to what it returns", () => {
    const walked = new Set(["a", "b", "c", "d"]);
    const [yes, no] = waysFrom(loop, "d");
    expect(preview(loop, walked, yes!)).toEqual({ nodeKeys: ["e", "f"], backTo: null });
    expect(preview(loop, walked, no!)).toEqual({ nodeKeys: ["h", "i"], backTo: "c" });
  });

  test("ends on any chart, and plans no node twice in one stretch", () => {
    const node = fc.constantFrom(..."abcdefgh");
    const edge = fc.record({ from: node, to: node, label: fc.option(fc.string()) });
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 24 }), node, (edges, entry) => {
        const planned = beginWalk({ entries: [entry], edges });
        expect(new Set(planned.map(({ nodeKey }) => nodeKey)).size).toBe(planned.length);
        expect(planned.slice(0, -1).every(({ kind }) => kind === "step")).toBe(true);
      }),
    );
  });
});
