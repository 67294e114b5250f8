import { expect, test } from "vitest";
import { testContext } from "@/lib/db/testing/make-context";
import { act, anIncidentInHand } from "@/lib/incidents/testing/factories";
import { addNote } from "@/lib/record/add-note";
import { correctNote } from "@/lib/record/correct-note";
import { pinEntry, unpinEntry } from "@/lib/record/pin-entry";
import { readRoom } from "./read-room";

test("what is pinned comes with the room, however old it is, with what corrects it", async () => {
  const ctx = await testContext();
  const { key, commander } = await anIncidentInHand(ctx);
  const note = async (text: string) => {
    const input = { key, text, mentions: [], occurredAt: null };
    const { entries } = await act(ctx.as(commander), addNote, input);
    return entries[0]?.seq ?? 0;
  };
  const [kept, dropped, plain] = [await note("kept"), await note("dropped"), await note("plain")];
  await act(ctx.as(commander), correctNote, { key, seq: plain, text: "not pinned", basedOn: null });
  await act(ctx.as(commander), correctNote, { key, seq: kept, text: "put right", basedOn: null });
  for (const seq of [kept, dropped]) await act(ctx.as(commander), pinEntry, { key, seq });
  await act(ctx.as(commander), unpinEntry, { key, seq: dropped });
  const read = () => readRoom(ctx.as(commander), key);

  expect((await read()).olderPins).toEqual([]);

  for (let more = 1; more <= 200; more++) await note(`later ${more}`);
  const { entries, olderPins } = await read();
  expect(entries).toHaveLength(200);
  expect(olderPins.map(({ kind, seq }) => [kind, seq])).toEqual([
    ["entry.pinned", plain + 3],
    ["entry.corrected", plain + 2],
    ["note.added", kept],
  ]);
  expect(olderPins.flatMap(({ texts }) => Object.values(texts))).toEqual(["put right", "kept"]);
});
