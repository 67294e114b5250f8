import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/components/api/fetch";
import { anEntry } from "@/lib/timeline/testing/an-entry";
import type { DraftBody } from "@/lib/updates/draft-body.rules";
import type { DraftDto, SavedDraftDto } from "@/lib/updates/dto";
import { DraftKeeper, type SendDraft } from "./draft-keeper";

const me = "00000000-0000-4000-8000-000000000101";
const at = "2026-03-01T03:00:00.000Z";
const words = (text: string): DraftBody => ({
  ...{ current: [{ text, seqs: [] }], progress: [], blockers: [], nextMinutes: null, draftedTo: null },
});
const first: DraftDto = {
  ...{ number: 4, seq: 60, since: at, saved: null, fresh: words("Drafted."), items: [] },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A console that keeps one draft, as the real one does; `next` says how it answers the next save. */
function aConsole() {
  const kept: { draft: SavedDraftDto | null; keys: string[]; next: "ok" | "lost on the way back" | "away" } =
    {
      ...{ draft: null, keys: [], next: "ok" },
    };
  const refused = (status: number, details = {}) =>
    new ApiError({ ...{ status, code: "x", title: "", detail: "", requestId: "" }, details });
  const answered = new Map<string, SavedDraftDto>();
  const send: SendDraft = async (_key, { rev, body }, idempotencyKey) => {
    const how = kept.next;
    kept.next = "ok";
    kept.keys.push(idempotencyKey);
    if (how === "away") throw refused(0);
    const before = answered.get(idempotencyKey);
    if (!before && rev !== (kept.draft?.rev ?? 0)) throw refused(409, { draft: kept.draft });
    kept.draft = before ?? { body, rev: rev + 1, savedById: me, savedAt: at };
    answered.set(idempotencyKey, kept.draft);
    if (how === "lost on the way back") throw refused(0);
    return kept.draft;
  };
  return { kept, send };
}

function aKeeper() {
  const { kept, send } = aConsole();
  return { kept, keeper: new DraftKeeper("INC-42", first, send) };
}

describe("what the console has by now", () => {
  const theirs = { body: words("Of another tab."), rev: 3, savedById: me, savedAt: at };

  it("takes the place of the words that a page was rendered with", () => {
    const { keeper } = aKeeper();
    keeper.heard({ number: 4, saved: theirs });
    expect(keeper.work.get()).toMatchObject({ body: theirs.body, rev: 3, saving: "no", theirs: null });
  });

  it("never takes the place of what is being typed: its author chooses once the save was refused", async () => {
    const { kept, keeper } = aKeeper();
    kept.draft = theirs;
    keeper.change(() => words("Mine."));
    keeper.heard({ number: 4, saved: theirs });
    expect(keeper.work.get().body).toEqual(words("Mine."));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ body: words("Mine."), theirs });
  });

  it("is left alone when it is older, or of another update", async () => {
    const { keeper } = aKeeper();
    keeper.change(() => words("Mine."));
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.heard({ number: 4, saved: { ...theirs, rev: 1 } });
    keeper.heard({ number: 5, saved: theirs });
    expect(keeper.work.get()).toMatchObject({ number: 4, body: words("Mine."), rev: 1 });
  });
});

describe("words that this tab kept", () => {
  const keptIn = (number: number) => {
    const kept = new Map([["qd-update-INC-42", JSON.stringify({ number, rev: 1, body: words("Mine.") })]]);
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => kept.get(name) ?? null,
      removeItem: (name: string) => kept.delete(name),
    });
    return kept;
  };

  it("come back as the update that somebody else posted meanwhile, for their author to choose", async () => {
    keptIn(3);
    const { kept, keeper } = aKeeper();
    keeper.restore();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(keeper.work.get()).toMatchObject({ number: 3, body: words("Mine."), saving: "no" });
    expect(kept.draft).toBeNull();
  });

  it("are forgotten once two updates have passed over them", () => {
    const storage = keptIn(2);
    const { keeper } = aKeeper();
    keeper.restore();
    expect(keeper.work.get()).toMatchObject({ number: 4, body: words("Drafted.") });
    expect(storage.size).toBe(0);
  });

  it("are not taken for somebody else's when the last save arrived while the page was loaded again", async () => {
    const storage = keptIn(4);
    const { kept, keeper } = aKeeper();
    kept.draft = { body: words("Mine."), rev: 2, savedById: me, savedAt: at };
    keeper.restore();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ body: words("Mine."), theirs: null, saving: "no", rev: 3 });
    expect(storage.size).toBe(0);
  });

  it("are forgotten when the page was loaded with them", async () => {
    const storage = keptIn(4);
    const { kept, send } = aConsole();
    const saved = { body: words("Mine."), rev: 2, savedById: me, savedAt: at };
    const keeper = new DraftKeeper("INC-42", { ...first, saved }, send);
    keeper.restore();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ rev: 2, theirs: null, saving: "no" });
    expect(kept.keys).toEqual([]);
    expect(storage.size).toBe(0);
  });
});

describe("keeping an update's words", () => {
  it("saves shortly after the last edit, once", async () => {
    const { kept, keeper } = aKeeper();
    keeper.change(() => words("a"));
    keeper.change(() => words("ab"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept).toMatchObject({ draft: { rev: 1, body: words("ab") } });
    expect(kept.keys).toHaveLength(1);
    expect(keeper.work.get()).toMatchObject({ rev: 1, saving: "no", savedAt: at });
  });

  it("tries again under the same key after a failure, without losing what was typed meanwhile", async () => {
    const { kept, keeper } = aKeeper();
    kept.next = "away";
    keeper.change(() => words("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ saving: "failed", body: words("a") });
    await vi.advanceTimersByTimeAsync(6_000);
    expect(keeper.work.get()).toMatchObject({ saving: "no", rev: 1 });
    expect(new Set(kept.keys).size).toBe(1);
  });

  it("recognises its own save whose answer was lost, when more was typed since", async () => {
    const { kept, keeper } = aKeeper();
    kept.next = "lost on the way back";
    keeper.change(() => words("a"));
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.change(() => words("ab"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ theirs: null, saving: "no", rev: 2 });
    expect(kept.draft?.body).toEqual(words("ab"));
  });

  it("stops saving when somebody else did, until one of the two is chosen", async () => {
    const { kept, keeper } = aKeeper();
    kept.draft = { body: words("theirs"), rev: 1, savedById: "other", savedAt: at };
    keeper.change(() => words("mine"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(keeper.work.get()).toMatchObject({ theirs: { body: words("theirs") }, body: words("mine") });
    keeper.change(() => words("mine too"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.draft.body).toEqual(words("theirs"));

    keeper.keepMine();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept.draft).toMatchObject({ rev: 2, body: words("mine too") });
  });

  it("takes the other's words when told to", async () => {
    const { kept, keeper } = aKeeper();
    kept.draft = { body: words("theirs"), rev: 3, savedById: "other", savedAt: at };
    keeper.change(() => words("mine"));
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.takeTheirs();
    expect(keeper.work.get()).toMatchObject({ rev: 3, body: words("theirs"), theirs: null });
  });

  it("empties the lines whose words were redacted, its own and the other's, and saves that", async () => {
    const { kept, keeper } = aKeeper();
    const cites = (text: string): DraftBody => ({ ...words(text), progress: [{ text, seqs: [7] }] });
    kept.draft = { body: cites("theirs"), rev: 3, savedById: "other", savedAt: at };
    keeper.change(() => cites("mine"));
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.redact([anEntry("text.redacted", { seq: 7 }), anEntry("note.added")]);
    const gone = [{ text: "[redacted]", seqs: [7] }];
    expect(keeper.work.get()).toMatchObject({
      body: { ...words("mine"), progress: gone },
      theirs: { body: { ...words("theirs"), progress: gone } },
    });
    keeper.keepMine();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(kept.draft).toMatchObject({ rev: 4, body: { ...words("mine"), progress: gone } });
  });

  it("saves nothing more once the update is posted", async () => {
    const { kept, keeper } = aKeeper();
    keeper.change(() => words("a"));
    keeper.finish();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(kept.keys).toEqual([]);
  });
});

describe("words that are being posted", () => {
  it("are not saved any more, neither by the pause that was running nor when the page is left", async () => {
    const { kept, keeper } = aKeeper();
    keeper.change(() => words("Posted."));
    keeper.hold();
    await vi.runAllTimersAsync();
    keeper.finish();
    keeper.flush();
    await vi.runAllTimersAsync();
    expect(kept.keys).toEqual([]);
  });

  it("are saved after all when the post was refused", async () => {
    const { kept, keeper } = aKeeper();
    keeper.change(() => words("Refused."));
    keeper.hold();
    keeper.letGo();
    await vi.runAllTimersAsync();
    expect(kept.draft?.body).toEqual(words("Refused."));
  });
});
