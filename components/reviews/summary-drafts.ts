import { ApiError, messageOf } from "@/components/api/fetch";
import { serverNow } from "@/components/clock/use-server-now";
import { createStore } from "@/components/ui/store";
import { forgetInTab, keepInTab, keptInTab } from "@/components/ui/tab-memory";
import { storable } from "@/lib/kernel/text";
import type { SavedDto } from "@/lib/summaries/dto";
import type { PartName } from "@/lib/summaries/schemas";
import { keptMine, refused, saved, sending, typed, type PartDraft, type Theirs } from "./draft.rules";

const REST_MS = 1_200;
const RETRY_MS = 5_000;

/** How saving a part stands. */
export interface SavePhase {
  saving: boolean;
  /** Milliseconds since 1970. */
  savedAt: number | null;
  failed: string | null;
}

interface Ways {
  incidentKey: string;
  write: (input: { part: PartName; text: string; base: string }) => Promise<SavedDto>;
  /** The console's text of a part is another now; `answer` when it is one's own that was saved. */
  onStored: (part: PartName, text: string, answer: SavedDto | null) => void;
}

const idle: SavePhase = { saving: false, savedAt: null, failed: null };

/** What is typed into a summary until the console has it: kept in this tab, saved when typing rests, one save at a time. */
export class SummaryDrafts {
  readonly drafts = createStore<Partial<Record<PartName, PartDraft>>>({});
  readonly phases = createStore<Partial<Record<PartName, SavePhase>>>({});
  private readonly timers = new Map<PartName, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<PartName, Promise<void>>();

  constructor(private readonly ways: Ways) {}

  /** Brings back what an earlier visit of this tab did not get saved. It waits there: a save may void a sign-off. */
  restore(parts: readonly PartName[]): void {
    for (const part of parts) {
      const kept = this.draft(part) ? null : keptInTab<PartDraft>(this.nameOf(part));
      if (kept) this.put(part, kept);
    }
  }

  type(part: PartName, stored: string, text: string): void {
    this.put(part, typed(this.draft(part), stored, storable(text)));
    this.tell(part, { failed: null });
    this.saveIn(part, REST_MS);
  }

  keepMine(part: PartName): void {
    const draft = this.draft(part);
    if (!draft) return;
    this.put(part, keptMine(draft));
    void this.save(part);
  }

  /** @returns one's own text, for an undo */
  takeTheirs(part: PartName): string | null {
    const mine = this.draft(part)?.text ?? null;
    this.put(part, null);
    this.tell(part, { failed: null });
    return mine;
  }

  save(part: PartName): Promise<void> {
    clearTimeout(this.timers.get(part));
    const before = this.running.get(part);
    if (before) return before;
    const work = this.send(part).finally(() => {
      this.running.delete(part);
      this.tell(part, { saving: false });
    });
    this.running.set(part, work);
    return work;
  }

  /** Saves everything that is typed. @returns the parts that could not be */
  async flush(): Promise<PartName[]> {
    for (const part of this.unsaved()) {
      await this.save(part);
      // What was typed while an earlier save was under way.
      if (this.draft(part)) await this.save(part);
    }
    return this.unsaved();
  }

  /** A new round begins: nothing was typed in it yet. */
  settle(): void {
    this.phases.set(() => ({}));
  }

  private async send(part: PartName): Promise<void> {
    const draft = this.draft(part);
    if (!draft || draft.theirs) return;
    this.put(part, sending(draft));
    this.tell(part, { saving: true });
    try {
      const answer = await this.ways.write({ part, text: draft.text, base: draft.base });
      this.ways.onStored(part, draft.text, answer);
      this.put(part, saved(this.draft(part), draft.text));
      this.tell(part, { savedAt: serverNow(), failed: null });
      if (this.draft(part)) this.saveIn(part, REST_MS);
    } catch (error) {
      await this.failed(part, error);
    }
  }

  private async failed(part: PartName, error: unknown): Promise<void> {
    const theirs = theirsIn(error);
    const draft = this.draft(part);
    if (!theirs || !draft) {
      this.tell(part, { failed: messageOf(error) });
      if (error instanceof ApiError && error.isUnsure) this.saveIn(part, RETRY_MS);
      return;
    }
    this.ways.onStored(part, theirs.text, null);
    const next = refused(draft, theirs);
    this.put(part, next);
    if (!next) this.tell(part, { savedAt: serverNow(), failed: null });
    else if (!next.theirs) await this.send(part);
  }

  private saveIn(part: PartName, ms: number): void {
    clearTimeout(this.timers.get(part));
    this.timers.set(
      part,
      setTimeout(() => void this.save(part), ms),
    );
  }

  private draft(part: PartName): PartDraft | null {
    return this.drafts.get()[part] ?? null;
  }

  private unsaved(): PartName[] {
    return Object.entries(this.drafts.get()).flatMap(([part, draft]) => (draft ? [part as PartName] : []));
  }

  private put(part: PartName, draft: PartDraft | null): void {
    this.drafts.set((before) => ({ ...before, [part]: draft ?? undefined }));
    if (draft) keepInTab(this.nameOf(part), draft);
    else forgetInTab(this.nameOf(part));
  }

  private tell(part: PartName, phase: Partial<SavePhase>): void {
    this.phases.set((before) => ({ ...before, [part]: { ...idle, ...before[part], ...phase } }));
  }

  private nameOf(part: PartName): string {
    return `qd:summary:${this.ways.incidentKey}:${part}`;
  }
}

function theirsIn(error: unknown): Theirs | null {
  if (!(error instanceof ApiError) || error.code !== "conflict") return null;
  const { text, authorId } = error.details;
  return typeof text === "string" ? { text, authorId: typeof authorId === "string" ? authorId : null } : null;
}
