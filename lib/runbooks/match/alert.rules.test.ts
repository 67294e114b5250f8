import { describe, expect, test } from "vitest";
import { matchAlert, type AlertFacts, type MatchCandidate } from "./alert.rules";

const alert = (change: Partial<AlertFacts>): AlertFacts => ({
  name: "",
  runbookUrl: null,
  text: null,
  ...change,
});

function candidate(id: string, change: Partial<MatchCandidate> = {}): MatchCandidate {
  return { id, title: `Runbook ${id}`, slug: id, fileName: null, triggers: [], sections: [], ...change };
}

const ids = (found: ReturnType<typeof matchAlert>) => found.map(({ id }) => id);

describe("an alert", () => {
  test.each([
    ["the file", { fileName: "team/disk/DiskAlmostFull.md" }],
    ["the title", { title: "Disk almost full" }],
    ["the slug", { slug: "disk-almost-full" }],
    ["a trigger", { triggers: [{ text: "DiskAlmostFull", sectionKey: null }] }],
    ["a section", { sections: [{ key: "sec_1", title: "`DiskAlmostFull`" }] }],
  ])("finds the runbook by %s called like it", (_, change) => {
    const found = matchAlert(alert({ name: "DiskAlmostFull" }), [
      candidate("other"),
      candidate("disk", change),
    ]);
    expect(ids(found)).toEqual(["disk"]);
  });

  test("leads to the section that its trigger calls for, and says why", () => {
    const triggers = [{ text: "DiskAlmostFull", sectionKey: "sec_disk" }];
    expect(matchAlert(alert({ name: "DiskAlmostFull" }), [candidate("disk", { triggers })])).toEqual([
      { id: "disk", sectionKey: "sec_disk", score: 100, reason: "Its trigger is “DiskAlmostFull”." },
    ]);
  });

  test("takes of two with one name the one that its address is nearest to", () => {
    const runbookUrl = "https://runbooks.harbour.example/storage/diskalmostfull";
    const found = matchAlert(alert({ name: "DiskAlmostFull", runbookUrl }), [
      candidate("copy", { fileName: "mirror/alerts/DiskAlmostFull.md" }),
      candidate("own", { fileName: "harbour/runbooks/storage/DiskAlmostFull.md" }),
    ]);
    expect(ids(found)).toEqual(["own", "copy"]);
  });

  test("finds by its address alone, down to the section", () => {
    const sections = [{ key: "sec_inodes", title: "No inodes left" }];
    const runbookUrl = "https://wiki.example/ops/disk.md#no-inodes-left";
    const found = matchAlert(alert({ name: "NodeFiles", runbookUrl }), [candidate("disk", { sections })]);
    expect(found[0]).toMatchObject({ id: "disk", sectionKey: "sec_inodes" });
  });

  test("finds by an error signature that its text carries", () => {
    const triggers = [{ text: "no space left on device", sectionKey: "sec_1" }];
    const text = "write /var/lib: No space left on device (os error 28)";
    expect(
      matchAlert(alert({ name: "WriteFailed", text }), [candidate("disk", { triggers })])[0],
    ).toMatchObject({
      id: "disk",
      sectionKey: "sec_1",
    });
  });

  test("finds by a signature whose number is an example", () => {
    const triggers = [{ text: "Build failed on PR #123", sectionKey: "sec_build" }];
    const found = matchAlert(alert({ name: "CI", text: "Build failed on PR #98: lint" }), [
      candidate("build", { triggers }),
    ]);
    expect(found[0]).toMatchObject({ id: "build", sectionKey: "sec_build" });
  });

  test("finds nothing by words in common: a wrong runbook costs more than none", () => {
    const found = matchAlert(alert({ name: "DiskReadErrors", text: "Disk reads fail" }), [
      candidate("disk", { title: "Disk almost full", triggers: [{ text: "disk", sectionKey: null }] }),
    ]);
    expect(found).toEqual([]);
  });
});
