import type { ImageType } from "../image.rules";

/** An image of which only the picture is left. */
export interface CleanImage {
  mediaType: ImageType;
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Thrown by the readers of formats: the bytes are not what they begin as. */
export class DamagedImage extends Error {}

/** Bytes read from one end to the other. @throws DamagedImage past the end */
export class Reader {
  private readonly view: DataView;
  at = 0;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Uint8Array {
    if (length < 0 || length > this.left) throw new DamagedImage("cut off");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  u8(): number {
    return this.view.getUint8(this.move(1));
  }

  u16(little = false): number {
    return this.view.getUint16(this.move(2), little);
  }

  u24le(): number {
    const low = this.u16(true);
    return low + this.u8() * 0x1_00_00;
  }

  u32(little = false): number {
    return this.view.getUint32(this.move(4), little);
  }

  ascii(length: number): string {
    return String.fromCharCode(...this.take(length));
  }

  private move(length: number): number {
    if (length > this.left) throw new DamagedImage("cut off");
    this.at += length;
    return this.at - length;
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

export function u16be(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 0xff);
}

export function u32be(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

export function u32le(value: number): Uint8Array {
  return u32be(value).reverse();
}
