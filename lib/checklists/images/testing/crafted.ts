import { crc32, deflateSync } from "node:zlib";
import { asciiBytes, joined, u16be, u32be, u32le } from "../image";

/** What must never come out: a place, a name, a script. */
export const SECRET = "48.85837N 2.29448E <script>alert(1)</script>";
const secret = asciiBytes(SECRET);

/** An EXIF block as a phone writes it: which way up, and where it was taken. */
export function exifWithPlace(orientation: number): Uint8Array {
  const entry = [u16be(0x0112), u16be(3), u32be(1), u16be(orientation), u16be(0)];
  return joined([asciiBytes("MM"), u16be(42), u32be(8), u16be(1), ...entry, u32be(0), secret]);
}

export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([asciiBytes(type), data]);
  return joined([u32be(data.length), body, u32be(crc32(body))]);
}

interface Png {
  width?: number;
  height?: number;
  /** Between header and pixels. */
  chunks?: Uint8Array[];
}

/** A PNG that any viewer shows: grey, one byte a pixel. */
export function aPng({ width = 2, height = 2, chunks = [] }: Png = {}): Uint8Array<ArrayBuffer> {
  const shape = Uint8Array.of(8, 0, 0, 0, 0);
  const rows = new Uint8Array(Math.min((width + 1) * height, 1_000));
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", joined([u32be(width), u32be(height), shape])),
    ...chunks,
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

/** Every chunk of a PNG that holds something besides the picture. */
export function aTalkingPng(): Uint8Array<ArrayBuffer> {
  const text = joined([asciiBytes("Comment\0"), secret]);
  const chunks = [
    ...["tEXt", "zTXt", "iTXt", "iCCP", "tIME", "prVt"].map((type) => chunk(type, text)),
    chunk("eXIf", exifWithPlace(6)),
  ];
  return joined([aPng({ chunks }), secret]);
}

export function segment(marker: number, data: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(0xff, marker), u16be(data.length + 2), data]);
}

interface Jpeg {
  width?: number;
  height?: number;
  /** Before the frame. */
  segments?: Uint8Array[];
}

/** The bones of a JPEG: right for who reads its structure, without a picture to decode. */
export function aJpeg({ width = 640, height = 480, segments = [] }: Jpeg = {}): Uint8Array<ArrayBuffer> {
  const frame = joined([Uint8Array.of(8), u16be(height), u16be(width), Uint8Array.of(1, 1, 0x11, 0)]);
  const coded = Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56);
  return joined([
    Uint8Array.of(0xff, 0xd8),
    ...segments,
    segment(0xdb, new Uint8Array(65)),
    segment(0xc0, frame),
    segment(0xc4, new Uint8Array(20)),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    coded,
    Uint8Array.of(0xff, 0xd9),
  ]);
}

export function aTalkingJpeg(orientation = 6): Uint8Array<ArrayBuffer> {
  const jfif = joined([asciiBytes("JFIF\0"), Uint8Array.of(1, 2, 0, 0, 72, 0, 72, 1, 1), secret]);
  const segments = [
    segment(0xe0, jfif),
    segment(0xe1, joined([asciiBytes("Exif\0\0"), exifWithPlace(orientation)])),
    segment(0xe1, joined([asciiBytes("http://ns.adobe.com/xap/1.0/\0"), secret])),
    segment(0xe2, joined([asciiBytes("ICC_PROFILE\0"), secret])),
    segment(0xed, secret),
    segment(0xee, joined([asciiBytes("Adobe"), Uint8Array.of(0, 100, 0, 0, 0, 0, 1), secret])),
    segment(0xfe, secret),
  ];
  return joined([aJpeg({ segments }), secret]);
}

/** One grey pixel, a comment, XMP, and a loop. */
export function aTalkingGif({ width = 1, height = 1, frame = 1 } = {}): Uint8Array<ArrayBuffer> {
  const le16 = (value: number) => Uint8Array.of(value & 0xff, value >> 8);
  const block = (data: Uint8Array) => joined([Uint8Array.of(data.length), data]);
  return joined([
    ...[asciiBytes("GIF89a"), le16(width), le16(height), Uint8Array.of(0x80, 0, 0), new Uint8Array(6)],
    ...[Uint8Array.of(0x21, 0xfe), block(secret), Uint8Array.of(0)],
    ...[Uint8Array.of(0x21, 0xff), block(asciiBytes("XMP DataXMP")), block(secret), Uint8Array.of(0)],
    ...[
      Uint8Array.of(0x21, 0xff),
      block(asciiBytes("NETSCAPE2.0")),
      block(Uint8Array.of(1, 0, 0)),
      Uint8Array.of(0),
    ],
    ...[Uint8Array.of(0x21, 0xf9, 4, 0, 0, 0, 0, 0)],
    ...[Uint8Array.of(0x2c, 0, 0, 0, 0), le16(frame), le16(frame), Uint8Array.of(0, 2, 2, 0x44, 0x01, 0)],
    ...[Uint8Array.of(0x3b), secret],
  ]);
}

export function riff(...chunks: [type: string, data: Uint8Array][]): Uint8Array<ArrayBuffer> {
  const written = chunks.flatMap(([type, data]) => [
    ...[asciiBytes(type), u32le(data.length), data, new Uint8Array(data.length % 2)],
  ]);
  const body = joined([asciiBytes("WEBP"), ...written]);
  return joined([asciiBytes("RIFF"), u32le(body.length), body]);
}

/** A lossless picture's beginning; the rest is no concern of who reads its structure. */
export function vp8l(width: number, height: number): Uint8Array {
  return joined([Uint8Array.of(0x2f), u32le((width - 1) | ((height - 1) << 14)), Uint8Array.of(0, 0, 0)]);
}

export function aTalkingWebp({ canvas = 32, picture = 32, orientation = 6 } = {}): Uint8Array<ArrayBuffer> {
  const side = u32le(canvas - 1).subarray(0, 3);
  const header = joined([Uint8Array.of(0x20 | 0x08 | 0x04, 0, 0, 0), side, side]);
  const whole = riff(
    ["VP8X", header],
    ["ICCP", secret],
    ["VP8L", vp8l(picture, picture)],
    ["EXIF", joined([asciiBytes("Exif\0\0"), exifWithPlace(orientation)])],
    ["XMP ", secret],
    ["MORE", secret],
  );
  return joined([whole, secret]);
}
