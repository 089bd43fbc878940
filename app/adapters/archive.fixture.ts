import { crc32, deflateRawSync } from "node:zlib";

/** Writes ZIP files, honest ones and, with `lies`, dishonest ones. */
export type PackedEntry = {
  readonly name: string;
  readonly plain: Buffer;
  readonly lies?: { readonly size?: number; readonly flags?: number; readonly sharesDataOf?: number };
};

export function pack(entries: readonly PackedEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const { name, plain, lies = {} } of entries) {
    const label = Buffer.from(name);
    const packed = deflateRawSync(plain, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(lies.size ?? plain.length, 22);
    head.writeUInt16LE(label.length, 26);
    const offset = lies.sharesDataOf === undefined ? at : offsets[lies.sharesDataOf]!;
    offsets.push(offset);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(lies.flags ?? 0, 8);
    head.copy(central, 10, 8, 30);
    central.writeUInt16LE(0, 30);
    central.writeUInt32LE(offset, 42);
    directory.push(central, label);
    if (lies.sharesDataOf === undefined) {
      parts.push(head, label, packed);
      at += head.length + label.length + packed.length;
    }
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
