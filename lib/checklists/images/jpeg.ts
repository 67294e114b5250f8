import { exifOf, orientationIn } from "./exif";
import { asciiBytes, DamagedImage, joined, Reader, u16be, type CleanImage } from "./image";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const JFIF = 0xe0;
const EXIF = 0xe1;
const ADOBE = 0xee;

/** Tables and restart intervals: without them the picture cannot be read. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd]);

/**
 * A JPEG of which only the picture is left, and which way up it is. Profiles, thumbnails, comments and what stands
 * behind the end go. Source: ITU-T T.81, annex B. @throws DamagedImage
 */
export function cleanJpeg(bytes: Uint8Array): CleanImage {
  const reader = new Reader(bytes);
  if (readMarker(reader) !== SOI) throw new DamagedImage("no beginning");
  const kept: Uint8Array[] = [];
  let frame: { width: number; height: number } | null = null;
  let orientation = 1;
  let scanned = false;
  for (;;) {
    const marker = readMarker(reader);
    if (marker === EOI) break;
    const data = reader.take(reader.u16() - 2);
    if (marker === EXIF && startsWith(data, "Exif\0\0")) orientation = orientationIn(data.subarray(6));
    else if (marker === JFIF && startsWith(data, "JFIF\0")) kept.push(jfifWithoutThumbnail(data));
    else if (marker === ADOBE && startsWith(data, "Adobe")) kept.push(segment(marker, data.subarray(0, 12)));
    else if (TABLES.has(marker)) kept.push(segment(marker, data));
    else if (isFrame(marker)) {
      if (frame) throw new DamagedImage("two frames");
      frame = sizeIn(data);
      kept.push(segment(marker, data));
    } else if (marker === SOS) {
      if (!frame) throw new DamagedImage("a scan before its frame");
      kept.push(segment(marker, data), readScan(reader));
      scanned = true;
    }
  }
  if (!frame || !scanned) throw new DamagedImage("no picture");
  const upright =
    orientation === 1 ? [] : [segment(EXIF, joined([asciiBytes("Exif\0\0"), exifOf(orientation)]))];
  const whole = joined([Uint8Array.of(0xff, SOI), ...upright, ...kept, Uint8Array.of(0xff, EOI)]);
  return { mediaType: "image/jpeg", ...frame, bytes: whole };
}

/** The next marker; any number of 0xFF may stand before it. */
function readMarker(reader: Reader): number {
  if (reader.u8() !== 0xff) throw new DamagedImage("no marker");
  let code = reader.u8();
  while (code === 0xff) code = reader.u8();
  return code;
}

/** Coded data up to the next marker that is neither a stuffed zero nor a restart. */
function readScan(reader: Reader): Uint8Array {
  const { bytes } = reader;
  const begin = reader.at;
  for (let at = begin; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const code = bytes[at + 1] ?? 0;
    if (code === 0 || code === 0xff || (code >= 0xd0 && code <= 0xd7)) continue;
    reader.at = at;
    return bytes.subarray(begin, at);
  }
  throw new DamagedImage("cut off");
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function sizeIn(frame: Uint8Array): { width: number; height: number } {
  const reader = new Reader(frame);
  reader.take(1);
  const height = reader.u16();
  return { width: reader.u16(), height };
}

function jfifWithoutThumbnail(data: Uint8Array): Uint8Array {
  if (data.length < 14) throw new DamagedImage("no JFIF");
  return segment(JFIF, joined([data.subarray(0, 12), Uint8Array.of(0, 0)]));
}

function segment(marker: number, data: Uint8Array): Uint8Array {
  return joined([Uint8Array.of(0xff, marker), u16be(data.length + 2), data]);
}

function startsWith(data: Uint8Array, text: string): boolean {
  return [...text].every((letter, index) => data[index] === letter.charCodeAt(0));
}
