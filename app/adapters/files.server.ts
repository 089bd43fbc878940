import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { v7 } from "uuid";
import { asId, type FileId, isId } from "~/domain/ids";
import { ok, type Result, refuse } from "~/domain/result";
import { FILE_KINDS, type FileKind, sniff } from "./file-kinds";

export type StoredFile = {
  readonly id: FileId;
  readonly kind: FileKind;
  /** Hex. */
  readonly sha256: string;
  readonly size: number;
};

/** Bytes under an id of our own; names, owners and permissions stand in the database. */
export type FileStore = {
  /** Keeps the bytes if they are of one of `kinds` and not larger than `maxBytes`. On disk before it returns. */
  put(
    bytes: Buffer,
    options?: { kinds?: readonly FileKind[]; maxBytes?: number },
  ): Promise<Result<{ file: StoredFile }>>;
  /** Keeps what we made ourselves piece by piece, however long; nothing is sniffed. On disk before it returns. */
  write(parts: AsyncIterable<Buffer>): Promise<Omit<StoredFile, "kind">>;
  /** Undefined when there is no such file, also when the id is no id. */
  get(id: string): Promise<Buffer | undefined>;
  /** For undoing a put whose transaction failed. */
  remove(id: string): Promise<void>;
};

const MAX_BYTES = 20 * 1024 * 1024;

/** `directory` is made on first use; nothing outside it is ever touched. */
export function createFileStore(directory: string): FileStore {
  // Two levels, so that no directory grows without bound: the last bytes of a UUIDv7 are the random ones.
  const placeOf = (id: string) => path.join(directory, id.slice(-2), id);
  return {
    async put(bytes, { kinds = FILE_KINDS, maxBytes = MAX_BYTES } = {}) {
      if (bytes.length > maxBytes) return refuse("fileTooLarge", { params: { maxBytes } });
      const kind = sniff(bytes);
      if (!kind || !kinds.includes(kind))
        return refuse("fileKindNotAllowed", { params: { kinds: [...kinds] } });
      const id = asId<FileId>(v7());
      await writeDurably(placeOf(id), bytes);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return ok({ file: { id, kind, sha256, size: bytes.length } });
    },
    async write(parts) {
      const id = asId<FileId>(v7());
      const hash = createHash("sha256");
      let size = 0;
      async function* measured() {
        for await (const part of parts) {
          hash.update(part);
          size += part.length;
          yield part;
        }
      }
      await writeDurably(placeOf(id), measured());
      return { id, sha256: hash.digest("hex"), size };
    },
    async get(id) {
      if (!isId(id)) return undefined;
      try {
        return await fs.readFile(placeOf(id));
      } catch (problem) {
        if (isMissing(problem)) return undefined;
        throw problem;
      }
    },
    async remove(id) {
      if (isId(id)) await fs.rm(placeOf(id), { force: true });
    },
  };
}

const isMissing = (problem: unknown) =>
  problem instanceof Error && "code" in problem && problem.code === "ENOENT";

/** Whole or not at all: written beside, flushed, renamed, and the rename flushed too. */
async function writeDurably(place: string, bytes: Buffer | AsyncIterable<Buffer>): Promise<void> {
  const folder = path.dirname(place);
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = `${place}.part`;
  const file = await fs.open(beside, "wx", 0o600);
  try {
    if (Buffer.isBuffer(bytes)) await file.writeFile(bytes);
    else for await (const part of bytes) await file.appendFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
  await fs.rename(beside, place);
  const handle = await fs.open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
