import { commonFields, documentFields } from "~/adapters/documents/fields";
import { BATCH_KINDS } from "~/domain/documents/batch-kinds";
import { formatMoney } from "~/i18n/format-money";
import { batchPaper, letterFacts, nextSessions } from "./batch-papers.server";
import type { CaseHead } from "./case-head.server";
import { caseHeads } from "./case-heads.server";
import type { CaseRow } from "./command.server";
import { callingOf, documentParties, presiding, signatureLines } from "./document-parties.server";
import type { Question } from "./query.server";
import type { TemplatedKind } from "./template-versions.server";

/** What a case already knows, by the names that fields have in several kinds. */
function knownOf(row: CaseRow, head: CaseHead): Readonly<Record<string, string>> {
  const number = row.caseNo ?? row.registrationNo;
  return {
    caseNo: number,
    cause: head.cause.zh,
    amount: row.amountFen === null ? "" : formatMoney("zh-CN", row.amountFen),
    orgName: presiding(head),
    orgAddress: head.org?.address ?? "",
    mediator: head.mediatorName,
    mediators: head.mediatorName,
    facts: row.facts,
    claims: row.claims,
    recipient: head.parties[0]?.name ?? "",
    partyName: head.parties[0]?.name ?? "",
  };
}

/**
 * A document of a real case for looking at a template: what the case knows stands there, everything that only a later act
 * would say stands as its field's name in brackets. Nothing of it is kept.
 */
export async function previewData(
  question: Pick<Question<unknown>, "tx" | "courtId" | "now">,
  kind: TemplatedKind,
  row: CaseRow | null,
): Promise<Record<string, unknown>> {
  const { tx, courtId, now } = question;
  const heads = await caseHeads(tx, courtId, row ? [row] : []);
  const head = row ? heads.get(row.id) : undefined;
  const batchKind = BATCH_KINDS.find((one) => one === kind);
  if (batchKind && row) {
    const facts = {
      heads,
      sessions: await nextSessions(tx, courtId, [row.id], now),
      ...(await letterFacts(tx, courtId, [row])),
    };
    const paper = await batchPaper(tx, batchKind, row, head?.parties[0]?.id ?? null, facts);
    if (paper) return { ...paper.data };
  }
  const { fields, lists } = documentFields[kind];
  const known = row && head ? knownOf(row, head) : {};
  const calling = row ? callingOf(row) : "mediation";
  const rows: Readonly<Record<string, readonly object[]>> = head
    ? { parties: documentParties(head, calling), signatures: signatureLines(head, calling, true) }
    : {};
  const blank = (name: string) => `〔${name}〕`;
  const common: ReadonlySet<string> = new Set(commonFields);
  return {
    ...Object.fromEntries(
      fields.filter((name) => !common.has(name)).map((name) => [name, known[name] || blank(name)]),
    ),
    ...Object.fromEntries(
      Object.entries<readonly string[]>(lists).map(([list, items]) => [
        list,
        rows[list] ?? [1, 2].map(() => Object.fromEntries(items.map((item) => [item, blank(item)]))),
      ]),
    ),
  };
}
