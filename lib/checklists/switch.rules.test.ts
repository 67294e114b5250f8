import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stepDifference } from "@/lib/runbooks/difference.rules";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import type { ParsedSection } from "@/lib/runbooks/parse/types";
import { importJobs } from "@/lib/runbooks/testing/a-flow-runbook";
import { chartOf } from "./chart.rules";
import { beginWalk, rewalk, waysFrom } from "./flow.rules";
import { isWalkable, itemsOf, type SectionItem } from "./section-items.rules";
import { planSwitch, sameSteps, sectionAfter, type Placed, type SwitchedItem } from "./switch.rules";

const listed = (steps: readonly string[], heading = "First look") =>
  parseRunbook(`# Orders\n\n## ${heading}\n\n${steps.map((step, i) => `${i + 1}. ${step}`).join("\n")}\n`);

function sectionOf({ sections }: { sections: readonly ParsedSection[] }): ParsedSection {
  const section = sections.find(isWalkable);
  if (!section) throw new Error("Nothing to walk");
  return section;
}

/** A checklist of a section, as it is right after its start. */
function started(section: ParsedSection): SwitchedItem[] {
  const walk = section.flow ? beginWalk(chartOf(section.flow)) : [];
  return itemsOf(section, walk).map((item, index) => walked(item, `item-${index}`));
}

function walked({ kind, stepKey, round }: SectionItem, id: string): SwitchedItem {
  return { id, kind, stepKey, round, answer: null, left: false, begun: false };
}

/** Switches from one version to another, and what came of each item. */
function switched(
  from: ReturnType<typeof parseRunbook>,
  to: ReturnType<typeof parseRunbook>,
  { items = started(sectionOf(from)), reworded = new Map<string, string>() } = {},
) {
  const changes = stepDifference(from, to);
  const section = sectionAfter(changes, sectionOf(from).key, to.sections);
  if (!section) throw new Error("The section is gone");
  const plan = planSwitch(items, section, new Map([...sameSteps(changes), ...reworded]));
  return { plan, section, changes };
}

const idsOf = (plan: readonly Placed[]) => plan.flatMap((one) => (one.as === "added" ? [] : [one.id]));
const told = (plan: readonly Placed[]) =>
  plan.map((one) => (one.as === "added" ? "added" : `${one.as} ${one.id}`));

describe("switching a list", () => {
  test("keeps what is in both, adds what is new, and takes the newer order", () => {
    const from = listed(["Look at the queue", "Restart the workers", "Tell support"]);
    const to = listed(["Tell support", "Look at the queue", "Pause the importer", "Restart the workers"]);
    expect(told(switched(from, to).plan)).toEqual(["kept item-2", "kept item-0", "added", "kept item-1"]);
  });

  test("leaves a removed step where it stood when it was begun, and folds it away when it was not", () => {
    const from = listed(["Look at the queue", "Drain the node", "Call the vendor", "Tell support"]);
    const to = listed(["Look at the queue", "Tell support"]);
    const items = started(sectionOf(from)).map((item) => ({ ...item, begun: item.id === "item-1" }));
    const { plan } = switched(from, to, { items });
    expect(told(plan)).toEqual(["kept item-0", "left item-1", "dropped item-2", "kept item-3"]);
  });

  test("keeps steps added by hand behind the step they stood behind", () => {
    const from = listed(["Look at the queue", "Tell support"]);
    const to = listed(["Tell support", "Look at the queue"]);
    const own = { ...walked({ kind: "step", round: 1 } as SectionItem, "own"), stepKey: null };
    const [first, second] = started(sectionOf(from));
    const { plan } = switched(from, to, { items: [first!, own, second!] });
    expect(told(plan)).toEqual(["kept item-1", "kept item-0", "own own"]);
  });

  test("takes other words for another step, unless a person says that it is the same", () => {
    const from = listed(["Restart the workers of the queue", "Tell support"]);
    const to = listed(["Restart all workers of the queue", "Tell support"]);
    expect(told(switched(from, to).plan)).toEqual(["dropped item-0", "added", "kept item-1"]);
    const [before, after] = [from, to].map((runbook) => itemsOf(sectionOf(runbook), [])[0]!.stepKey);
    const { plan } = switched(from, to, { reworded: new Map([[before!, after!]]) });
    expect(told(plan)).toEqual(["kept item-0", "kept item-1"]);
  });

  test("finds the section under another heading when most of its steps are there", () => {
    const from = listed(["Look at the queue", "Restart the workers", "Tell support"], "First five minutes");
    const to = listed(["Look at the queue", "Restart the workers", "Call the vendor"], "First steps");
    expect(told(switched(from, to).plan)).toEqual(["kept item-0", "kept item-1", "dropped item-2", "added"]);
    const other = listed(["Page the vendor", "Restart the workers", "Wait"], "Another thing");
    expect(sectionAfter(stepDifference(from, other), sectionOf(from).key, other.sections)).toBeUndefined();
  });

  test("takes a step up again that an earlier switch left", () => {
    const [older, newer] = [listed(["Look at the queue", "Drain the node"]), listed(["Look at the queue"])];
    const items = started(sectionOf(older)).map((item, index) => ({
      ...item,
      begun: true,
      left: index === 1,
    }));
    expect(told(switched(newer, older, { items }).plan)).toEqual(["kept item-0", "kept item-1"]);
  });

  const words = fc.uniqueArray(
    fc.constantFrom(
      "Look",
      "Restart it",
      "Drain it",
      "Tell support",
      "Call them",
      "Wait",
      "Roll back",
      "Check",
    ),
    { minLength: 1 },
  );
  const begun = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });

  test("loses no item, whatever changed, and doubles none", () => {
    fc.assert(
      fc.property(words, words, begun, fc.nat(8), (before, after, is, ownAt) => {
        const [from, to] = [listed(before), listed(after)];
        const own = {
          ...walked({ kind: "step", round: 1 } as SectionItem, "own"),
          stepKey: null,
          begun: true,
        };
        const items = started(sectionOf(from))
          .map((item, index) => ({ ...item, begun: is[index] ?? false }))
          .toSpliced(ownAt, 0, own);
        const { plan, section } = switched(from, to, { items });
        expect(idsOf(plan).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
        const inOrder = plan.flatMap((one) => ("step" in one ? [one.step.stepKey] : []));
        expect(inOrder).toEqual(itemsOf(section, []).map(({ stepKey }) => stepKey));
        for (const one of plan)
          if (one.as === "dropped") expect(items.find(({ id }) => id === one.id)?.begun).toBe(false);
      }),
    );
  });

  test("and back again gives the list as it was", () => {
    fc.assert(
      fc.property(words, words, begun, (before, after, is) => {
        const [from, to] = [listed(before), listed(after)];
        const items = started(sectionOf(from)).map((item, i) => ({ ...item, begun: is[i] ?? false }));
        const there = switched(from, to, { items }).plan;
        const between = there.map((one, index): SwitchedItem => {
          if (one.as === "added") return walked(one.step, `added-${index}`);
          const item = items.find(({ id }) => id === one.id)!;
          return one.as === "kept" ? { ...item, ...one.step } : { ...item, left: true };
        });
        const back = switched(to, from, { items: between }).plan;
        const kept = back.flatMap((one) => (one.as === "kept" ? [one.id] : []));
        expect(kept).toEqual(items.map(({ id }) => id));
        expect(back.some(({ as }) => as === "added")).toBe(false);
      }),
    );
  });
});

describe("switching a chart", () => {
  const flowOf = (source: string) => parseRunbook(source);
  /** Walks the chart by answering each question in turn; everything on the way is begun. */
  function walkedChart(source: string, answers: readonly string[]): SwitchedItem[] {
    const section = sectionOf(flowOf(source));
    const chart = chartOf(section.flow!);
    const given = [...answers];
    const chosen = new Map<string, { to: string; label: string | null }>();
    const walk = rewalk(chart, ({ nodeKey, round }) => {
      const label = given.shift();
      const way = waysFrom(chart, nodeKey).find((candidate) => candidate.label === label);
      if (way) chosen.set(`${nodeKey} ${round}`, { to: way.to, label: way.label });
      return way;
    });
    return itemsOf(section, walk).map((item, index) => ({
      ...walked(item, `item-${index}`),
      begun: true,
      answer: chosen.get(`${item.stepKey} ${item.round}`) ?? null,
    }));
  }

  test("gives the same answers again, round by round", () => {
    const items = walkedChart(importJobs, ["no", "yes", "no"]);
    const to = importJobs.replace("H[rerun <job_id>]", "H[rerun <job_id>] --> I[tell support]");
    const { plan } = switched(flowOf(importJobs), flowOf(to), { items });
    expect(told(plan)).toEqual([...items.map(({ id }) => `kept ${id}`), "added"]);
  });

  test("keeps an answer whose way has other words", () => {
    const items = walkedChart(importJobs, ["yes"]);
    const to = importJobs.replace("C -- yes --> E", "C -- it is --> E");
    const { plan } = switched(flowOf(importJobs), flowOf(to), { items });
    const answers = plan.flatMap((one) => (one.as === "kept" && one.answer ? [one.answer.label] : []));
    expect(answers).toEqual(["it is"]);
  });

  test("asks anew where the answer leads elsewhere now, and leaves what was walked on record", () => {
    const items = walkedChart(importJobs, ["yes", "no"]);
    const to = importJobs.replace(/E\{[^]*H\n/, "G[raise the timeout]\n    G --> H[rerun <job_id>]\n");
    const { plan } = switched(flowOf(importJobs), flowOf(to), { items });
    expect(idsOf(plan).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    const ids = (as: Placed["as"]) => plan.flatMap((one) => (one.as === as && "id" in one ? [one.id] : []));
    expect(ids("kept")).toEqual(["item-0", "item-1"]);
    expect(ids("left")).toEqual(["item-2", "item-3", "item-4", "item-5"]);
    expect(plan.filter(({ as }) => as === "added")).toMatchObject([{ step: { kind: "decision", round: 1 } }]);
  });

  test("loses no item, whatever the charts and the answers", () => {
    const node = fc.constantFrom(..."ABCDEF");
    const edges = fc.array(fc.tuple(node, node, fc.constantFrom("yes", "no")), {
      minLength: 1,
      maxLength: 10,
    });
    const source = (all: [string, string, string][]) =>
      `# Jobs\n\n## Flow\n\n\`\`\`mermaid\nflowchart TD\n${all.map(([a, b, label]) => `    ${a}[do ${a}] -- ${label} --> ${b}[do ${b}]`).join("\n")}\n\`\`\`\n`;
    const answers = fc.array(fc.constantFrom("yes", "no"), { maxLength: 6 });
    fc.assert(
      fc.property(edges, edges, answers, (before, after, given) => {
        const [from, to] = [flowOf(source(before)), flowOf(source(after))];
        fc.pre(Boolean(from.sections.find(isWalkable)?.flow && to.sections.find(isWalkable)?.flow));
        const items = walkedChart(source(before), given);
        const { plan } = switched(from, to, { items });
        expect(idsOf(plan).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      }),
    );
  });
});
