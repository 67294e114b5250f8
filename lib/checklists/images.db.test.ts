import { beforeAll, describe, expect, test } from "vitest";
import { testContext, type TestContext } from "@/lib/db/testing/make-context";
import { anApplication, type AnApplication } from "@/lib/http/testing/an-application";
import { act, anIncidentInHand, aPerson } from "@/lib/incidents/testing/factories";
import type { Written } from "@/lib/incidents/dto";
import type { PersonActor } from "@/lib/kernel/actor";
import { newId } from "@/lib/kernel/ids";
import { redactText } from "@/lib/record/redact-text";
import { expectFoldEqualsTables } from "@/lib/room/testing/expect-fold-equals-tables";
import { registerSigningKey } from "@/lib/timeline/register-signing-key";
import { verifyStream } from "@/lib/timeline/verify/verify-stream";
import { addImage } from "./add-image";
import { IMAGE_LIMIT_BYTES, MOST_IMAGES } from "./image.rules";
import { asciiBytes, joined } from "./images/image";
import { aPng, aTalkingJpeg, SECRET } from "./images/testing/crafted";
import { startOwnChecklist } from "./start-own";

let ctx: TestContext;
let app: AnApplication;
let manager: PersonActor;
beforeAll(async () => {
  ctx = await testContext();
  await registerSigningKey(ctx.db, ctx.signer, ctx.clock.now());
  app = anApplication(ctx);
  manager = await aPerson(ctx, "manager", "Noor Haddad");
});

async function aStep(visibility: "everyone" | "members" = "everyone") {
  const incident = await anIncidentInHand(ctx, { visibility });
  const commander = ctx.as(incident.commander);
  await act(commander, startOwnChecklist, { key: incident.key, title: "First look", steps: ["Look"] });
  const { id: itemId } = await ctx.db.checklistItem.findFirstOrThrow({ where: { streamId: incident.id } });
  return { ...incident, itemId };
}

interface Sent {
  type?: string;
  description?: string;
  key?: string;
}

function send(
  actor: PersonActor,
  itemId: string,
  bytes: Uint8Array<ArrayBuffer>,
  { type = "image/png", description, key = newId() }: Sent = {},
) {
  const words = description === undefined ? null : encodeURIComponent(description);
  const headers = { "content-type": type, "idempotency-key": key, "x-description": words };
  return app.send(actor, "POST", `/steps/${itemId}/images`, { raw: bytes, headers });
}

async function idOf(response: Response): Promise<string> {
  const { entries } = (await response.json()) as Written;
  const entry = entries.at(-1);
  if (entry?.kind !== "step.image_added") throw new Error("no image was added");
  return entry.data.text.textId;
}

const problem = async (response: Response) => [
  response.status,
  ((await response.json()) as { detail: string }).detail,
];

describe("an image as evidence", () => {
  test("comes back as a picture only: cleaned, and in a page that may do nothing", async () => {
    const { id, commander, itemId } = await aStep();
    const added = await send(commander, itemId, aTalkingJpeg(), {
      type: "image/jpeg",
      description: "Fan, größer",
    });
    expect(added.status).toBe(201);
    const imageId = await idOf(added);
    const shown = await app.send(manager, "GET", `/images/${imageId}`);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "content-disposition": "inline",
      "cache-control": "private, no-cache",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
      "cross-origin-resource-policy": "same-origin",
    });
    const bytes = Buffer.from(await shown.arrayBuffer()).toString("latin1");
    expect(bytes).not.toContain(SECRET);
    const text = await ctx.db.entryText.findUniqueOrThrow({ where: { id: imageId } });
    expect(text.text).toBe("Fan, größer");
    await expectFoldEqualsTables(ctx, id);
  });

  test("is told by its format and size when nobody says what it shows", async () => {
    const { commander, itemId } = await aStep();
    const imageId = await idOf(await send(commander, itemId, aPng({ width: 4, height: 3 })));
    const text = await ctx.db.entryText.findUniqueOrThrow({ where: { id: imageId } });
    expect(text.text).toBe("PNG image, 4 × 3");
  });

  test("is asked for again each time, and sent only when it is another", async () => {
    const { commander, itemId } = await aStep();
    const path = `/images/${await idOf(await send(commander, itemId, aPng()))}`;
    const etag = (await app.send(commander, "GET", path)).headers.get("etag");
    const again = await app.send(commander, "GET", path, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("is added once by a retry; another image under the same key is refused", async () => {
    const { id, commander, itemId } = await aStep();
    const key = newId();
    const first = await idOf(await send(commander, itemId, aPng(), { key }));
    expect(await idOf(await send(commander, itemId, aPng(), { key }))).toBe(first);
    expect(await ctx.db.evidenceImage.count({ where: { streamId: id } })).toBe(1);
    expect((await send(commander, itemId, aPng({ width: 3 }), { key })).status).toBe(422);
    expect((await send(commander, itemId, aPng(), { key, description: "other" })).status).toBe(422);
  });

  test("is not there for who may not know of the incident", async () => {
    const { commander, itemId } = await aStep("members");
    const imageId = await idOf(await send(commander, itemId, aPng()));
    const stranger = await aPerson(ctx, "manager", "Piet Bos");
    expect((await app.send(stranger, "GET", `/images/${imageId}`)).status).toBe(404);
    expect((await send(stranger, itemId, aPng())).status).toBe(404);
  });
});

describe("what is refused", () => {
  test("an SVG that is called a PNG, and one that says what it is", async () => {
    const { id, commander, itemId } = await aStep();
    const svg = joined([asciiBytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')]);
    expect(await problem(await send(commander, itemId, svg))).toEqual([
      400,
      "This is no PNG, JPEG, WebP or GIF image. Choose another file.",
    ]);
    const honest = await problem(await send(commander, itemId, svg, { type: "image/svg+xml" }));
    expect(honest).toEqual([
      400,
      expect.stringMatching(/^Send .* or image\/png or image\/jpeg or image\/webp or image\/gif\.$/),
    ]);
    expect(await ctx.db.timelineEntry.count({ where: { streamId: id, kind: "step.image_added" } })).toBe(0);
  });

  test("more than 5 MB", async () => {
    const { commander, itemId } = await aStep();
    const large = new Uint8Array(IMAGE_LIMIT_BYTES + 1);
    expect(await problem(await send(commander, itemId, large))).toEqual([413, "This is larger than 5 MB."]);
  });

  test("JSON without an image, and words that are not spelled as they must", async () => {
    const { commander, itemId } = await aStep();
    const json = await app.send(commander, "POST", `/steps/${itemId}/images`, { body: { bytes: "" } });
    expect(json.status).toBe(400);
    const headers = { "content-type": "image/png", "x-description": "%zz" };
    const words = await app.send(commander, "POST", `/steps/${itemId}/images`, { raw: aPng(), headers });
    expect((await problem(words))[0]).toBe(400);
  });

  test("one more than an incident may have", async () => {
    const { id, commander, itemId } = await aStep();
    await ctx.db.$executeRaw`
      INSERT INTO evidence_images (text_id, stream_id, seq, media_type)
      SELECT gen_random_uuid(), ${id}::uuid, n, 'image/png' FROM generate_series(1, ${MOST_IMAGES}) AS n`;
    expect((await problem(await send(commander, itemId, aPng())))[0]).toBe(409);
  });
});

describe("redacting", () => {
  test("takes the image with its words, for good, and the record holds", async () => {
    const { id, key, commander, itemId } = await aStep();
    const { entries } = await act(ctx.as(commander), addImage, {
      itemId,
      bytes: aPng(),
      description: "A password",
    });
    const entry = entries.at(-1)!;
    const textId = entry.kind === "step.image_added" ? entry.data.text.textId : "";
    await act(ctx.as(manager), redactText, { key, textIds: [textId], reason: "it shows a password" });
    expect(await ctx.db.evidenceImage.findUniqueOrThrow({ where: { textId } })).toMatchObject({
      ...{ bytes: null, salt: null },
    });
    expect((await app.send(manager, "GET", `/images/${textId}`)).status).toBe(410);
    expect(await verifyStream(ctx, id)).toMatchObject({
      ok: true,
      redacted: [{ seq: entry.seq, by: manager.id }],
    });
    await expectFoldEqualsTables(ctx, id);
  });

  test("is told from tampering: other bytes, or none, are altered", async () => {
    const { id, commander, itemId } = await aStep();
    const [one, two] = [
      await idOf(await send(commander, itemId, aPng())),
      await idOf(await send(commander, itemId, aPng())),
    ];
    expect(await verifyStream(ctx, id)).toMatchObject({ ok: true });
    await ctx.db.evidenceImage.update({ where: { textId: one }, data: { bytes: aPng({ width: 3 }) } });
    await ctx.db.evidenceImage.delete({ where: { textId: two } });
    const { problems } = await verifyStream(ctx, id);
    expect(problems.map(({ what }) => what)).toEqual(["text altered", "text altered"]);
  });
});
