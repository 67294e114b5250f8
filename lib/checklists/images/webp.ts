import { exifOf, orientationIn } from "./exif";
import { asciiBytes, DamagedImage, joined, Reader, u32le, type CleanImage } from "./image";

interface Chunk {
  type: string;
  data: Uint8Array;
}

const PICTURE = new Set(["VP8 ", "VP8L"]);
/** ICC profile, EXIF, XMP. */
const METADATA_FLAGS = 0x20 | 0x08 | 0x04;
const EXIF_FLAG = 0x08;
const MOST_FRAMES = 600;

/**
 * A WebP of which only pictures and their timing are left, and which way up they are. Profiles, XMP, unknown chunks and
 * what stands behind the end go. Source: RFC 9649. @throws DamagedImage
 */
export function cleanWebp(bytes: Uint8Array): CleanImage {
  const reader = new Reader(bytes);
  reader.take(4);
  const length = reader.u32(true);
  reader.take(4);
  if (length - 4 > reader.left) throw new DamagedImage("cut off");
  const chunks = readChunks(reader.take(length - 4));
  const [first] = chunks;
  if (!first) throw new DamagedImage("empty");
  if (PICTURE.has(first.type)) return made([first], sizeOf(first));
  if (first.type !== "VP8X" || first.data.length !== 10) throw new DamagedImage("no picture");

  const canvas = canvasOf(first);
  const exif = chunks.find(({ type }) => type === "EXIF");
  const orientation = exif ? orientationIn(withoutPrefix(exif.data)) : 1;
  const kept = chunks.slice(1).flatMap((chunk) => keep(chunk, canvas));
  const frames = kept.filter(({ type }) => PICTURE.has(type) || type === "ANMF");
  if (frames.length === 0 || frames.length > MOST_FRAMES) throw new DamagedImage("no picture, or too many");
  const flags = ((first.data[0] ?? 0) & ~METADATA_FLAGS) | (orientation === 1 ? 0 : EXIF_FLAG);
  const header = { type: "VP8X", data: joined([Uint8Array.of(flags), first.data.subarray(1)]) };
  const upright = orientation === 1 ? [] : [{ type: "EXIF", data: exifOf(orientation) }];
  return made([header, ...kept, ...upright], canvas);
}

function keep(chunk: Chunk, canvas: Size): Chunk[] {
  if (chunk.type === "ALPH" || chunk.type === "ANIM") return [chunk];
  if (PICTURE.has(chunk.type)) {
    checkInside(sizeOf(chunk), canvas);
    return [chunk];
  }
  return chunk.type === "ANMF" ? [frameOf(chunk, canvas)] : [];
}

/** A frame: 16 bytes of place and time, then chunks of its own. */
function frameOf({ data }: Chunk, canvas: Size): Chunk {
  if (data.length < 16) throw new DamagedImage("cut off");
  const inner = readChunks(data.subarray(16)).flatMap((chunk) =>
    chunk.type === "ANMF" ? [] : keep(chunk, canvas),
  );
  return { type: "ANMF", data: joined([data.subarray(0, 16), ...inner.map(written)]) };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const reader = new Reader(bytes);
  const chunks: Chunk[] = [];
  while (reader.left >= 8) {
    const type = reader.ascii(4);
    const length = reader.u32(true);
    const data = reader.take(length);
    if (length % 2 === 1 && reader.left > 0) reader.take(1);
    chunks.push({ type, data });
  }
  return chunks;
}

function written({ type, data }: Chunk): Uint8Array {
  return joined([asciiBytes(type), u32le(data.length), data, new Uint8Array(data.length % 2)]);
}

function made(chunks: readonly Chunk[], size: Size): CleanImage {
  const body = joined([asciiBytes("WEBP"), ...chunks.map(written)]);
  return { mediaType: "image/webp", ...size, bytes: joined([asciiBytes("RIFF"), u32le(body.length), body]) };
}

interface Size {
  width: number;
  height: number;
}

function canvasOf({ data }: Chunk): Size {
  const reader = new Reader(data);
  reader.take(4);
  return { width: reader.u24le() + 1, height: reader.u24le() + 1 };
}

/** The size that the picture's own coding says. */
function sizeOf({ type, data }: Chunk): Size {
  const reader = new Reader(data);
  if (type === "VP8L") {
    if (reader.u8() !== 0x2f) throw new DamagedImage("no VP8L");
    const bits = reader.u32(true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  reader.take(3);
  if (reader.u24le() !== 0x2a019d) throw new DamagedImage("no VP8");
  return { width: reader.u16(true) & 0x3fff, height: reader.u16(true) & 0x3fff };
}

function checkInside(frame: Size, canvas: Size): void {
  if (frame.width > canvas.width || frame.height > canvas.height) throw new DamagedImage("outside");
}

/** Some writers put JPEG's prefix before the EXIF block. */
function withoutPrefix(data: Uint8Array): Uint8Array {
  return data[0] === 0x45 && data[1] === 0x78 ? data.subarray(6) : data;
}
