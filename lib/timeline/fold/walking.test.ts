import { expect, test } from "vitest";
import type { IncidentState } from ".";
import { after, type Step } from "../testing/after";
import { samples } from "../testing/samples";
import { people } from "../testing/things";

const { mara } = people;

test("a tick that asks for a second person leaves the step in progress, until it is confirmed or moved on", () => {
  const asked: Step[] = [["checklist.started"], ["step.confirmation_asked"]];
  const first = { personId: mara, at: "2026-03-01T03:02:00.000Z" };
  const itemOf = (state: IncidentState) => state.checklists[0]?.items[0];
  expect(itemOf(after(...asked))).toMatchObject({ state: "in_progress", asked: first });
  expect(itemOf(after(...asked, ["step.done", { confirms: mara }]))).toMatchObject({
    ...{ state: "done", asked: first },
  });
  expect(itemOf(after(...asked, ["step.done"]))).toMatchObject({ state: "done", asked: null });
  expect(itemOf(after(...asked, ["step.unticked"]))).toMatchObject({ state: "todo", asked: null });
});

test("a timer runs out once for each due time, and ends", () => {
  const boxOf = (...steps: Step[]) =>
    after(["checklist.started"], ["timebox.started"], ...steps).timeBoxes[0];
  expect(boxOf()).toMatchObject({ dueAt: "2026-03-01T03:15:00.000Z", overrunAt: null, endedAt: null });
  expect(boxOf(["timebox.overrun"])).toMatchObject({ overrunAt: "2026-03-01T03:03:00.000Z" });
  expect(boxOf(["timebox.overrun"], ["timebox.extended"])).toMatchObject({
    ...{ dueAt: "2026-03-01T03:25:00.000Z", overrunAt: null },
  });
  for (const end of ["timebox.stopped", "timebox.ended"] as const) {
    expect(boxOf([end])).toMatchObject({ endedAt: "2026-03-01T03:03:00.000Z" });
  }
});

test("an image is found by the text that says what it shows, which a redaction takes", () => {
  const added: Step[] = [["checklist.started"], ["step.image_added"]];
  const remarkOf = (state: IncidentState) => state.checklists[0]?.items[0]?.remarks[0];
  const image = { mediaType: "image/png", width: 1280, height: 800 };
  expect(remarkOf(after(...added))).toMatchObject({ kind: "evidence", text: { value: "words 43" }, image });
  const { textId } = samples["step.image_added"].text;
  expect(remarkOf(after(...added, ["text.redacted", { textId }]))?.text).toEqual({ id: textId, value: null });
});
