import { describe, expect, it, test } from "vitest";
import fc from "fast-check";
import { planSync, type Act, type FoundFile, type KnownRunbook } from "./plan.rules";

const file = (path: string, bytes: string, more: Partial<FoundFile> = {}): FoundFile => ({
  ...{ path, sha256: bytes, slug: null, problem: null },
  ...more,
});
const runbook = (path: string, bytes: string, more: Partial<KnownRunbook> = {}): KnownRunbook => ({
  ...{ id: `${path}'s`, slug: path.replace(/\.md$/, ""), title: path, path, sha256: bytes },
  ...{ archived: false, detached: false, adoptable: false },
  ...more,
});

/** Each act in a word: which file goes on which runbook. */
function told(acts: readonly Act[]): string[] {
  return acts.map((act) =>
    act.kind === "archive"
      ? `archive ${act.runbook.path}`
      : `${act.kind} ${act.file.path} ${act.runbook ? `as ${act.runbook.path}` : "anew"}`,
  );
}

const planned = (files: FoundFile[], runbooks: KnownRunbook[]) => told(planSync(files, runbooks));

describe("a folder and its runbooks", () => {
  it("keeps what is at its path, whatever it says now", () => {
    expect(planned([file("a.md", "2")], [runbook("a.md", "1")])).toEqual(["import a.md as a.md"]);
  });

  it("makes new ones of new files, and archives those whose file is gone", () => {
    expect(planned([file("new.md", "2")], [runbook("old.md", "1")])).toEqual([
      ...["import new.md anew", "archive old.md"],
    ]);
  });

  it("follows a file that moved with the same bytes", () => {
    expect(planned([file("b/y.md", "1")], [runbook("a/x.md", "1")])).toEqual(["import b/y.md as a/x.md"]);
  });

  it("follows the slug of the front matter where the words changed too", () => {
    const moved = file("b/y.md", "2", { slug: "disk-full" });
    expect(planned([moved], [runbook("a/x.md", "1", { slug: "disk-full" })])).toEqual([
      "import b/y.md as a/x.md",
    ]);
  });

  it("follows the file's own name into another folder where there is only one of it", () => {
    expect(planned([file("ops/disk.md", "2")], [runbook("disk.md", "1")])).toEqual([
      "import ops/disk.md as disk.md",
    ]);
    const readmes = [runbook("a/README.md", "1"), runbook("b/README.md", "2")];
    expect(planned([file("c/README.md", "3")], readmes)).toEqual([
      ...["import c/README.md anew", "archive a/README.md", "archive b/README.md"],
    ]);
  });

  it("leaves a runbook to its path when a copy of it appears", () => {
    expect(planned([file("a.md", "1"), file("copy.md", "1")], [runbook("a.md", "1")])).toEqual([
      ...["import a.md as a.md", "import copy.md anew"],
    ]);
  });

  it("takes up an archived runbook when its file comes back, also under another path", () => {
    const archived = runbook("a.md", "1", { archived: true });
    expect(planned([file("a.md", "2")], [archived])).toEqual(["import a.md as a.md"]);
    expect(planned([file("b.md", "1")], [archived])).toEqual(["import b.md as a.md"]);
    expect(planned([], [archived])).toEqual([]);
  });

  it("archives nothing that was detached, and nothing that it did not bring", () => {
    const runbooks = [runbook("a.md", "1", { detached: true }), runbook("b.md", "1", { adoptable: true })];
    expect(planned([], runbooks)).toEqual([]);
  });

  it("adopts what was imported from the same path with the same bytes, and nothing else", () => {
    const imported = runbook("a.md", "1", { adoptable: true });
    expect(planned([file("a.md", "1")], [imported])).toEqual(["import a.md as a.md"]);
    expect(planned([file("a.md", "2")], [imported])).toEqual(["import a.md anew"]);
    expect(planned([file("b.md", "1")], [imported])).toEqual(["import b.md anew"]);
  });

  it("keeps the runbook of a file that cannot be read or is empty", () => {
    const broken = file("a.md", "", { problem: "failed: not allowed" });
    expect(planned([broken], [runbook("a.md", "1")])).toEqual(["skip a.md as a.md"]);
  });
});

test("whatever changed: each file has one runbook, each runbook one end, and a second sync has nothing to do", () => {
  const paths = fc.constantFrom("a.md", "b.md", "x/a.md", "x/b.md", "y/a.md");
  const bytes = fc.constantFrom("1", "2", "3");
  const files = fc.uniqueArray(fc.record({ path: paths, sha256: bytes }), { selector: ({ path }) => path });
  const states = fc.record({ path: paths, sha256: bytes, archived: fc.boolean(), detached: fc.boolean() });
  const known = fc.uniqueArray(states, { selector: ({ path }) => path });
  fc.assert(
    fc.property(files, known, (some, before) => {
      const found = some.map(({ path, sha256 }) => file(path, sha256));
      const runbooks = before.map(({ path, sha256, ...state }) => runbook(path, sha256, state));
      const acts = planSync(found, runbooks);
      const used = acts.flatMap((act) => (act.runbook ? [act.runbook.id] : []));
      expect(new Set(used).size).toBe(used.length);
      expect(acts.flatMap((act) => (act.kind === "archive" ? [] : [act.file]))).toEqual(found);

      const after = carriedOut(acts, runbooks);
      expect(
        after
          .filter(({ archived, detached }) => !archived && !detached)
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual(
        found
          .map(({ path }) => path)
          .filter((path) => !isDetached(path, after))
          .toSorted(),
      );
      for (const act of planSync(found, after)) {
        expect(act.kind).toBe("import");
        expect(act.runbook?.path).toBe(act.kind === "import" ? act.file.path : null);
      }
    }),
  );
});

/** What the library is after these acts. */
function carriedOut(acts: readonly Act[], before: readonly KnownRunbook[]): KnownRunbook[] {
  const after = new Map(before.map((each) => [each.id, each]));
  for (const act of acts) {
    if (act.kind === "archive") after.set(act.runbook.id, { ...act.runbook, archived: true });
    else if (!act.runbook)
      after.set(`new ${act.file.path}`, {
        ...runbook(act.file.path, act.file.sha256),
        id: `new ${act.file.path}`,
      });
    else {
      const moved = { ...act.runbook, path: act.file.path };
      const synced = { ...moved, sha256: act.file.sha256, archived: false };
      after.set(act.runbook.id, act.runbook.detached ? moved : synced);
    }
  }
  return [...after.values()];
}

function isDetached(path: string, runbooks: readonly KnownRunbook[]): boolean {
  return runbooks.some((each) => each.path === path && each.detached);
}
