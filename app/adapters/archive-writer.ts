import { promisify } from "node:util";
import { crc32, deflateRaw, deflateRawSync } from "node:zlib";
import type { PackedEntry } from "./archive";

/** The earliest day that ZIP knows: equal content gives equal bytes. */
const EARLIEST = 0x00210000;
/** The name is UTF-8. */
const UTF8 = 0x0800;
/** What a ZIP without 64-bit fields can hold. */
const MOST_ENTRIES = 65_535;
const MOST_BYTES = 0xffff_ffff;

/** Deflates one entry; `stored` keeps bytes that are packed already as they are. */
export function packEntry(name: string, bytes: Buffer, how: "deflated" | "stored" = "deflated"): PackedEntry {
  const isStored = how === "stored";
  return {
    name,
    method: isStored ? 0 : 8,
    checksum: crc32(bytes),
    size: bytes.length,
    data: isStored ? bytes : deflateRawSync(bytes),
  };
}

const deflate = promisify(deflateRaw);

/** The same for many megabytes, beside whatever else the process does meanwhile. */
export async function packLargeEntry(name: string, bytes: Buffer): Promise<PackedEntry> {
  return { name, method: 8, checksum: crc32(bytes), size: bytes.length, data: await deflate(bytes) };
}

/** What stands before an entry's bytes, and again with its place in the directory at the end. */
function fields(entry: PackedEntry): Buffer {
  const name = Buffer.from(entry.name, "utf8");
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(entry.method, 4);
  head.writeUInt32LE(EARLIEST, 6);
  head.writeUInt32LE(entry.checksum, 10);
  head.writeUInt32LE(entry.data.length, 14);
  head.writeUInt32LE(entry.size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
}

const signature = (third: number, fourth: number) => Buffer.from([0x50, 0x4b, third, fourth]);

/**
 * An archive piece by piece, so that a large one never stands in memory: only its directory does, some hundred bytes an
 * entry. @throws RangeError beyond 65,535 entries or 4 GB.
 */
export async function* archiveParts(
  entries: Iterable<PackedEntry> | AsyncIterable<PackedEntry>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const head = fields(entry);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([signature(1, 2), Buffer.from([20, 0]), head.subarray(0, 26), place, name]));
    const before = Buffer.concat([signature(3, 4), head, name]);
    at += before.length + entry.data.length;
    if (directory.length > MOST_ENTRIES || at > MOST_BYTES) throw new RangeError("the archive is too large");
    yield before;
    yield entry.data;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  signature(5, 6).copy(end);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  yield listed;
  yield end;
}

/** A small archive whole. */
export async function archiveOf(entries: readonly PackedEntry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of archiveParts(entries)) parts.push(part);
  return Buffer.concat(parts);
}
