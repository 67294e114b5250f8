import { randomUUID } from "node:crypto";
import pg from "pg";
import { aDeclaredIncident, anIncidentInHand } from "./an-incident";
import { payloads } from "./payloads";
import type { Person } from "./people";
import type { Console } from "./server";

export interface Hostile {
  /** In hand, with a draft of its next update. */
  running: string;
  /** Resolved, with a summary. */
  resolved: string;
  slug: string;
}

interface RoomState {
  state: { checklists: { items: { id: string }[] }[]; criteria: { id: string; gate: string }[] };
}

/** Puts every payload wherever people can write: titles, names, notes, remarks, a runbook, updates, a summary. */
export async function aHostileConsole(console: Console, { api }: Person): Promise<Hostile> {
  const texts = payloads();
  const runbook = await api.call<{ versionId: string; runbookId: string }>("POST", "/runbooks", {
    source: hostileRunbook(texts),
    fileName: "hostile.md",
  });
  const { runbooks } = await api.call<{ runbooks: { id: string; slug: string }[] }>("GET", "/runbooks");
  const slug = runbooks.find(({ id }) => id === runbook.runbookId)?.slug ?? "";
  const serviceIds = await nameServices(api, texts);
  for (const text of texts) await aDeclaredIncident(api, { title: text.slice(0, 200) });
  const title = texts.slice(0, 3).join(" ");
  const running = await anIncidentInHand(api, { title, runbookVersionId: runbook.versionId, serviceIds });
  const resolved = await anIncidentInHand(api, { title: texts.slice(3, 6).join(" ") });
  await namePeople(console, texts, running);
  await writeInto(running, api, texts);
  await resolveWith(resolved, api, texts);
  return { running, resolved, slug };
}

/** A section of steps, one of prose, and one of exit criteria. */
function hostileRunbook(texts: readonly string[]): string {
  const flat = texts.map((text) => text.replaceAll(/\s+/g, " "));
  return [
    `# ${flat[0]}`,
    "## Steps",
    ...flat.map((text, n) => `${n + 1}. ${text}`),
    "## Prose",
    ...texts.map((text) => `${text}\n`),
    "## Exit criteria",
    ...flat.slice(0, 20).map((text) => `- ${text}`),
  ].join("\n");
}

/** Services with payloads for names, which the audit log tells, too. @returns the ids of some */
async function nameServices(api: Person["api"], texts: readonly string[]): Promise<string[]> {
  const fitting = texts.map((text) => text.trim()).filter(({ length }) => length > 0 && length <= 80);
  // Two names that differ in case only are one.
  const names = new Map(fitting.map((name) => [name.toLowerCase(), name]));
  const ids: string[] = [];
  for (const name of names.values())
    ids.push((await api.call<{ id: string }>("POST", "/services", { name })).id);
  return ids.slice(0, 5);
}

/** People with payloads for names, who take part. */
async function namePeople({ databaseUrl }: Console, texts: readonly string[], key: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const text of texts.filter(({ length }) => length <= 100)) {
      const id = randomUUID();
      await client.query(
        `INSERT INTO people (id, name, email, access_role, created_at) VALUES ($1, $2, $3, 'responder', now())`,
        [id, text, `${id}@example.org`],
      );
      await client.query(
        `INSERT INTO participants (incident_id, person_id, role, joined_at)
         SELECT id, $2, 'responder', now() FROM incidents WHERE key = $1`,
        [key, id],
      );
    }
  } finally {
    await client.end();
  }
}

async function writeInto(key: string, api: Person["api"], texts: readonly string[]): Promise<void> {
  const at = `/incidents/${key}`;
  for (const text of texts) await api.call("POST", `${at}/notes`, { text });
  await api.call("POST", `${at}/logs`, { text: texts.join("\n") });
  const { state } = await api.call<RoomState>("GET", at);
  const items = state.checklists.flatMap((checklist) => checklist.items);
  for (const [n, text] of texts.entries()) {
    const item = items[n % items.length];
    if (item) await api.call("POST", `/steps/${item.id}/remarks`, { kind: "evidence", text });
  }
  for (const [n, item] of items.slice(0, 40).entries()) {
    const note = texts[n] ?? "";
    await api.call("PUT", `/steps/${item.id}/state`, { state: "failed", expected: "todo", note });
  }
  const [current, progress, blockers] = [0, 1, 2].map((part) => third(texts, part));
  await api.call("POST", `${at}/updates`, { number: 1, current, progress, blockers });
  const lines = texts.map((text) => ({ text, seqs: [] }));
  const body = { current: lines, progress: lines, blockers: lines, nextMinutes: null };
  await api.call("PUT", `${at}/update-draft`, { number: 2, rev: 0, body });
}

async function resolveWith(key: string, api: Person["api"], texts: readonly string[]): Promise<void> {
  const at = `/incidents/${key}`;
  const [current, progress, blockers] = [0, 1, 2].map((part) => third(texts, part));
  await api.call("PUT", `${at}/resolution`, { current, progress, blockers });
  for (const part of ["impact", "rootCause", "remediation", "wentWell"])
    await api.call("PUT", `${at}/summary/parts`, {
      part,
      base: "",
      text: texts.join("\n\n").slice(0, 20_000),
    });
  for (const text of texts.slice(0, 20)) {
    await api.call("POST", `${at}/follow-ups`, { title: text.slice(0, 300), kind: "detect" });
  }
}

function third(texts: readonly string[], part: number): string {
  return texts.filter((_, n) => n % 3 === part).join("\n");
}
