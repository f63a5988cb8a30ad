import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** A file of an archive that may not be unpacked, or cannot be. */
export class ArchiveFault extends Error {
  constructor(readonly code: 'broken' | 'too-large' | 'locked') {
    super(code);
  }
}

/** Bytes of all entries together, unpacked. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_ENTRIES = 500;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record is 22 bytes long and may be followed by a comment of 65,535. */
const END_WITHIN = 22 + 65_535;

interface Entry {
  name: string;
  method: number;
  packed: number;
  at: number;
}

/** Where the central directory begins, and how many entries it has (PKWARE APPNOTE 4.3.16). */
function endOf(bytes: Buffer): { at: number; entries: number } {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - END_WITHIN); at--) if (bytes.readUInt32LE(at) === END) return { entries: bytes.readUInt16LE(at + 10), at: bytes.readUInt32LE(at + 16) };
  throw new ArchiveFault('broken');
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  if (end.entries > MOST_ENTRIES) throw new ArchiveFault('too-large');
  const entries: Entry[] = [];
  for (let at = end.at, n = 0; n < end.entries; n++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new ArchiveFault('broken');
    if (bytes.readUInt16LE(at + 8) & 1) throw new ArchiveFault('locked');
    const [name, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + name), method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** One entry's bytes, never more than `room`: what its header says of its size is not believed. */
async function unpacked(bytes: Buffer, { method, packed, at }: Entry, room: number): Promise<Buffer> {
  if (bytes.readUInt32LE(at) !== LOCAL) throw new ArchiveFault('broken');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === 0 && data.length <= room) return data;
  if (method !== 8 || room < 1) throw new ArchiveFault(method === 0 || method === 8 ? 'too-large' : 'broken');
  return await inflate(data, { maxOutputLength: room });
}

const faultOf = (error: unknown): ArchiveFault => {
  if (error instanceof ArchiveFault) return error;
  return new ArchiveFault((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken');
};

/** The entries of a ZIP archive whose names `wanted` takes, by name, unpacked. 64 MB together at most, whatever it says of itself. Throws `ArchiveFault`. */
export async function unpack(bytes: Buffer, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let room = MOST_UNPACKED;
  try {
    for (const entry of entriesOf(bytes).filter(({ name }) => wanted(name))) {
      const file = await unpacked(bytes, entry, room);
      room -= file.length;
      files.set(entry.name, file);
    }
  } catch (error) {
    throw faultOf(error);
  }
  return files;
}
