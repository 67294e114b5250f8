import type { Context } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { NewEntry } from "@/lib/timeline/append";
import type { Entry } from "@/lib/timeline/events";
import { newText, optionalText } from "@/lib/timeline/texts";
import type { Facts } from "./facts.rules";
import type { LockedIncident } from "./locked-incident";
import { moveClock } from "./move-clock";
import { refOf } from "./text-refs";

/** What changing one fact writes. */
export interface FactWrite {
  columns: Prisma.IncidentUncheckedUpdateManyInput;
  entry: NewEntry;
  /** Entries that had to come before it. */
  before?: Entry[];
}

type Writer<F extends keyof Facts> = (
  ctx: Context,
  incident: LockedIncident,
  change: { from: Facts[F]; to: Facts[F] },
  reason: string | null,
) => Promise<FactWrite>;

/** How each fact is written: its columns and its entry. */
export const factWriters: { [F in keyof Facts]: Writer<F> } = {
  title: async (ctx, { row }, change, reason) => {
    const [to, why] = [newText(change.to), optionalText(reason)];
    const data = { from: await refOf(ctx, row.titleTextId), to: to.ref, reason: why?.ref ?? null };
    return {
      columns: { title: to.value, titleTextId: to.ref.textId },
      entry: { kind: "incident.title_changed", data, texts: [to, why] },
    };
  },

  severity: async (ctx, incident, change, reason) => {
    const moved = await moveClock(ctx, incident, { kind: "severity_changed", severity: change.to });
    const entry = withReason(reason, (ref) => ({
      kind: "incident.severity_changed",
      data: { ...change, reason: ref },
    }));
    return { columns: { severity: change.to, ...moved.columns }, before: moved.entries, entry };
  },

  environmentId: async (_ctx, _incident, change, reason) => ({
    columns: { environmentId: change.to },
    entry: withReason(reason, (ref) => ({
      kind: "incident.environment_changed",
      data: { ...change, reason: ref },
    })),
  }),

  serviceIds: async (ctx, { row }, change, reason) => {
    const data = { from: [...change.from], to: [...change.to] };
    await ctx.db.incidentService.deleteMany({
      where: { incidentId: row.id, serviceId: { notIn: data.to } },
    });
    await ctx.db.incidentService.createMany({
      data: data.to.map((serviceId) => ({ incidentId: row.id, serviceId })),
      skipDuplicates: true,
    });
    const entry = withReason(reason, (ref) => ({
      kind: "incident.services_changed",
      data: { ...data, reason: ref },
    }));
    return { columns: {}, entry };
  },

  startedAt: async (_ctx, _incident, change, reason) => ({
    columns: { startedAt: change.to },
    entry: withReason(reason, (ref) => ({
      kind: "incident.start_corrected",
      data: { from: iso(change.from), to: iso(change.to), reason: ref },
    })),
  }),

  detection: async (_ctx, _incident, { from, to }, reason) => ({
    columns: { detectedAt: to.at, detection: to.by },
    entry: withReason(reason, (ref) => ({
      kind: "incident.detection_corrected",
      data: { from: { at: iso(from.at), by: from.by }, to: { at: iso(to.at), by: to.by }, reason: ref },
    })),
  }),

  callLink: async (ctx, { row }, change) => {
    const to = optionalText(change.to);
    const from = row.callLinkTextId ? await refOf(ctx, row.callLinkTextId) : null;
    return {
      columns: { callLinkTextId: to?.ref.textId ?? null },
      entry: { kind: "incident.call_link_changed", data: { from, to: to?.ref ?? null }, texts: [to] },
    };
  },

  visibility: async (_ctx, _incident, change, reason) => ({
    columns: { visibility: change.to },
    entry: withReason(reason, (ref) => ({
      kind: "incident.visibility_changed",
      data: { ...change, reason: ref },
    })),
  }),
};

type Ref = ReturnType<typeof newText>["ref"] | null;

/** Each entry has a reason of its own: a text belongs to one entry. */
function withReason(reason: string | null, make: (ref: Ref) => NewEntry): NewEntry {
  const text = optionalText(reason);
  return { ...make(text?.ref ?? null), texts: [text] };
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
