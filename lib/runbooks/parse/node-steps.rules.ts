import type { FlowNode, ParsedFlow, ParsedStep } from "./types";

/** The nodes of a chart as steps: what shows, ticks and names a step does the same for them. */
export function nodeSteps({ nodes }: ParsedFlow): ParsedStep[] {
  return nodes.map(nodeStep);
}

function nodeStep({ key, label, inlines, commands, http, line }: FlowNode): ParsedStep {
  return {
    ...{ type: "step", key, text: label, inlines, commands, http, origin: "chart" },
    ...{ parentKey: null, groupKey: null, choiceKey: null, depth: 0, title: null, checked: null },
    ...{ condition: null, expect: null, ifFails: null, timeBoxMinutes: null, details: [] },
    ...{ needsSecondPerson: false, needsEvidence: false },
    lines: { start: line, end: line },
  };
}
