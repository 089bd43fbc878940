import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { FILE_KINDS, type FileKind, mediaTypes } from "~/adapters/file-kinds";
import { isId } from "~/domain/ids";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, type Result } from "~/domain/result";
import { Forbidden, NotFound } from "./command.server";
import type { Deps } from "./deps.server";
import { mayReadFile } from "./document-access.server";
import { mayReadMaterial } from "./materials.server";
import { actorIdOf, record } from "./record.server";
import { relationsTo } from "./relations.server";

const MOST_BYTES = 20 * 1024 * 1024;

export type Upload = {
  readonly bytes: Buffer;
  readonly name: string;
  readonly caseId?: string;
  readonly kinds?: readonly FileKind[];
};

/**
 * Takes a file in: its kind is sniffed, never believed; it is stored under an id of its own and its name is only shown.
 * Without a case it is a sheet for an import, which needs that ability.
 * @throws NotFound (404) for a case that the actor must not know of, Forbidden (403)
 */
export async function storeFile(
  deps: Deps,
  actor: Actor,
  upload: Upload,
): Promise<Result<{ fileId: string }>> {
  const { courtId } = actor;
  if (upload.caseId && !isId(upload.caseId)) throw new NotFound("case");
  await deps.db.withCourt(courtId, async (tx) => {
    const c = schema.cases;
    const [row] = upload.caseId
      ? await tx
          .select()
          .from(c)
          .where(and(eq(c.courtId, courtId), eq(c.id, upload.caseId)))
      : [];
    if (upload.caseId && !row) throw new NotFound("case");
    const answer = row
      ? can(actor, "upload-file", await relationsTo(tx, actor, row))
      : can(actor, "import-cases", ["court"]);
    if (!answer.ok) throw answer.status === "hidden" ? new NotFound("case") : new Forbidden("upload-file");
  });
  const stored = await deps.files.put(upload.bytes, {
    maxBytes: MOST_BYTES,
    ...(upload.kinds ? { kinds: upload.kinds } : {}),
  });
  if (!stored.ok) return stored;
  const { file } = stored;
  const now = deps.clock.now();
  await deps.db.withCourt(courtId, async (tx) => {
    await tx.insert(schema.files).values({
      courtId,
      id: file.id,
      caseId: upload.caseId ?? null,
      name: upload.name.slice(0, 120),
      type: file.kind,
      size: file.size,
      sha256: file.sha256,
      byId: actor.kind === "job" ? uuidv7() : actorIdOf(actor),
      createdAt: now,
    });
    await record(tx, actor, now, {
      verb: "upload-file",
      caseId: upload.caseId ?? null,
      data: { fileId: file.id, kind: file.kind, size: file.size },
    });
  });
  return ok({ fileId: file.id });
}

export type FileRead = { readonly bytes: Buffer; readonly name: string; readonly mediaType: string };

/**
 * Gives a file out to who may see its case's files; the reading is recorded.
 * @throws NotFound (404) for a file of another court or one that the actor must not know of, Forbidden (403)
 */
export async function readStoredFile(deps: Deps, actor: Actor, fileId: string): Promise<FileRead> {
  const { courtId } = actor;
  if (!isId(fileId)) throw new NotFound("file");
  const found = await deps.db.withCourt(courtId, async (tx) => {
    const f = schema.files;
    const c = schema.cases;
    const [file] = await tx
      .select()
      .from(f)
      .where(and(eq(f.courtId, courtId), eq(f.id, fileId)));
    const [row] = file?.caseId
      ? await tx
          .select()
          .from(c)
          .where(and(eq(c.courtId, courtId), eq(c.id, file.caseId)))
      : [];
    const answer = !file
      ? null
      : row
        ? can(actor, "view-files", await relationsTo(tx, actor, row))
        : can(actor, "import-cases", ["court"]);
    // A party reaches documents through its own pages; by bare id only what it handed in itself.
    const othersUpload = actor.kind === "party" && file?.byId !== actor.partyId;
    if (!file || !answer || othersUpload) throw new NotFound("file");
    if (!answer.ok) throw answer.status === "hidden" ? new NotFound("file") : new Forbidden("view-files");
    // An unsigned draft stays in the mediation, whoever learns its file's id.
    if (row && !(await mayReadFile(tx, actor, row, file.id))) throw new NotFound("file");
    if (!(await mayReadMaterial(tx, actor, courtId, file.id))) throw new NotFound("file");
    await record(tx, actor, deps.clock.now(), { verb: "read-file", data: { fileId, caseId: file.caseId } });
    return file;
  });
  const bytes = await deps.files.get(found.id);
  if (!bytes) throw new NotFound("file");
  const kind = FILE_KINDS.find((one) => one === found.type);
  return {
    bytes: Buffer.from(bytes),
    name: found.name,
    mediaType: kind ? mediaTypes[kind] : "application/octet-stream",
  };
}
