import { expect, it } from "vitest";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { sectionRows } from "../preview/section-rows.rules";
import { firstOfChoices } from "./first-of-choices.rules";

const { sections } = parseRunbook(
  "# A\n\n## Mitigation\n\n### Option A\n\n1. Stop it.\n2. Start it.\n\n### Option B\n\n1. Wait.\n\n## Then\n\n1. Look, or\n2. Ask.\n",
);
const items = sections.flatMap((section) => section.items);
const textOf = (key: string) => items.find((item) => item.type === "step" && item.key === key);

it("that one is enough is said once for each choice, at its first, whatever stands between", () => {
  const first = [...firstOfChoices(items)].map(textOf);
  expect(first).toMatchObject([{ text: "Option A" }, { text: "Look, or" }]);
  const rows = sections.flatMap((section) => sectionRows(section, []));
  const begins = rows.flatMap((row) => (row.kind === "step" && row.begins ? [row.step.text] : []));
  expect(begins).toEqual(["Option A", "Look, or"]);
});
