import { z } from "zod";
import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
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
}
