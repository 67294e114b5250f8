import type { Api } from "@/lib/http/api";
import { read } from "@/lib/http/route";
import { readDirectory } from "./directory";
import { directoryDto } from "./dto";

/** People, and the names that every screen needs. */
export function peopleRoutes(api: Api): void {
  read(api, {
    path: "/directory",
    summary: "Names of people, services and environments",
    tag: "People",
    result: directoryDto,
    run: (ctx) => readDirectory(ctx),
  });
}
