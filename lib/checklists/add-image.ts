import { randomBytes } from "node:crypto";
import type { Context } from "@/lib/db/context";
import type { Written } from "@/lib/incidents/dto";
import { ensureJoined } from "@/lib/incidents/ensure-joined";
import { written } from "@/lib/incidents/written";
import { Failure, orThrow } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { append } from "@/lib/timeline/append";
import { imageDigest } from "@/lib/timeline/hash.rules";
import { newText } from "@/lib/timeline/texts";
import { MOST_IMAGES } from "./image.rules";
import { cleanImage } from "./images/clean-image";
import type { CleanImage } from "./images/image";
import { lockStep } from "./locked-step";

/**
 * Adds an image as evidence of what came out of a step: cleaned of all that is not the picture, kept beside the text that
 * says what it shows.
 * @param description what it shows; blank: its format and size stand for it
 * @throws Failure `invalid` for what is no such image, `conflict` once the incident has as many as it may
 */
export async function addImage(
  ctx: Context,
  input: { itemId: string; bytes: Uint8Array; description: string },
): Promise<Written> {
  const { incident, item } = await lockStep(ctx, input.itemId);
  const { stream, at } = incident;
  if ((await ctx.db.evidenceImage.count({ where: { streamId: stream.id } })) >= MOST_IMAGES)
    throw new Failure("conflict", `This incident has ${MOST_IMAGES} images already. Add a link instead.`);
  const { image } = orThrow(cleanImage(input.bytes));
  const joined = await ensureJoined(ctx, incident);
  const text = newText(input.description.trim() || inWords(image));
  const salt = new Uint8Array(randomBytes(16));
  const { bytes, mediaType, width, height } = image;
  const remarkId = newId();
  await ctx.db.checklistRemark.create({
    data: {
      ...{ id: remarkId, itemId: item.id, kind: "evidence", textId: text.ref.textId },
      ...{ personId: ctx.actor.id, at, imageType: mediaType, imageWidth: width, imageHeight: height },
    },
    select: { id: true },
  });
  const facts = { digest: imageDigest(salt, bytes), mediaType, width, height, size: bytes.length };
  const entry = await append(ctx, stream, at, {
    kind: "step.image_added",
    data: { checklistId: item.checklistId, itemId: item.id, remarkId, text: text.ref, image: facts },
    texts: [text],
  });
  const place = { textId: text.ref.textId, streamId: stream.id, seq: entry.seq };
  await ctx.db.evidenceImage.create({ data: { ...place, mediaType, salt, bytes }, select: { seq: true } });
  return written(incident, ...joined, entry);
}

/** "PNG image, 1280 × 800" */
function inWords({ mediaType, width, height }: CleanImage): string {
  return `${mediaType.replace("image/", "").toUpperCase()} image, ${width} × ${height}`;
}
