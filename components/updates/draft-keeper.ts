import { ApiError, apiWrite, newIdempotencyKey } from "@/components/api/fetch";
import { createStore } from "@/components/ui/store";
import type { DraftBody } from "@/lib/updates/draft-body.rules";
import type { DraftDto, KeptDraftDto, SavedDraftDto } from "@/lib/updates/dto";
import type { Entry } from "@/lib/timeline/events";
import { redactedSeqs } from "@/lib/timeline/redacted-entries.rules";
import { redactedDraft } from "@/lib/updates/redacted-draft.rules";
import { forgetWords, keepWords, keptWords } from "./kept-words";

/** An update while it is written. */
export interface Work {
  /** The update it is meant to be. */
  number: number;
  /** The revision at the server that `body` was edited from; 0: none. */
  rev: number;
  body: DraftBody;
  saving: "no" | "soon" | "now" | "failed";
  /** When the server last had it, UTC, ISO 8601. */
  savedAt: string | null;
  /** What somebody else saved meanwhile; nothing is saved until one of the two is chosen. */
  theirs: SavedDraftDto | null;
}

/** Sends a draft to the console; a test puts its own console here. */
export type SendDraft = (
  incidentKey: string,
  draft: { number: number; rev: number; body: DraftBody },
  idempotencyKey: string,
) => Promise<KeptDraftDto>;

const toConsole: SendDraft = (incidentKey, draft, idempotencyKey) =>
  apiWrite("PUT", `/incidents/${incidentKey}/update-draft`, draft, { idempotencyKey });

const PAUSE_MS = 800;
const RETRY_MS = 5_000;

/**
 * Keeps an update's words: at the server shortly after each edit, in this tab until that has worked. Two authors
 * never overwrite each other.
 */
export class DraftKeeper {
  readonly work;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy = false;
  private done = false;
  private isHeld = false;
  /** A save of which nobody knows whether it arrived. */
  private unsure: { body: string; key: string } | null = null;

  constructor(
    private readonly incidentKey: string,
    private readonly first: DraftDto,
    private readonly send: SendDraft = toConsole,
  ) {
    const { number, saved, fresh } = first;
    this.work = createStore<Work>({
      ...{ number, rev: saved?.rev ?? 0, body: saved?.body ?? fresh, savedAt: saved?.savedAt ?? null },
      ...{ saving: "no", theirs: null },
    });
  }

  /** Brings back what this tab still holds; once the page is there. */
  restore(): void {
    const kept = keptWords(this.incidentKey);
    if (!kept) return;
    // Somebody posted that update meanwhile: its author chooses what becomes of the words. Older ones are in the way.
    if (kept.number === this.first.number - 1) return this.set({ ...kept, savedAt: null });
    if (kept.number !== this.first.number) return forgetWords(this.incidentKey);
    const { saved } = this.first;
    const body = JSON.stringify(kept.body);
    if (JSON.stringify(saved?.body) === body) return forgetWords(this.incidentKey);
    // The page went away while it saved: that may arrive yet.
    this.unsure = { body, key: newIdempotencyKey() };
    const isOlder = kept.rev !== (saved?.rev ?? 0);
    this.set({ body: kept.body, theirs: isOlder ? saved : null });
    this.schedule(PAUSE_MS);
  }

  /**
   * Takes what the console has now: it was saved in another tab, or before the browser's Back to an older page. What
   * was typed here since is never lost to it: the next save is refused then, and its author chooses.
   */
  heard({ number, saved }: Pick<DraftDto, "number" | "saved">): void {
    const known = this.work.get();
    if (!saved || number !== known.number || saved.rev <= known.rev) return;
    if (this.busy || this.isHeld || known.saving !== "no") return;
    this.set({ ...adopted(saved), body: saved.body });
  }

  change(change: (body: DraftBody) => DraftBody): void {
    this.set({ body: change(this.work.get().body) });
    const { number, rev, body } = this.work.get();
    keepWords(this.incidentKey, { number, rev, body });
    this.schedule(PAUSE_MS);
  }

  /** Empties the lines that cite an entry whose words these entries redact. */
  redact(entries: readonly Entry[]): void {
    const seqs = redactedSeqs(entries);
    const { body, theirs } = this.work.get();
    const seen = redactedDraft(body, { words: [], seqs });
    if (theirs) this.set({ theirs: { ...theirs, body: redactedDraft(theirs.body, { words: [], seqs }) } });
    if (seen !== body) this.change(() => seen);
  }

  /** Goes on as another update: this one was posted by somebody else. */
  moveTo(number: number): void {
    this.set({ number, rev: 0, theirs: null, savedAt: null });
    this.change((body) => body);
  }

  /** Gives up the own words for what somebody else saved. */
  takeTheirs(): void {
    const { theirs } = this.work.get();
    if (!theirs) return;
    forgetWords(this.incidentKey);
    this.set({ ...adopted(theirs), body: theirs.body, saving: "no" });
  }

  /** Saves the own words over what somebody else saved, knowing it. */
  keepMine(): void {
    const { theirs } = this.work.get();
    if (!theirs) return;
    this.set(adopted(theirs));
    this.schedule(0);
  }

  /** It is being posted: a save that arrived after it would be refused. */
  hold(): void {
    this.isHeld = true;
    clearTimeout(this.timer);
  }

  /** It was not posted after all. */
  letGo(): void {
    this.isHeld = false;
    if (this.work.get().saving !== "no") this.schedule(0);
  }

  /** It is posted: nothing is left to keep. */
  finish(): void {
    this.done = true;
    clearTimeout(this.timer);
    forgetWords(this.incidentKey);
  }

  /** Saves at once what waits; for when the page is left. */
  flush(): void {
    if (!this.done && !this.isHeld && this.work.get().saving === "soon") void this.save();
  }

  private schedule(ms: number): void {
    if (this.done || this.work.get().theirs) return;
    clearTimeout(this.timer);
    if (!this.busy) this.set({ saving: "soon" });
    if (this.isHeld) return;
    this.timer = setTimeout(() => void this.save(), ms);
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    if (this.busy) return this.schedule(PAUSE_MS);
    const { number, rev, body } = this.work.get();
    const key = this.unsure?.body === JSON.stringify(body) ? this.unsure.key : newIdempotencyKey();
    this.busy = true;
    this.set({ saving: "now" });
    try {
      const saved = await this.send(this.incidentKey, { number, rev, body }, key);
      this.unsure = null;
      this.saved(saved, body);
    } catch (error) {
      this.failed(error, JSON.stringify(body), key);
    } finally {
      this.busy = false;
    }
  }

  private saved(saved: KeptDraftDto, sent: DraftBody): void {
    const isCurrent = this.work.get().body === sent;
    if (isCurrent) forgetWords(this.incidentKey);
    this.set({ ...adopted(saved), saving: isCurrent ? "no" : "soon" });
  }

  private failed(error: unknown, body: string, key: string): void {
    this.set({ saving: "failed" });
    if (!(error instanceof ApiError) || error.isUnsure) {
      this.unsure = { body, key };
      this.timer = setTimeout(() => void this.save(), RETRY_MS);
      return;
    }
    const theirs = (error.details.draft ?? null) as SavedDraftDto | null;
    // An earlier try of ours had arrived after all.
    if (theirs && this.unsure?.body === JSON.stringify(theirs.body)) {
      this.unsure = null;
      this.set(adopted(theirs));
      this.timer = setTimeout(() => void this.save(), 0);
    } else if (theirs) this.set({ theirs });
  }

  private set(change: Partial<Work>): void {
    if (!this.done) this.work.set((before) => ({ ...before, ...change }));
  }
}

/** The words are now based on this revision. */
function adopted({ rev, savedAt }: KeptDraftDto): Pick<Work, "rev" | "savedAt" | "theirs"> {
  return { rev, savedAt, theirs: null };
}
