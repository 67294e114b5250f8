import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { id } from "@/lib/timeline/events/common";
import { noteUnanswered } from "../rot/note-unanswered";
import { matchRunbooks } from "./match-runbooks";

const query = z.object({
  /** The alert's name. */
  alert: z.string().max(300).default(""),
  /** Its runbook address, as its rule has it. */
  url: z.string().max(2_000).optional(),
  /** Summary, labels, error text. */
  text: z.string().max(8_000).optional(),
});

const matchesDto = z.object({
  matches: z.array(
    z.object({
      runbookId: id,
      versionId: id,
      slug: z.string(),
      title: z.string(),
      sectionKey: z.string().nullable(),
      sectionTitle: z.string().nullable(),
      score: z.number(),
      reason: z.string(),
    }),
  ),
});

export function runbookMatchesRoutes(api: Api): void {
  read(api, {
    ...{ path: "/runbook-matches", summary: "Runbooks and sections that answer an alert", tag: "Runbooks" },
    query,
    result: matchesDto,
    run: async (ctx, { query: { alert, url, text } }) => {
      const matches = await matchRunbooks(ctx, { name: alert, runbookUrl: url ?? null, text: text ?? null });
      if (matches.length === 0) await noteUnanswered(ctx, alert);
      return { matches };
    },
  });
}
