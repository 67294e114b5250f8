import type { z } from "zod";
import type { Context } from "@/lib/db/context";
import { dueHandlers } from "@/lib/due/handlers";
import { systemActor } from "@/lib/kernel/actor";
import type { Entry } from "@/lib/timeline/events";
import { declareRoomInput } from "@/lib/room/schemas";
import { declareWithRunbook } from "@/lib/room/declare-with-runbook";
import type { Who } from "./people";
import { act, named, type World } from "./world";

const MINUTE_MS = 60_000;

type Declared = z.input<typeof declareRoomInput>;

/** What a story begins with; names where the verb wants ids, minutes where it wants times. */
export interface Beginning extends Pick<
  Declared,
  "title" | "severity" | "kind" | "visibility" | "detection" | "callLink"
> {
  /** How long before now it was declared, in minutes. */
  ago: number;
  by: Who;
  commander?: Who;
  environment?: string;
  services: string[];
  runbook?: string;
  /** Minutes from start, and from detection, to declaration; absent: not known. */
  startedBefore?: number;
  detectedBefore?: number;
}

/**
 * One incident as it happened: acts at minutes after its declaration, each through a verb, with what falls due
 * meanwhile done at its time. Seconds are spread, so that nothing happens on the full minute.
 */
export class Story {
  /** Steps and moves that the next update can cite. */
  private uncited: number[] = [];
  private acts = 0;
  private updates = 0;

  private constructor(
    readonly world: World,
    readonly id: string,
    readonly key: string,
    private readonly begunAt: number,
  ) {}

  static async begin(world: World, beginning: Beginning): Promise<Story> {
    const begunAt = world.now.getTime() - beginning.ago * MINUTE_MS;
    world.base.clock.set(new Date(begunAt));
    const input = declareRoomInput.parse(declaration(world, beginning, begunAt));
    const { id, key } = await act(world.base, world.people[beginning.by], declareWithRunbook, input);
    return new Story(world, id, key, begunAt);
  }

  /** Somebody does something to this incident, so many minutes after its declaration. */
  async do<Input extends { key: string }, Output>(
    minute: number,
    who: Who,
    verb: (ctx: Context, input: Input) => Promise<Output>,
    input: Omit<Input, "key">,
  ): Promise<Output> {
    return this.run(minute, who, verb, { ...input, key: this.key } as Input);
  }

  /** The same with a verb that names its thing itself, such as a step. */
  async run<Input, Output>(
    minute: number,
    who: Who,
    verb: (ctx: Context, input: Input) => Promise<Output>,
    input: Input,
  ): Promise<Output> {
    await this.passTo(this.timeAt(minute));
    const output = await act(this.world.base, this.world.people[who], verb, input);
    this.uncited.push(...citable(output));
    return output;
  }

  /** What happened since the last update, for this one to cite, and its number. */
  nextUpdate(): { number: number; sources: number[]; draftedTo: null } {
    const sources = this.uncited;
    this.uncited = [];
    return { number: ++this.updates, sources, draftedTo: null };
  }

  /** When a minute was, on the minute. */
  moment(minute: number): Date {
    return new Date(this.begunAt + minute * MINUTE_MS);
  }

  /** Lets time pass up to the present, with the misses that it brings. */
  untilNow(): Promise<void> {
    return this.passTo(this.world.now);
  }

  private timeAt(minute: number): Date {
    const seconds = (this.acts++ * 23 + 7) % 53;
    const wanted = this.begunAt + minute * MINUTE_MS + seconds * 1_000;
    const { now, base } = this.world;
    if (wanted > now.getTime() + MINUTE_MS)
      throw new Error(`${this.key}: minute ${minute} lies in the future`);
    return new Date(Math.min(now.getTime(), Math.max(wanted, base.clock.now().getTime() + 1_000)));
  }

  /** As due work would have done it: each thing at its own time, one after the other. */
  private async passTo(time: Date): Promise<void> {
    const { base } = this.world;
    for (;;) {
      const item = await base.db.dueItem.findFirst({
        where: { incidentId: this.id, doneAt: null, dueAt: { lte: time } },
        orderBy: { dueAt: "asc" },
      });
      if (!item) break;
      base.clock.set(item.dueAt);
      await act(
        base,
        systemActor("due"),
        async (ctx, { id, dueAt }) => {
          await dueHandlers[item.kind]?.(ctx, this.id);
          // Not done when the handler put the next time into the row.
          await ctx.db.dueItem.updateMany({ where: { id, dueAt }, data: { doneAt: dueAt } });
        },
        item,
      );
    }
    base.clock.set(time);
  }
}

function declaration(world: World, beginning: Beginning, begunAt: number): Declared {
  const { ago: _, by: __, commander, environment = "production", services, runbook, ...rest } = beginning;
  const { startedBefore, detectedBefore, ...facts } = rest;
  const before = (minutes: number | undefined) =>
    minutes === undefined ? null : new Date(begunAt - minutes * MINUTE_MS).toISOString();
  return {
    ...facts,
    environmentId: named(world.environments, environment),
    serviceIds: services.map((name) => named(world.services, name)),
    commanderId: commander ? world.people[commander].id : null,
    runbookVersionId: runbook ? named(world.runbooks, runbook).versionId : null,
    startedAt: before(startedBefore),
    detectedAt: before(detectedBefore),
  };
}

function citable(output: unknown): number[] {
  const entries = (output as { entries?: Entry[] } | null)?.entries ?? [];
  return entries
    .filter(({ kind }) => /^(step\.(done|failed|skipped)|incident\.status_changed|command\.)/.test(kind))
    .map(({ seq }) => seq);
}
