import { authorise } from "@/lib/auth/authorise";
import type { Context } from "@/lib/db/context";
import { Failure } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { storable } from "@/lib/kernel/text";
import { append, timeIn } from "@/lib/timeline/append";
import { lockAdministration } from "@/lib/timeline/administration";
import type { Profile } from "./dto";
import { readOwnProfile } from "./own-profile";
import type { ProfileInput } from "./schemas";

/**
 * Changes one's own name, time zone, theme, sound or contact addresses; what is absent stays.
 * The audit log says which fields, not their words.
 */
export async function changeProfile(ctx: Context, input: ProfileInput): Promise<Profile> {
  authorise(ctx.actor, "profile.edit");
  const personId = ctx.actor.id;
  if (ctx.actor.kind !== "person" || !personId)
    throw new Failure("forbidden", "Only a person has a profile.");
  const before = await readOwnProfile(ctx);
  const fields = (Object.keys(input) as (keyof ProfileInput)[]).filter((field) => {
    return input[field] !== undefined && JSON.stringify(input[field]) !== JSON.stringify(before[field]);
  });
  if (fields.length === 0) return before;
  const stream = await lockAdministration(ctx);
  const { addresses, name, ...rest } = input;
  await ctx.db.person.update({
    where: { id: personId },
    data: { ...rest, name: name && storable(name) },
    select: { id: true },
  });
  if (addresses) await replaceAddresses(ctx, personId, addresses);
  const data = { personId, fields: fields.toSorted() };
  await append(ctx, stream, timeIn(ctx, stream), { kind: "person.profile_changed", data });
  return readOwnProfile(ctx);
}

async function replaceAddresses(
  ctx: Context,
  personId: string,
  addresses: NonNullable<ProfileInput["addresses"]>,
): Promise<void> {
  await ctx.db.contactAddress.deleteMany({ where: { personId } });
  await ctx.db.contactAddress.createMany({
    data: addresses.map(({ kind, value }, position) => ({
      ...{ id: newId(), personId, kind, position },
      value: storable(value),
    })),
  });
}
