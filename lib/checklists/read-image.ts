import { visibleTo } from "@/lib/auth/visible-to";
import type { ReadContext } from "@/lib/db/context";
import type { Picture } from "@/lib/http/picture";
import { Failure } from "@/lib/kernel/errors";

/**
 * An image of an incident that the actor may see.
 * @param imageId the id of the text that says what it shows
 * @throws Failure `not_found` when there is none, `gone` once it was redacted
 */
export async function readImage(
  ctx: ReadContext,
  { imageId: textId }: { imageId: string },
): Promise<Picture> {
  const image = await ctx.db.evidenceImage.findUnique({ where: { textId }, omit: { salt: true } });
  const incident =
    image &&
    (await ctx.db.incident.findFirst({
      where: { AND: [{ id: image.streamId }, visibleTo(ctx.actor)] },
      select: { id: true },
    }));
  if (!incident) throw new Failure("not_found", "There is no such image.");
  if (!image.bytes) throw new Failure("gone", "This image was redacted.");
  return { mediaType: image.mediaType, bytes: image.bytes, version: textId };
}
