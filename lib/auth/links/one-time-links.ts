import { randomBytes } from "node:crypto";
import type { Context, ReadContext } from "@/lib/db/context";
import type { OneTimeLink, Prisma } from "@/lib/db/generated/client";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append, type LockedStream } from "@/lib/timeline/append";
import { sha256 } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import { linkLifetime, linkProblem, type LinkPurpose } from "./link.rules";

/** A link that was just made: the only moment at which its token is known. */
export interface MadeLink {
  id: string;
  token: string;
  expiresAt: Date;
}

type Invited = Pick<OneTimeLink, "email" | "name" | "accessRole">;

/**
 * Makes a link and writes it into the audit log. Only the SHA-256 of its token is kept: 32 random bytes need no more.
 * @param stream the locked audit log
 * @param about whose password is reset, or who is invited
 */
export async function makeLink(
  ctx: Context,
  stream: LockedStream,
  at: Date,
  purpose: LinkPurpose,
  about: { personId?: string } & Partial<Invited> = {},
): Promise<MadeLink> {
  const id = newId();
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(at.getTime() + linkLifetime[purpose]);
  const createdById = ctx.actor.kind === "person" ? ctx.actor.id : null;
  await ctx.db.oneTimeLink.create({
    data: { id, purpose, tokenHash: sha256(token), ...about, createdById, createdAt: at, expiresAt },
    select: { id: true },
  });
  const email = about.email ? newText(about.email) : null;
  await append(ctx, stream, at, {
    kind: "link.made",
    data: {
      linkId: id,
      purpose,
      personId: about.personId ?? null,
      accessRole: about.accessRole ?? null,
      email: email?.ref ?? null,
    },
    texts: [email],
  });
  return { id, token, expiresAt };
}

/** Withdraws what is still open of `where`, with an entry each. @returns how many */
export async function withdrawLinks(
  ctx: Context,
  stream: LockedStream,
  at: Date,
  where: Prisma.OneTimeLinkWhereInput,
): Promise<number> {
  const open = { ...where, usedAt: null, withdrawnAt: null, expiresAt: { gt: at } };
  const links = await ctx.db.oneTimeLink.findMany({
    where: open,
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of links) {
    await ctx.db.oneTimeLink.update({
      where: { id, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: at },
      select: { id: true },
    });
    await append(ctx, stream, at, { kind: "link.withdrawn", data: { linkId: id } });
  }
  return links.length;
}

/**
 * Uses a link up. Of two who open it at once, one gets it.
 * @throws Failure `gone` with the reason and what to do
 */
export async function takeLink(
  ctx: Context,
  at: Date,
  purpose: LinkPurpose,
  token: string,
): Promise<OneTimeLink> {
  const where = { tokenHash: sha256(token), purpose };
  const [used] = await ctx.db.oneTimeLink.updateManyAndReturn({
    where: { ...where, usedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  if (used) return used;
  throw new Failure(
    "gone",
    linkProblem(purpose, await ctx.db.oneTimeLink.findFirst({ where }), at) ?? "Try again.",
  );
}

/**
 * Reads a link that still works, before any lock: a dead one costs nobody else a wait, nor a hash.
 * @throws Failure `gone` with the reason and what to do
 */
export async function peekLink(ctx: Context, purpose: LinkPurpose, token: string): Promise<OneTimeLink> {
  const link = await ctx.db.oneTimeLink.findFirst({ where: { tokenHash: sha256(token), purpose } });
  const problem = linkProblem(purpose, link, ctx.clock.now());
  if (problem || !link) throw new Failure("gone", problem ?? "Try again.");
  return link;
}

/** What a page needs to know of the link that was opened. */
export interface OpenedLink {
  /** Why it does not work, or null. */
  problem: string | null;
  /** For an invitation: who is invited. For a reset: whose password. */
  email: string | null;
  name: string | null;
}

/** Looks at a link without using it. */
export async function readLink(
  ctx: Pick<ReadContext, "db" | "clock">,
  purpose: LinkPurpose,
  token: string,
): Promise<OpenedLink> {
  const link = await ctx.db.oneTimeLink.findFirst({ where: { tokenHash: sha256(token), purpose } });
  const problem = linkProblem(purpose, link, ctx.clock.now());
  if (problem || !link) return { problem, email: null, name: null };
  if (!link.personId) return { problem, email: link.email, name: link.name };
  const person = await ctx.db.person.findUnique({
    where: { id: link.personId },
    select: { email: true, name: true },
  });
  return { problem, email: person?.email ?? null, name: person?.name ?? null };
}
