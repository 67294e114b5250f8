import { aPng } from "@/lib/checklists/images/testing/crafted";

/**
 * Who gets what from every route of the API, written by hand. Each letter is one person, in the order viewer,
 * responder, manager, administrator: `.` does it (or meets a conflict), `F` 403, `N` 404.
 *
 * A route of the console has four letters. One of an incident has five groups: who takes part (as responder) and who
 * does not in an incident for everyone, the same in one for its members, and at the end its commander (a responder)
 * in the latter. Who has not signed in gets 401 everywhere but where it says `open`.
 */
/** A body of bytes is a file that is sent as it is. */
export type Expectation = [
  route: string,
  letters: string,
  body?: object | Uint8Array<ArrayBuffer>,
  resolved?: "resolved",
];

const reason = "It was seen wrong.";
const decision = { version: 1, sha256: "0".repeat(64), comment: "Say more." };

/** `$textId` and the like in a body stand for something of the incident at hand. */
export const expectations: Expectation[] = [
  // The way in
  ["POST /setup", "open", { token: "x", name: "N", email: "n@example.org", password: "p", timeZone: "UTC" }],
  ["POST /invitations/acceptance", "open", { token: "x", name: "N", password: "p", timeZone: "UTC" }],
  ["POST /password-resets", "open", { token: "x", password: "p" }],
  ["GET /openapi.json", "open"],

  // One's own
  ["GET /me", "...."],
  ["PATCH /me", "....", { sound: true }],
  ["PUT /me/password", "....", { currentPassword: "a", password: "b" }],
  ["DELETE /me/sessions", "...."],
  ["GET /me/day", "...."],
  ["GET /me/steps", "...."],
  ["GET /directory", "...."],

  // Administration
  ["GET /people", "FFF."],
  ["GET /invitations", "FFF."],
  ["POST /invitations", "FFF.", { email: "new@example.org", name: null, accessRole: "viewer" }],
  ["DELETE /invitations/{id}", "FFF."],
  ["PUT /people/{id}/access-role", "FFF.", { accessRole: "manager" }],
  ["POST /people/{id}/deactivation", "FFF."],
  ["DELETE /people/{id}/deactivation", "FFF."],
  ["POST /people/{id}/password-reset-links", "FFF."],
  ["DELETE /people/{id}/sessions", "FFF."],
  ["GET /targets", "F..."],
  ["POST /targets", "FFF.", { name: "staging", kind: "http", baseUrl: "http://127.0.0.1:9/", secret: null }],
  ["DELETE /targets/{targetId}", "FFF."],
  ["GET /tokens", "FFF."],
  [
    "POST /tokens",
    "FFF.",
    { name: "deploys", accessRole: "responder", scopes: ["runbook.import"], expiresInDays: 30 },
  ],
  ["DELETE /tokens/{tokenId}", "FFF."],
  ["GET /audit", "FFF."],
  ["GET /catalogue", "...."],
  ["POST /environments", "FFF.", { name: "the walked one" }],
  ["PATCH /environments/{id}", "FFF.", { name: "the renamed one" }],
  ["POST /environments/{id}/archival", "FFF."],
  ["DELETE /environments/{id}/archival", "FFF."],
  ["POST /services", "FFF.", { name: "the walked one" }],
  ["PATCH /services/{id}", "FFF.", { name: "the renamed one" }],
  ["POST /services/{id}/archival", "FFF."],
  ["DELETE /services/{id}/archival", "FFF."],
  ["GET /webhooks", "FFF."],
  ["POST /webhooks", "FFF.", { name: "#ops", url: "http://127.0.0.1:9/all" }],
  ["PATCH /webhooks/{webhookId}", "FFF.", { told: "updates" }],
  ["DELETE /webhooks/{webhookId}", "FFF."],
  ["POST /webhooks/{webhookId}/test", "FFF."],

  // Runbooks
  ["GET /runbooks", "...."],
  ["POST /runbooks", "F...", { source: "# Walked\n\n## First\n\n1. Look.\n", fileName: "walked.md" }],
  ["POST /runbooks/starters", "F..."],
  ["POST /runbooks/previews", "F...", { source: "# Walked\n\n## First\n\n1. Look.\n" }],
  ["GET /runbooks/suggestions?words=orders", "...."],
  ["GET /runbook-matches?alert=OrdersStuck", "...."],
  ["GET /runbook-tags", "...."],
  ["POST /runbooks/written", "F...", { source: "# Written\n\n## First\n\n1. Look.\n", publish: false }],
  ["GET /runbooks/{slug}", "...."],
  ["PUT /runbooks/{slug}", "F...", { source: "# Sent\n\n## First\n\n1. Look.\n" }],
  ["PATCH /runbooks/{slug}/details", "F...", { changes: { tags: { from: [], to: ["orders"] } } }],
  ["GET /runbooks/{slug}/versions", "...."],
  [
    "POST /runbooks/{slug}/versions",
    "F...",
    { source: "# Walked\n\n1. Look.\n", why: reason, publish: false, basedOn: "$runbookVersionId" },
  ],
  ["GET /runbooks/{slug}/versions/{number}", "...."],
  [
    "POST /runbooks/{slug}/restorations",
    "F...",
    { versionId: "$runbookVersionId", why: reason, publish: false, basedOn: "$runbookVersionId" },
  ],
  [
    "PUT /runbooks/{slug}/published-version",
    "F...",
    { versionId: "$runbookVersionId", expected: "$runbookVersionId" },
  ],
  ["GET /runbooks/{slug}/differences?from=1&to=1", "...."],
  ["GET /runbooks/{slug}/figures", "...."],
  ["GET /runbook-rot", "...."],
  ["GET /unanswered-alerts", "...."],
  ["PUT /runbooks/{slug}/archived", "FF..", { archived: true }],
  ["PUT /runbooks/{slug}/detached", "FF..", { detached: true }],
  ["GET /runbook-versions/{id}", "...."],
  ["GET /runbook-versions/{id}/source", "...."],

  // Over all incidents: what may not be seen is left out, see walk.db.test.ts
  ["GET /incidents", "...."],
  ["GET /incidents.csv", "...."],
  ["GET /incident-texts?q=orders", "...."],
  ["GET /reviews", "...."],
  ["POST /incidents", "F...", { title: "Walked", severity: 2, environmentId: "$environmentId" }],

  // An incident
  ["GET /incidents/{key}", ".... .... .... NNN. ."],
  [
    "PATCH /incidents/{key}",
    "F... F... F... NNN. .",
    { changes: { title: { from: "Orders are stuck", to: "New" } }, reason },
  ],
  ["PUT /incidents/{key}/acknowledgement", "F... F... F... NNN. ."],
  ["PUT /incidents/{key}/status", "FFFF FFFF FFFF NNNF .", { to: "mitigating" }],
  ["PUT /incidents/{key}/resolution", "FFFF FFFF FFFF NNNF .", { current: "All is well." }],
  ["PUT /incidents/{key}/cancellation", "FF.. FF.. FF.. NNN. .", { reason }],
  ["PUT /incidents/{key}/closure", "FF.. FF.. FF.. NNN. .", { reason }, "resolved"],
  ["POST /incidents/{key}/reopenings", "FF.. FF.. FF.. NNN. .", { reason }, "resolved"],
  ["POST /incidents/{key}/presence", ".... .... .... NNN. ."],

  // Command. A responder may not take it while the commander is active.
  ["PUT /incidents/{key}/commander", "F... F... F... NNN. .", { personId: "$personId" }],
  ["PUT /incidents/{key}/command-offer", "FFFF FFFF FFFF NNNF .", { personId: "$personId" }],
  ["DELETE /incidents/{key}/command-offer", "FFFF FFFF FFFF NNNF ."],
  ["PUT /incidents/{key}/command-offer/answer", "F... F... F... NNN. .", { answer: "accepted" }],
  ["POST /incidents/{key}/command-takeovers", "FF.. FF.. FF.. NNN. .", { reason }],

  // People in it
  ["GET /incidents/{key}/contacts", "F... F... F... NNN. ."],
  ["PUT /incidents/{key}/participants/me", "F... F... F... NNN. ."],
  ["DELETE /incidents/{key}/participants/me", "F... F... F... NNN. ."],
  ["PUT /incidents/{key}/participants/{personId}", "FF.. FF.. FF.. NNN. .", { role: "scribe" }],
  ["DELETE /incidents/{key}/participants/{personId}", "FF.. FF.. FF.. NNN. ."],

  // The record. Words are put right by who wrote them (here the commander), the scribe, or a manager.
  ["GET /incidents/{key}/entries", ".... .... .... NNN. ."],
  ["GET /incidents/{key}/verification", "FF.. FF.. FF.. NNN. F"],
  ["GET /signing-keys", "FF.."],
  ["POST /incidents/{key}/notes", "F... F... F... NNN. .", { text: "Seen." }],
  ["POST /incidents/{key}/logs", "F... F... F... NNN. .", { text: "03:00 seen" }],
  ["POST /incidents/{key}/redactions", "FF.. FF.. FF.. NNN. F", { textIds: ["$textId"], reason }],
  ["PUT /incidents/{key}/entries/{seq}/correction", "FF.. FF.. FF.. NNN. .", { text: "Better." }],
  ["PUT /incidents/{key}/entries/{seq}/time", "FF.. FF.. FF.. NNN. .", { occurredAt: "$past" }],
  ["PUT /incidents/{key}/entries/{seq}/dismissal", ".... .... .... NNN. ."],
  ["DELETE /incidents/{key}/entries/{seq}/dismissal", ".... .... .... NNN. ."],
  ["PUT /incidents/{key}/entries/{seq}/pin", "F... F... F... NNN. ."],
  ["DELETE /incidents/{key}/entries/{seq}/pin", "F... F... F... NNN. ."],

  // Checklists
  ["POST /incidents/{key}/checklists", "F... F... F... NNN. .", { runbookVersionId: "$runbookVersionId" }],
  ["POST /incidents/{key}/own-checklists", "F... F... F... NNN. .", { title: "Mine", steps: ["Look"] }],
  ["GET /incidents/{key}/newer-versions", ".... .... .... NNN. ."],
  [
    "PUT /checklists/{checklistId}/version",
    "F... F... F... NNN. .",
    { runbookVersionId: "$runbookVersionId", expected: "$personId" },
  ],
  ["POST /checklists/{checklistId}/steps", "F... F... F... NNN. .", { title: "Look again" }],
  ["PUT /steps/{itemId}/state", "F... F... F... NNN. .", { state: "done", expected: "todo" }],
  [
    "PUT /steps/{itemId}/answer",
    "F... F... F... NNN. .",
    { answer: null, expected: { to: "nod_x", label: null } },
  ],
  [
    "POST /steps/{itemId}/checks",
    "FNNN FNNN FNNN NNNN N",
    { kind: "http", check: "/health", targetId: "$itemId" },
  ],
  ["PUT /steps/{itemId}/assignee", "F... F... F... NNN. .", { personId: "$personId" }],
  ["POST /steps/{itemId}/remarks", "F... F... F... NNN. .", { kind: "comment", text: "Seen." }],
  ["POST /steps/{itemId}/images", "F... F... F... NNN. .", aPng()],
  ["GET /images/{imageId}", ".... .... .... NNN. ."],
  ["POST /checklists/{checklistId}/time-boxes", "F... F... F... NNN. ."],
  [
    "POST /time-boxes/{timeBoxId}/extensions",
    "F... F... F... NNN. .",
    { minutes: 5, expected: "$past", reason },
  ],
  ["PUT /time-boxes/{timeBoxId}/stop", "F... F... F... NNN. .", { reason }],
  [
    "PUT /incidents/{key}/placeholders",
    "F... F... F... NNN. .",
    { name: "run_id", value: "run_1", expected: null },
  ],
  [
    "PUT /incidents/{key}/runbooks/{runbookId}/rating",
    "F... F... F... NNN. .",
    { helped: "yes", expected: null },
  ],
  ["POST /incidents/{key}/criteria", "FF.. FF.. FF.. NNN. .", { text: "Nobody waits" }],
  ["PUT /criteria/{criterionId}/state", "F... F... F... NNN. .", { state: "met", expected: "open" }],

  // Updates
  ["GET /incidents/{key}/updates", ".... .... .... NNN. ."],
  [
    "POST /incidents/{key}/updates",
    "FFFF FFFF FFFF NNNF .",
    { number: 2, current: "Better.", progress: "", blockers: "" },
  ],
  ["POST /incidents/{key}/updates/{number}/corrections", "FFFF FFFF FFFF NNNF .", { text: "It was 40." }],
  ["PUT /incidents/{key}/clock/snooze", "FFFF FFFF FFFF NNNF .", { until: "$soon", reason }],
  ["GET /incidents/{key}/update-draft", "F... F... F... NNN. ."],
  [
    "PUT /incidents/{key}/update-draft",
    "F... F... F... NNN. .",
    { number: 2, rev: 0, body: { current: [], progress: [], blockers: [], nextMinutes: null } },
  ],
  ["GET /incidents/{key}/deliveries", ".... .... .... NNN. ."],
  ["POST /incidents/{key}/deliveries/{deliveryId}/retry", "FFFF FFFF FFFF NNNF ."],

  // Webhooks of one incident
  ["GET /incidents/{key}/webhooks", ".... .... .... NNN. ."],
  [
    "POST /incidents/{key}/webhooks",
    "FFF. FFF. FFF. NNN. .",
    { name: "#one", url: "http://127.0.0.1:9/one" },
  ],
  ["PATCH /incidents/{key}/webhooks/{webhookId}", "FFF. FFF. FFF. NNN. .", { told: "updates" }],
  ["DELETE /incidents/{key}/webhooks/{webhookId}", "FFF. FFF. FFF. NNN. ."],
  ["POST /incidents/{key}/webhooks/{webhookId}/test", "FFF. FFF. FFF. NNN. ."],

  // The summary, once it is resolved
  ["GET /incidents/{key}/summary", ".... .... .... NNN. .", undefined, "resolved"],
  ["GET /incidents/{key}/summary.md", ".... .... .... NNN. .", undefined, "resolved"],
  ["GET /incidents/{key}/summary/versions/{number}", ".... .... .... NNN. .", undefined, "resolved"],
  [
    "PUT /incidents/{key}/summary/parts",
    "F... F... F... NNN. .",
    { part: "impact", text: "A", base: "" },
    "resolved",
  ],
  ["PUT /incidents/{key}/summary/submission", "F... F... F... NNN. .", undefined, "resolved"],
  ["POST /incidents/{key}/summary/sign-offs", "FF.. FF.. FF.. NNN. F", decision, "resolved"],
  ["POST /incidents/{key}/summary/returns", "FF.. FF.. FF.. NNN. F", decision, "resolved"],
  [
    "POST /incidents/{key}/follow-ups",
    "F... F... F... NNN. .",
    { title: "Alert on it", kind: "detect" },
    "resolved",
  ],
  ["PATCH /follow-ups/{followUpId}", "F... F... F... NNN. .", { title: "Alert sooner" }, "resolved"],
  ["PUT /follow-ups/{followUpId}/state", "F... F... F... NNN. .", { state: "done" }, "resolved"],
];

/** What a machine may use whose token has every scope; all else takes a person. */
export const machineRoutes: readonly string[] = [
  "GET /directory",
  "GET /audit",
  "GET /catalogue",
  "GET /runbooks",
  "POST /runbooks",
  "POST /runbooks/starters",
  "POST /runbooks/previews",
  "GET /runbooks/suggestions?words=orders",
  "GET /runbook-matches?alert=OrdersStuck",
  "GET /runbook-tags",
  "GET /runbooks/{slug}/figures",
  "GET /runbook-rot",
  "GET /unanswered-alerts",
  "GET /runbooks/{slug}",
  "PUT /runbooks/{slug}",
  "GET /runbooks/{slug}/versions",
  "GET /runbooks/{slug}/versions/{number}",
  "GET /runbooks/{slug}/differences?from=1&to=1",
  "PUT /runbooks/{slug}/archived",
  "GET /runbook-versions/{id}",
  "GET /runbook-versions/{id}/source",
  "GET /incidents",
  "GET /incidents.csv",
  "GET /incident-texts?q=orders",
  "GET /reviews",
  "POST /incidents",
  "GET /incidents/{key}",
  "GET /incidents/{key}/entries",
  "GET /incidents/{key}/newer-versions",
  "GET /images/{imageId}",
  "POST /incidents/{key}/notes",
  "POST /incidents/{key}/logs",
  "GET /incidents/{key}/updates",
  "GET /incidents/{key}/deliveries",
  "GET /incidents/{key}/webhooks",
  "GET /incidents/{key}/summary",
  "GET /incidents/{key}/summary.md",
  "GET /incidents/{key}/summary/versions/{number}",
];
