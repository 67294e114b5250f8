import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanImage } from "./clean-image";
import { exifOf, orientationIn } from "./exif";
import { asciiBytes, joined } from "./image";
import * as crafted from "./testing/crafted";

const { aPng, aJpeg, aTalkingPng, aTalkingJpeg, aTalkingGif, aTalkingWebp, SECRET } = crafted;

function clean(bytes: Uint8Array) {
  const said = cleanImage(bytes);
  if (!said.ok) throw new Error(said.message);
  return said.image;
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

const talking = [
  ["image/png", aTalkingPng()],
  ["image/jpeg", aTalkingJpeg()],
  ["image/gif", aTalkingGif()],
  ["image/webp", aTalkingWebp()],
] as const;

describe.each(talking)("%s", (mediaType, bytes) => {
  test("is known by its bytes, and loses all that is not the picture", () => {
    expect(text(bytes)).toContain(SECRET);
    const image = clean(bytes);
    expect(image.mediaType).toBe(mediaType);
    expect(text(image.bytes)).not.toContain("48.85837N");
    expect(text(image.bytes)).not.toContain("script");
  });

  test("stays as it is when it is cleaned again", () => {
    const { bytes: once } = clean(bytes);
    expect(clean(once).bytes).toEqual(once);
  });

  test("is refused when it is cut off, wherever that is", () => {
    const { bytes: whole } = clean(bytes);
    for (let length = 12; length < whole.length; length++) {
      expect(cleanImage(whole.subarray(0, length))).toMatchObject({ ok: false, code: "invalid" });
    }
  });

  test("is cleaned or refused, never a defect, whatever is changed in it", () => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const { at, to } of changes) damaged[at] = to;
        const said = cleanImage(damaged);
        if (said.ok) expect(clean(said.image.bytes).bytes).toEqual(said.image.bytes);
        else expect(said.code).toBe("invalid");
      }),
      { numRuns: 200 },
    );
  });
});

describe("which way up", () => {
  test("is kept, though everything else of the EXIF goes", () => {
    expect(orientationIn(crafted.exifWithPlace(6))).toBe(6);
    expect(orientationIn(exifOf(8))).toBe(8);
    const kept = text(exifOf(6));
    for (const bytes of [aTalkingPng(), aTalkingJpeg(), aTalkingWebp()]) {
      expect(text(clean(bytes).bytes)).toContain(kept);
    }
  });

  test("is not said when it is the usual one", () => {
    expect(text(clean(aTalkingJpeg(1)).bytes)).not.toContain("Exif");
    expect(text(clean(aTalkingWebp({ orientation: 1 })).bytes)).not.toContain("EXIF");
  });

  test("is the usual one where the EXIF makes no sense", () => {
    expect(orientationIn(asciiBytes("II"))).toBe(1);
    expect(orientationIn(crafted.exifWithPlace(9))).toBe(1);
    expect(orientationIn(new Uint8Array())).toBe(1);
  });
});

describe("what is refused", () => {
  test.each([
    ["an SVG, whatever it is called", asciiBytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["an SVG behind a byte order mark", joined([Uint8Array.of(0xef, 0xbb, 0xbf), asciiBytes("<svg/>")])],
    ["a page", asciiBytes("<!doctype html><script>alert(1)</script>")],
    ["a PDF", asciiBytes("%PDF-1.7")],
    ["a bitmap", joined([asciiBytes("BM"), new Uint8Array(60)])],
    ["nothing", new Uint8Array()],
  ])("%s", (_, bytes) => {
    expect(cleanImage(bytes)).toMatchObject({ ok: false, message: expect.stringMatching(/^This is no PNG/) });
  });

  test("sizes that a browser could not unpack", () => {
    const bomb = cleanImage(aPng({ width: 30_000, height: 30_000 }));
    expect(bomb).toMatchObject({ ok: false, message: expect.stringMatching(/30000 × 30000: too large/) });
    expect(cleanImage(aJpeg({ width: 10_000, height: 10_000 }))).toMatchObject({ ok: false });
    expect(cleanImage(aPng({ width: 0 }))).toMatchObject({ ok: false });
    expect(cleanImage(aPng({ width: 8_000, height: 6_000 }))).toMatchObject({ ok: true });
  });

  test("a picture that is larger than it says it is", () => {
    expect(cleanImage(aTalkingGif({ width: 1, frame: 9_000 }))).toMatchObject({ ok: false });
    expect(cleanImage(aTalkingWebp({ canvas: 8, picture: 9_000 }))).toMatchObject({ ok: false });
  });

  test("a PNG with a wrong checksum, or a chunk that one must know", () => {
    const wrong = aPng();
    wrong[20] = 9;
    expect(cleanImage(wrong)).toMatchObject({ ok: false });
    expect(cleanImage(aPng({ chunks: [crafted.chunk("EVIL", asciiBytes("x"))] }))).toMatchObject({
      ok: false,
    });
  });

  test("a JPEG with a second frame, which could be another size", () => {
    const second = crafted.segment(0xc2, Uint8Array.of(8, 0x7f, 0xff, 0x7f, 0xff, 1, 1, 0x11, 0));
    expect(cleanImage(aJpeg({ segments: [second] }))).toMatchObject({ ok: false });
  });
});

test("what stands behind the end of an image is left behind, a page or an archive", () => {
  const archive = joined([asciiBytes("PK\x03\x04"), asciiBytes("<html><script>steal()</script>")]);
  for (const bytes of [aPng(), aJpeg(), aTalkingGif(), aTalkingWebp()]) {
    expect(text(clean(joined([bytes, archive])).bytes)).not.toMatch(/PK|steal/);
  }
});

test("5 MB come out whole", () => {
  const scan = new Uint8Array(5_000_000).fill(0x55);
  const jpeg = aJpeg();
  const large = joined([jpeg.subarray(0, -2), scan, jpeg.subarray(-2)]);
  expect(clean(large).bytes.length).toBeGreaterThan(5_000_000);
});
