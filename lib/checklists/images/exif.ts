import { Reader, u16be, u32be, joined, asciiBytes } from "./image";

const ORIENTATION = 0x0112;
const SHORT = 3;

/**
 * Which way up a picture is to be shown (1–8), from an EXIF block; 1 when that cannot be read.
 * Source: TIFF 6.0, section 8; EXIF 2.3, 4.6.4.
 */
export function orientationIn(tiff: Uint8Array): number {
  try {
    const reader = new Reader(tiff);
    const order = reader.ascii(2);
    if (order !== "II" && order !== "MM") return 1;
    const little = order === "II";
    if (reader.u16(little) !== 42) return 1;
    reader.at = reader.u32(little);
    const count = reader.u16(little);
    for (let index = 0; index < count; index++) {
      const [tag, type] = [reader.u16(little), reader.u16(little)];
      reader.take(4);
      const value = reader.u16(little);
      reader.take(2);
      if (tag === ORIENTATION) return type === SHORT && value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
  } catch {
    return 1;
  }
}

/** An EXIF block that says which way up the picture is, and nothing else. */
export function exifOf(orientation: number): Uint8Array {
  const entry = [u16be(ORIENTATION), u16be(SHORT), u32be(1), u16be(orientation), u16be(0)];
  return joined([asciiBytes("MM"), u16be(42), u32be(8), u16be(1), ...entry, u32be(0)]);
}
