import { authRoutes } from "@/lib/auth/routes";
import { checklistsRoutes } from "@/lib/checklists/routes";
import { incidentsRoutes } from "@/lib/incidents/routes";
import { recordRoutes } from "@/lib/record/routes";
import { peopleRoutes } from "@/lib/people/routes";
import { tokenRoutes } from "@/lib/people/tokens/routes";
import { dayRoutes } from "@/lib/room/day.routes";
import { incidentEndRoutes } from "@/lib/room/incident-end.routes";
import { leaveRoutes } from "@/lib/room/leave.routes";
import { roomRoutes } from "@/lib/room/routes";
import { updateDraftRoutes } from "@/lib/room/update-draft.routes";
import { runbookMatchesRoutes } from "@/lib/runbooks/match/routes";
import { learningRoutes } from "@/lib/runbooks/learning/routes";
import { runbooksRoutes } from "@/lib/runbooks/routes";
import { runbookVersionsRoutes } from "@/lib/runbooks/versions/routes";
import { settingsRoutes } from "@/lib/settings/routes";
import { targetRoutes } from "@/lib/settings/targets/routes";
import { summariesRoutes } from "@/lib/summaries/routes";
import { updatesRoutes } from "@/lib/updates/routes";
import { webhooksRoutes } from "@/lib/webhooks/routes";
import { createApi, type Api, type ApiParts } from "./api";

/** Everything under /api/v1. The listener mounts it, a catch-all in app/ mounts the same, tests call it directly. */
export function createApplication(parts: ApiParts): Api {
  const api = createApi(parts);
  authRoutes(api);
  peopleRoutes(api);
  tokenRoutes(api);
  settingsRoutes(api);
  targetRoutes(api);
  incidentsRoutes(api);
  incidentEndRoutes(api);
  leaveRoutes(api);
  dayRoutes(api);
  roomRoutes(api);
  recordRoutes(api);
  runbooksRoutes(api);
  runbookVersionsRoutes(api);
  learningRoutes(api);
  runbookMatchesRoutes(api);
  checklistsRoutes(api);
  summariesRoutes(api);
  updatesRoutes(api);
  updateDraftRoutes(api);
  webhooksRoutes(api);
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    ...{ type: "apiKey", in: "cookie", name: "quarterdeck.session" },
    description: "Set by signing in; over HTTPS its name begins with __Secure-.",
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "token", {
    ...{ type: "http", scheme: "bearer" },
    description: "A token that an administrator made; its scopes and access role say what it may do.",
  });
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Quarterdeck", version: "1" },
    servers: [{ url: "/" }],
  });
  return api;
}
