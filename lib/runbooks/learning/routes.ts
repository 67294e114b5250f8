import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { id } from "@/lib/timeline/events/common";
import { rotPageDto, unansweredDto } from "../rot/dto";
import { listRot, listUnanswered } from "../rot/list-rot";
import { slug } from "../schemas";
import { figuresDto } from "./dto";
import { readFigures } from "./read-figures";

/** What incidents say of the runbooks. */
export function learningRoutes(api: Api): void {
  read(api, {
    path: "/runbooks/{slug}/figures",
    summary: "How a runbook did in real incidents",
    tag: "Runbooks",
    params: z.object({ slug }),
    result: figuresDto,
    run: (ctx, { params }) => readFigures(ctx, params.slug),
  });
  read(api, {
    path: "/runbook-rot",
    summary: "The runbooks that need care, the worst first",
    tag: "Runbooks",
    query: z.object({ after: id.optional() }),
    result: rotPageDto,
    run: (ctx, { query }) => listRot(ctx, query),
  });
  read(api, {
    path: "/unanswered-alerts",
    summary: "Alerts that no runbook answers",
    tag: "Runbooks",
    result: unansweredDto,
    run: (ctx) => listUnanswered(ctx),
  });
}
