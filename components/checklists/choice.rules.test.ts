import { expect, it } from "vitest";
import type { ItemState } from "@/lib/timeline/fold/state";
import { choiceOf } from "./choice.rules";
import type { StepView } from "./view.rules";

const view = (id: string, choiceKey: string | null, item: Partial<ItemState> = {}, list = "mitigation") =>
  ({
    list: { id: list },
    step: { choiceKey },
    item: { id, state: "todo", assigneeId: null, ...item },
  }) as unknown as StepView;

const others = [view("restart", "either"), view("tell", null), view("elsewhere", "either", {}, "another")];
const chosen = (scale: StepView, byHand = false, rest = others) => {
  const choice = choiceOf(scale, [scale, ...rest], byHand);
  return choice && { ids: choice.options.map(({ item }) => item.id), isPicked: choice.isPicked };
};

it("an alternative is picked by hand, by beginning it or by giving it to somebody, not by its being offered", () => {
  const ids = ["scale", "restart"];
  expect(chosen(view("scale", "either"))).toEqual({ ids, isPicked: false });
  expect(chosen(view("scale", "either"), true)).toEqual({ ids, isPicked: true });
  expect(chosen(view("scale", "either", { assigneeId: "me" }))).toEqual({ ids, isPicked: true });
  expect(chosen(view("scale", "either", { state: "failed" }))).toEqual({ ids, isPicked: true });
});

it("one that was skipped does not make the last one a plain step", () => {
  const skipped = [view("restart", "either", { state: "skipped" })];
  expect(chosen(view("scale", "either"), false, skipped)).toEqual({
    ids: ["scale", "restart"],
    isPicked: false,
  });
});

it("there is no choice once one is done, or where a step stands for itself", () => {
  expect(chosen(view("scale", "either"), true, [view("restart", "either", { state: "done" })])).toBeNull();
  expect(chosen(view("scale", null))).toBeNull();
  expect(chosen(view("scale", "alone"))).toBeNull();
});

it("a choice below a question asks that; below a step that is done itself, it asks nothing", () => {
  const above = { item: { id: "full?" }, list: { id: "mitigation" }, asks: true, title: "Is it full?" };
  const all = [above as unknown as StepView, ...others];
  const scale = view("scale", "either", { parentId: "full?" });
  expect(choiceOf(scale, [...all, scale], false)?.question).toBe("Is it full?");
  const sent = [{ ...above, asks: false } as unknown as StepView, ...others];
  expect(choiceOf(scale, [...sent, scale], false)?.question).toBeNull();
});
