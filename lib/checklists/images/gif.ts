import { DamagedImage, joined, Reader, type CleanImage } from "./image";

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** More pictures than a recording of a screen has. */
const MOST_FRAMES = 600;

/**
 * A GIF of which only pictures, their timing and "again from the start" are left. Comments, texts, XMP and what stands
 * behind the end go. Source: GIF89a. @throws DamagedImage
 */
export function cleanGif(bytes: Uint8Array): CleanImage {
  const reader = new Reader(bytes);
  reader.take(6);
  const [width, height] = [reader.u16(true), reader.u16(true)];
  const flags = reader.u8();
  reader.take(2 + colours(flags));
  const kept = [bytes.subarray(0, reader.at)];
  let frames = 0;
  for (;;) {
    const begin = reader.at;
    const kind = reader.u8();
    if (kind === TRAILER) break;
    if (kind === EXTENSION) {
      const label = reader.u8();
      const isLoop = label === APPLICATION && isLoopOf(reader);
      skipBlocks(reader);
      if (label === GRAPHIC_CONTROL || isLoop) kept.push(bytes.subarray(begin, reader.at));
    } else if (kind === PICTURE) {
      reader.take(4);
      checkInside({ width: reader.u16(true), height: reader.u16(true) }, { width, height });
      reader.take(colours(reader.u8()) + 1);
      skipBlocks(reader);
      kept.push(bytes.subarray(begin, reader.at));
      if (++frames > MOST_FRAMES) throw new DamagedImage("too many pictures");
    } else throw new DamagedImage("unknown block");
  }
  if (frames === 0) throw new DamagedImage("no picture");
  return { mediaType: "image/gif", width, height, bytes: joined([...kept, Uint8Array.of(TRAILER)]) };
}

/** The bytes of a colour table, as the flags before it say. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function skipBlocks(reader: Reader): void {
  for (let length = reader.u8(); length > 0; length = reader.u8()) reader.take(length);
}

/** NETSCAPE2.0 with one block of three bytes: how often to begin again. Others may hold anything. */
function isLoopOf({ bytes, at }: Reader): boolean {
  const name = String.fromCharCode(...bytes.subarray(at + 1, at + 12));
  return bytes[at] === 11 && name === "NETSCAPE2.0" && bytes[at + 12] === 3 && bytes[at + 16] === 0;
}

/** A picture larger than its screen would make a decoder take more memory than the size says. */
function checkInside(
  frame: { width: number; height: number },
  screen: { width: number; height: number },
): void {
  if (frame.width > screen.width || frame.height > screen.height) throw new DamagedImage("outside");
}
