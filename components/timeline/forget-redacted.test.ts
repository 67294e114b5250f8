import { QueryClient, QueryObserver, type InfiniteData } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { EntriesDto } from "@/lib/record/dto";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import { forgetRedacted } from "./forget-redacted";
import { timelineKeys } from "./query-keys";
import { wholeTimeline } from "./view.rules";

const note = anEntry("note.added", {}, { seq: 2 });
const correction = anEntry("entry.corrected", { seq: 2 }, { seq: 3 });
const other = anEntry("note.added", {}, { seq: 4 });
const page = {
  entries: [note],
  nextBefore: null,
  nextAfter: null,
  found: null,
  marks: { corrections: [correction], pins: [] },
};
const shown = timelineKeys.view("INC-42", wholeTimeline, null);

/** A tab that shows a timeline, and had a list on the screen before. */
function aTab() {
  const client = new QueryClient();
  client.setQueryData<InfiniteData<EntriesDto>>(shown, { pages: [page], pageParams: [null] });
  client.setQueryData(["incidents", "list"], { rows: [{ title: "words" }] });
  const leave = new QueryObserver(client, { queryKey: shown, staleTime: Infinity }).subscribe(
    () => undefined,
  );
  const read = () => client.getQueryData<InfiniteData<EntriesDto>>(shown)?.pages[0];
  return { client, leave, read };
}

const redaction = (entry: typeof note | typeof correction, seq: number) =>
  anEntry("text.redacted", { seq: entry.seq, textId: entry.data.text.textId }, { seq });

test("redacted words leave the pages on the screen, and everything that is not on it", () => {
  const { client, leave, read } = aTab();
  forgetRedacted(client, "INC-42", [redaction(note, 5), redaction(correction, 6)]);
  const after = read();
  expect(after?.entries[0]?.texts).toEqual({ [note.data.text.textId]: null });
  expect(after?.marks.corrections[0]?.texts).toEqual({ [correction.data.text.textId]: null });
  expect(client.getQueryData(["incidents", "list"])).toBeUndefined();
  leave();
});

test("without a redaction everything stays", () => {
  const { client, leave, read } = aTab();
  forgetRedacted(client, "INC-42", [other]);
  expect(read()).toBe(page);
  expect(client.getQueryData(["incidents", "list"])).toBeDefined();
  leave();
});
