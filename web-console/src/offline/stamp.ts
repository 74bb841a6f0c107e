import dayjs from 'dayjs';
import { ZONE } from '../parts/moments';
import type { Position } from './position';

const LONGEST_SIDE = 2560;
const QUALITY = 0.85;
const JUST_NOW = 10 * 60_000;

/** Whether the camera took it now and here; of an older one nobody knows where that was. */
export function isFresh(file: File): boolean {
  return Math.abs(Date.now() - file.lastModified) < JUST_NOW;
}

/**
 * A photo just taken, small enough for a weak network, with the time and the place noted in it as cameras do (EXIF):
 * browsers take the place out before they hand a photo over. What cannot be read is left as it is.
 */
export async function stamped(file: File, takenAt: Date, position: Position | undefined): Promise<Blob> {
  const jpeg = await shrunk(file).catch(() => undefined);
  if (!jpeg) {
    return file;
  }
  const bytes = new Uint8Array(await jpeg.arrayBuffer());
  // Behind the two bytes that begin a JPEG.
  return new Blob([bytes.slice(0, 2), notes(takenAt, position), bytes.slice(2)], { type: 'image/jpeg' });
}

async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('unreadable'))), 'image/jpeg', QUALITY));
}

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;
const ENTRY = 12;
type Entry = { tag: number; type: number; count: number; value: Uint8Array };

/** An APP1 segment with when (on the wall, as cameras note it) and where. */
function notes(takenAt: Date, position: Position | undefined): Uint8Array<ArrayBuffer> {
  const time = ascii(0x9003, dayjs(takenAt).tz(ZONE).format('YYYY:MM:DD HH:mm:ss'));
  const zone = ascii(0x9011, dayjs(takenAt).tz(ZONE).format('Z'));
  const place = position
    ? [
        ascii(1, position.latitude < 0 ? 'S' : 'N'),
        degrees(2, Math.abs(position.latitude)),
        ascii(3, position.longitude < 0 ? 'W' : 'E'),
        degrees(4, Math.abs(position.longitude)),
      ]
    : [];
  const folders = [[time, zone], ...(place.length > 0 ? [place] : [])];
  const main = folders.map((_, index) => long(index === 0 ? 0x8769 : 0x8825, 0));
  // The first folder says where the others begin.
  let at = 8 + sizeOf(main);
  folders.forEach((folder, index) => {
    main[index] = long(index === 0 ? 0x8769 : 0x8825, at);
    at += sizeOf(folder);
  });
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  let from = 8;
  const body = [main, ...folders].flatMap((folder) => {
    const written = write(folder, from);
    from += sizeOf(folder);
    return written;
  });
  const content = [0x45, 0x78, 0x69, 0x66, 0, 0, ...head, ...body];
  return new Uint8Array([0xff, 0xe1, ...short(content.length + 2), ...content]);
}

function sizeOf(folder: Entry[]): number {
  return 2 + folder.length * ENTRY + 4 + folder.reduce((sum, { value }) => sum + (value.length > 4 ? value.length + (value.length % 2) : 0), 0);
}

function write(folder: Entry[], from: number): number[] {
  let apart = from + 2 + folder.length * ENTRY + 4;
  const rows: number[] = [...short(folder.length)];
  const rest: number[] = [];
  for (const { tag, type, count, value } of folder) {
    rows.push(...short(tag), ...short(type), ...int(count));
    if (value.length <= 4) {
      rows.push(...value, ...new Array<number>(4 - value.length).fill(0));
    } else {
      rows.push(...int(apart));
      rest.push(...value, ...new Array<number>(value.length % 2).fill(0));
      apart += value.length + (value.length % 2);
    }
  }
  return [...rows, 0, 0, 0, 0, ...rest];
}

function ascii(tag: number, text: string): Entry {
  const value = new TextEncoder().encode(`${text}\0`);
  return { tag, type: ASCII, count: value.length, value };
}

function long(tag: number, value: number): Entry {
  return { tag, type: LONG, count: 1, value: new Uint8Array(int(value)) };
}

function degrees(tag: number, value: number): Entry {
  const whole = Math.floor(value);
  const minutes = Math.floor((value - whole) * 60);
  const seconds = Math.round(((value - whole) * 60 - minutes) * 60 * 10_000);
  return { tag, type: RATIONAL, count: 3, value: new Uint8Array([whole, 1, minutes, 1, seconds, 10_000].flatMap(int)) };
}

function short(value: number): number[] {
  return [(value >> 8) & 255, value & 255];
}

function int(value: number): number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}
