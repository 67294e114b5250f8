import type { Refusal } from "@/lib/kernel/errors";
import { cleanGif } from "./gif";
import { DamagedImage, type CleanImage } from "./image";
import { cleanJpeg } from "./jpeg";
import { cleanPng } from "./png";
import { cleanWebp } from "./webp";

/** What a browser can hold when it unpacks the picture: 50 megapixels are 200 MB. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SIDE = 16_384;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/**
 * Takes everything out of an image that is not the picture: places, cameras, names, profiles, thumbnails, comments, what
 * is hidden behind its end. The bytes say what it is, whatever it was sent as; only PNG, JPEG, WebP and GIF are taken.
 * The pixels are not decoded, so nothing of ours can be made to unpack a bomb.
 * @returns a refusal `invalid` for other formats, damaged files, and sizes that a browser could not show
 */
export function cleanImage(bytes: Uint8Array): { ok: true; image: CleanImage } | Refusal {
  const clean = readerOf(bytes);
  if (!clean) return invalid("This is no PNG, JPEG, WebP or GIF image. Choose another file.");
  let image: CleanImage;
  try {
    image = clean(bytes);
  } catch (error) {
    if (!(error instanceof DamagedImage)) throw error;
    return invalid("This image is damaged or cut off. Save it again, or take another screenshot.");
  }
  const { width, height } = image;
  if (width === 0 || height === 0) return invalid("This image has no size.");
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS)
    return invalid(`This image is ${width} × ${height}: too large to be shown. Make it smaller first.`);
  return { ok: true, image };
}

function readerOf(bytes: Uint8Array): ((bytes: Uint8Array) => CleanImage) | null {
  if (startsWith(bytes, PNG)) return cleanPng;
  if (startsWith(bytes, JPEG)) return cleanJpeg;
  const begin = String.fromCharCode(...bytes.subarray(0, 12));
  if (begin.startsWith("GIF87a") || begin.startsWith("GIF89a")) return cleanGif;
  if (begin.startsWith("RIFF") && begin.slice(8) === "WEBP") return cleanWebp;
  return null;
}

function startsWith(bytes: Uint8Array, begin: readonly number[]): boolean {
  return begin.every((byte, index) => bytes[index] === byte);
}

function invalid(message: string): Refusal {
  return { ok: false, code: "invalid", message };
}
