import { describe, expect, it } from "vitest";
import { steps } from "./fixtures/load";
import { parseRunbook } from "./parse-runbook";
import { detailsAround } from "./step-details.rules";

const around = (text: string) => {
  const [step] = steps(parseRunbook(`# A\n\n## Step 1: Stop it\n\n${text}\n`), "Step 1: Stop it");
  const { before, after } = detailsAround(step ?? { details: [], commands: [] });
  return [before, after].map((blocks) => blocks.map(({ lines }) => lines.start));
};

describe("what stands below a step", () => {
  it("keeps its place around the command", () => {
    expect(around("Tell the others. Then:\n\n```sh\nqueuectl stop --all\n```\n\nNever twice.")).toEqual([
      [5],
      [11],
    ]);
  });

  it("is all behind where there is no command, or the step's own words hold it", () => {
    expect(around("Tell the others.\n\nNever twice.")).toEqual([[], [5, 7]]);
    const [step] = steps(
      parseRunbook("# A\n\n## B\n\n1. Run `queuectl stop --all`\n\n   Never twice.\n"),
      "B",
    );
    expect(detailsAround(step ?? { details: [], commands: [] }).before).toEqual([]);
  });
});
