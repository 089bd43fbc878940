import { crc32, inflateRawSync } from "node:zlib";

/**
 * Reads a ZIP's directory before any library sees the file, and refuses what is built to hurt: too many or too
 * large entries, absurd ratios, sizes that lie, paths that climb, encryption, entries that share their bytes.
 */
export type ArchiveLimits = {
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
  readonly maxRatio: number;
};

export const officeLimits: ArchiveLimits = {
  maxEntries: 200,
  maxEntryBytes: 40 * 1024 * 1024,
  maxTotalBytes: 50 * 1024 * 1024,
  maxRatio: 100,
};

export type ArchiveEntry = {
  readonly name: string;
  readonly size: number;
  read(): Buffer;
  /** As it lies there, to be put into another archive without unpacking. */
  readonly packed: PackedEntry;
};
/** An entry as it lies in an archive: `method` 0 is stored, 8 deflated; `checksum` is of the unpacked bytes. */
export type PackedEntry = {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
  readonly data: Buffer;
};

export class ArchiveRefused extends Error {
  constructor(readonly reason: "tooLarge" | "unreadable") {
    super(`archive refused: ${reason}`);
    this.name = "ArchiveRefused";
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** Below this size a high ratio is ordinary: small XML compresses very well. */
const RATIO_MATTERS = 1024 * 1024;

const unreadable = (): ArchiveRefused => new ArchiveRefused("unreadable");

/** The entries, in the order of the directory, judged by what the directory declares; `read` checks that it is true. */
export function openArchive(bytes: Buffer, limits: ArchiveLimits = officeLimits): ArchiveEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.maxEntries) throw new ArchiveRefused("tooLarge");
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  const names = new Set<string>();
  const taken: { from: number; to: number }[] = [];
  const entries: ArchiveEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw unreadable();
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const checksum = bytes.readUInt32LE(at + 16);
    const packed = bytes.readUInt32LE(at + 20);
    const size = bytes.readUInt32LE(at + 24);
    const nameLength = bytes.readUInt16LE(at + 28);
    const offset = bytes.readUInt32LE(at + 42);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    total += size;
    if (size > limits.maxEntryBytes || total > limits.maxTotalBytes) throw new ArchiveRefused("tooLarge");
    if (size > RATIO_MATTERS && size > packed * limits.maxRatio) throw new ArchiveRefused("tooLarge");
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8) || !isPlainPath(name) || names.has(name))
      throw unreadable();
    names.add(name);
    const data = dataOf(bytes, offset, packed, end);
    taken.push(data);
    entries.push({
      name,
      size,
      read: () => unpack(bytes.subarray(data.from, data.to), method, size, checksum),
      packed: { name, method, checksum, size, data: bytes.subarray(data.from, data.to) },
    });
  }
  taken.sort((a, b) => a.from - b.from);
  if (taken.some((one, i) => i > 0 && one.from < taken[i - 1]!.to)) throw unreadable();
  return entries;
}

/** No absolute path, no drive, no climbing, no control characters. */
const isPlainPath = (name: string): boolean =>
  name.length > 0 && !/^[/\\]|\\|:|\p{Cc}/u.test(name) && !name.split("/").includes("..");

function dataOf(bytes: Buffer, offset: number, packed: number, limit: number): { from: number; to: number } {
  if (offset + 30 > limit || bytes.readUInt32LE(offset) !== LOCAL) throw unreadable();
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packed > limit) throw unreadable();
  return { from, to: from + packed };
}

function unpack(data: Buffer, method: number, size: number, checksum: number): Buffer {
  let plain: Buffer;
  try {
    plain = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw unreadable();
  }
  if (plain.length !== size || crc32(plain) !== checksum) throw unreadable();
  return plain;
}

/** The same archive with every entry's time set to the earliest that ZIP knows: equal content, equal bytes. */
export function withoutTimes(archive: Buffer): Buffer {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    const earliest = 0x00210000;
    bytes.writeUInt32LE(earliest, at + 12);
    bytes.writeUInt32LE(earliest, bytes.readUInt32LE(at + 42) + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
