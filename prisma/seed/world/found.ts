import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { createAccount, type NewAccount } from "@/lib/auth/create-account";
import { hashNewPassword } from "@/lib/auth/passwords/hash-password";
import type { BaseContext, Context } from "@/lib/db/context";
import { systemActor, type PersonActor } from "@/lib/kernel/actor";
import { changeProfile } from "@/lib/people/change-profile";
import { profileInput } from "@/lib/people/schemas";
import { importRunbook } from "@/lib/runbooks/import-runbook";
import { parseRunbook } from "@/lib/runbooks/parse/parse-runbook";
import { addToCatalogue } from "@/lib/settings/add-to-catalogue";
import type { CatalogueKind } from "@/lib/settings/schemas";
import { lockAdministration } from "@/lib/timeline/administration";
import { timeIn } from "@/lib/timeline/append";
import { describeRunbooks } from "./describe-runbooks";
import { emailOf, people, type Who } from "./people";
import { StoryClock } from "./story-clock";
import { act, type World } from "./world";

const DAY_MS = 24 * 3_600_000;
const ENVIRONMENTS = ["production", "staging"];
const SERVICES =
  "bookings checkout customer-portal depot-scanners driver-app labels notifications payments route-planner tracking".split(
    " ",
  );
const RUNBOOK_FOLDERS = ["prisma/seed/demo-runbooks", "prisma/seed/runbooks"];

/** How somebody of the organisation signs in. */
export interface Account {
  as: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Founds the organisation, 40 days before now: people, environments, services, runbooks.
 * @returns it, and the accounts that have a password, made up now and kept nowhere
 * @throws Error of one line when somebody has an account: nothing of an organisation that works is touched
 */
export async function found(live: BaseContext): Promise<{ world: World; accounts: Account[] }> {
  if (await live.db.person.findFirst({ select: { id: true } })) {
    throw new Error(
      "People have accounts in this database already: this needs an empty one. Nothing was changed.",
    );
  }
  const now = live.clock.now();
  const clock = new StoryClock(new Date(now.getTime() - 40 * DAY_MS));
  const base = { ...live, clock, actor: systemActor("seed") };
  const { actors, accounts } = await employ(base);
  const world = {
    ...{ base, now, people: actors },
    environments: await catalogue(base, actors.agnes, "environment", ENVIRONMENTS),
    services: await catalogue(base, actors.agnes, "service", SERVICES),
    runbooks: await library(base, actors.agnes),
  };
  await describeRunbooks(base, world);
  return { world, accounts };
}

async function employ(base: BaseContext): Promise<{ actors: World["people"]; accounts: Account[] }> {
  const actors: Partial<Record<Who, PersonActor>> = {};
  const accounts: Account[] = [];
  for (const [who, { name, accessRole, timeZone, signsInAs, phone, chat }] of people) {
    const email = emailOf(name);
    const password = signsInAs ? newPassword() : null;
    const passwordHash = password && (await hashNewPassword(password, { name, email }));
    const account = { ...{ name, email, accessRole, timeZone, passwordHash }, through: "seed" } as const;
    const id = await act(base, base.actor, openAccount, account);
    actors[who] = { kind: "person", id, accessRole, via: "session" };
    if (password && signsInAs) accounts.push({ as: signsInAs, name, email, password });
    const addresses = [
      ...(phone ? [{ kind: "phone", value: phone }] : []),
      ...(chat ? [{ kind: "chat", value: chat }] : []),
    ];
    if (addresses.length > 0) await act(base, actors[who], changeProfile, profileInput.parse({ addresses }));
  }
  return { actors: actors as World["people"], accounts };
}

async function openAccount(ctx: Context, account: NewAccount): Promise<string> {
  const stream = await lockAdministration(ctx);
  return createAccount(ctx, stream, timeIn(ctx, stream), account);
}

/** 64 random bits in groups of four, to be typed from a terminal. */
function newPassword(): string {
  return randomBytes(8).toString("hex").match(/.{4}/g)!.join("-");
}

async function catalogue(
  base: BaseContext,
  actor: PersonActor,
  kind: CatalogueKind,
  names: readonly string[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of names) ids.set(name, (await act(base, actor, addToCatalogue, { kind, name })).id);
  return ids;
}

async function library(base: BaseContext, actor: PersonActor): Promise<World["runbooks"]> {
  const runbooks = new Map<string, { versionId: string; parsed: ReturnType<typeof parseRunbook> }>();
  const files = RUNBOOK_FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".md"))
      .map((file) => path.join(folder, file)),
  );
  for (const file of files) {
    const source = readFileSync(file, "utf8");
    const fileName = path.basename(file);
    const { slug, versionId } = await act(base, actor, importRunbook, { source, fileName });
    runbooks.set(slug, { versionId, parsed: parseRunbook(source, { fileName }) });
  }
  return runbooks;
}
