import { storeFile } from "../store-file.server";
import type { Walked } from "./seed-cases.server";

/** A page that says what it is: a real PDF, so that it opens. */
function demoPdf(): Buffer {
  const words = "BT /F1 18 Tf 72 760 Td (Demonstration only: fictitious material) Tj ET";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((body, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${body}\nendobj\n`;
    return String(at).padStart(10, "0");
  });
  const table = offsets.map((at) => `${at} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** The desk takes in what both sides brought: identity for the file, evidence as its giver wanted it read. */
export async function handInMaterials(walked: Walked, login: string): Promise<void> {
  const { walker, caseId, partyIds } = walked;
  const actor = walker.as(login);
  const bring = async (name: string, more: object) => {
    const stored = await storeFile(walker.deps, actor, { bytes: demoPdf(), name, caseId });
    if (!stored.ok) throw new Error(`demo material: ${stored.refusal}`);
    await walker.run(actor, "hand-in-materials", { caseId, fileIds: [stored.fileId], ...more });
  };
  await bring("申请人身份证明.pdf", { kind: "identity", reach: "mediation", partyId: partyIds.claimant });
  await bring("合同.pdf", { kind: "evidence", reach: "bothSides", partyId: partyIds.claimant });
  await bring("收入情况说明.pdf", { kind: "evidence", reach: "mediation", partyId: partyIds.respondent });
}
