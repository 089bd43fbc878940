import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { schema } from "#db/client";
import type { PackedEntry } from "~/adapters/archive";
import { archiveParts, packEntry } from "~/adapters/archive-writer";
import { mergeDocuments } from "~/adapters/documents/merge.server";
import { VOLUME } from "~/domain/documents/batch-kinds";
import * as batches from "~/i18n/document-batches";
import * as documentCodes from "~/i18n/document-codes";
import { sayAny, textFor } from "~/i18n/text";
import type { Deps } from "./deps.server";
import type { PackedFile } from "./finish-document-batch.server";

type Written = {
  readonly ordinal: number;
  readonly fileId: string;
  readonly registrationNo: string;
  readonly partyName: string;
};

/** So many are looked up at a time; their bytes are read one by one. */
const PAGE = 500;

/** The written documents of a batch in their order, page by page, so that thousands never stand in memory. */
async function* written(deps: Deps, courtId: string, batchId: string): AsyncGenerator<Written> {
  const i = schema.documentBatchItems;
  const c = schema.cases;
  const p = schema.parties;
  for (let after = 0; ; ) {
    const rows = await deps.db.withCourt(courtId, (tx) =>
      tx
        .select({
          ordinal: i.ordinal,
          fileId: i.fileId,
          registrationNo: c.registrationNo,
          partyName: p.name,
        })
        .from(i)
        .innerJoin(c, and(eq(c.courtId, i.courtId), eq(c.id, i.caseId)))
        .leftJoin(p, and(eq(p.courtId, i.courtId), eq(p.id, i.partyId)))
        .where(
          and(
            eq(i.courtId, courtId),
            eq(i.batchId, batchId),
            inArray(i.status, ["done"]),
            gt(i.ordinal, after),
          ),
        )
        .orderBy(asc(i.ordinal))
        .limit(PAGE),
    );
    for (const row of rows)
      if (row.fileId) yield { ...row, fileId: row.fileId, partyName: row.partyName ?? "" };
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.ordinal ?? after;
  }
}

async function bytesOf(deps: Deps, fileId: string): Promise<Buffer> {
  const bytes = await deps.files.get(fileId);
  if (!bytes) throw new Error("a document's file is gone");
  return bytes;
}

/** What a file system takes, and no more than it bears. */
const inName = (text: string) => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 40);

/** One archive of all, each under its number in the batch, its case and whom it is for. */
async function zipOf(
  deps: Deps,
  courtId: string,
  batchId: string,
  { title, kind }: { title: string; kind: string },
): Promise<PackedFile> {
  async function* entries(): AsyncGenerator<PackedEntry> {
    for await (const one of written(deps, courtId, batchId)) {
      const name = [String(one.ordinal).padStart(4, "0"), one.registrationNo, one.partyName, kind]
        .filter(Boolean)
        .map(inName)
        .join("_");
      // A .docx is packed already.
      yield packEntry(`${name}.docx`, await bytesOf(deps, one.fileId), "stored");
    }
  }
  const { id, size, sha256 } = await deps.files.write(archiveParts(entries()));
  return { fileId: id, name: `${title}.zip`, type: "zip", size, sha256 };
}

async function printsOf(deps: Deps, courtId: string, batchId: string, title: string): Promise<PackedFile[]> {
  const t = textFor("zh-CN", batches);
  const volumes: PackedFile[] = [];
  let volume: Buffer[] = [];
  const close = async () => {
    if (!volume.length) return;
    const merged = await mergeDocuments(volume);
    volume = [];
    const { id, size, sha256 } = await deps.files.write(
      (async function* () {
        yield merged;
      })(),
    );
    const name = `${title}${t("volumeFile", { no: volumes.length + 1 })}.docx`;
    volumes.push({ fileId: id, name, type: "docx", size, sha256 });
  };
  for await (const one of written(deps, courtId, batchId)) {
    volume.push(await bytesOf(deps, one.fileId));
    if (volume.length === VOLUME) await close();
  }
  await close();
  return volumes;
}

/**
 * What a finished batch is taken away as: one archive, and the same in volumes to be printed at one go. Bytes that a crash
 * left behind are pointed at by nothing.
 */
export async function packBatch(
  deps: Deps,
  batch: { readonly courtId: string; readonly id: string; readonly kind: string; readonly number: string },
): Promise<{ zip: PackedFile | null; prints: PackedFile[] }> {
  const kind = sayAny("zh-CN", documentCodes, `kind.${batch.kind}`);
  const title = `${kind}-${batch.number}`;
  const prints = await printsOf(deps, batch.courtId, batch.id, title);
  if (!prints.length) return { zip: null, prints };
  return { zip: await zipOf(deps, batch.courtId, batch.id, { title, kind }), prints };
}
