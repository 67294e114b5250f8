import { expect, it } from "vitest";
import { titleOf } from "./step-words.rules";
import { writtenStep } from "./written-step.rules";

it("a step that is written in the room has its command to copy, marked where it is dangerous", () => {
  const step = writtenStep("Take it away: `kubectl delete pod <pod>`");
  expect(step.commands).toMatchObject([
    {
      text: "kubectl delete pod <pod>",
      danger: "Removes running workloads.",
      placeholders: [{ name: "pod" }],
    },
  ]);
  expect(titleOf(step)).toBe("Take it away");
});

it("has its code where it stands, also with a backtick in it", () => {
  expect(writtenStep("Look at `web`, then `` a`b ``.").inlines).toEqual([
    { type: "text", text: "Look at " },
    { type: "code", text: "web" },
    { type: "text", text: ", then " },
    { type: "code", text: "a`b" },
    { type: "text", text: "." },
  ]);
});

it.each(["Ask Ana", "Ask Ana `", "``", "It says ` and `` only", "``````"])("leaves %j as it is", (text) => {
  expect(writtenStep(text)).toMatchObject({ text, commands: [], inlines: [{ type: "text", text }] });
});
