import type { Api } from "@/lib/http/api";
import { read, write } from "@/lib/http/route";
import { readSettings } from "@/lib/kernel/env";
import { addTarget } from "./add-target";
import { targetDto, targetsDto } from "./dto";
import { listTargets } from "./list-targets";
import { removeTarget } from "./remove-target";
import { targetInput, targetParams } from "./schemas";

const tag = "Targets";

/** Where checks of steps may ask. */
export function targetRoutes(api: Api): void {
  read(api, {
    ...{ path: "/targets", summary: "Where checks of steps may ask, without the secrets", tag },
    result: targetsDto,
    run: (ctx) => listTargets(ctx),
  });
  write(api, {
    ...{ method: "post", path: "/targets", summary: "Name a place that checks may ask", tag },
    status: 201,
    body: targetInput,
    result: targetDto,
    run: (ctx, { body }) => addTarget(ctx, { ...body, listedHosts: readSettings().outgoingHosts }),
  });
  write(api, {
    ...{ method: "delete", path: "/targets/{targetId}", summary: "Remove a target", tag },
    params: targetParams,
    result: targetParams,
    run: (ctx, { params }) => removeTarget(ctx, params),
  });
}
