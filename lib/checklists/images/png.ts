import { crc32 } from "node:zlib";
import { exifOf, orientationIn } from "./exif";
import { asciiBytes, DamagedImage, joined, Reader, u32be, type CleanImage } from "./image";

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** What the picture is made of. Texts, times, profiles, animations and everything unknown go. */
const KEPT = new Set(["PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "IDAT"]);

/** A PNG of which only the picture is left. Source: PNG, third edition, sections 5 and 11. @throws DamagedImage */
export function cleanPng(bytes: Uint8Array): CleanImage {
  const reader = new Reader(bytes);
  reader.take(SIGNATURE.length);
  const header = readChunk(reader);
  if (header.type !== "IHDR" || header.data.length !== 13) throw new DamagedImage("no header");
  const size = new Reader(header.data);
  const [width, height] = [size.u32(), size.u32()];
  const kept = [header.whole];
  let orientation = 1;
  let pixels = false;
  for (;;) {
    const { type, data, whole } = readChunk(reader);
    if (type === "IEND") break;
    if (type === "eXIf") orientation = orientationIn(data);
    if (KEPT.has(type)) kept.push(whole);
    else if (isCritical(type)) throw new DamagedImage("unknown critical chunk");
    pixels ||= type === "IDAT" && data.length > 0;
  }
  if (!pixels) throw new DamagedImage("no pixels");
  if (orientation !== 1) kept.splice(1, 0, chunk("eXIf", exifOf(orientation)));
  // What stands behind the end is left behind.
  const whole = joined([SIGNATURE, ...kept, chunk("IEND", new Uint8Array())]);
  return { mediaType: "image/png", width, height, bytes: whole };
}

function readChunk(reader: Reader): { type: string; data: Uint8Array; whole: Uint8Array } {
  const begin = reader.at;
  const length = reader.u32();
  const type = reader.ascii(4);
  const data = reader.take(length);
  if (crc32(reader.bytes.subarray(begin + 4, reader.at)) !== reader.u32()) throw new DamagedImage("checksum");
  return { type, data, whole: reader.bytes.subarray(begin, reader.at) };
}

/** A capital first letter: who does not know the chunk cannot show the picture. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([asciiBytes(type), data]);
  return joined([u32be(data.length), body, u32be(crc32(body))]);
}
