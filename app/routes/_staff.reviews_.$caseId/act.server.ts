import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { EventName } from "~/domain/cases/events";
import type { UserActor } from "~/domain/policy/actor";
import type { Refusal } from "~/domain/result";
import { act, statusOf } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { archiveCase } from "~/services/archive-case.server";
import { askSupplement } from "~/services/ask-supplement.server";
import { checkItem } from "~/services/check-item.server";
import { closeCase } from "~/services/close-case.server";
import type { Verb } from "~/services/command.server";
import { confirmAgreement } from "~/services/confirm-agreement.server";
import type { Deps } from "~/services/deps.server";
import { dismissApplication } from "~/services/dismiss-application.server";
import { enterDocumentNumber } from "~/services/enter-document-number.server";
import { issueStatement } from "~/services/issue-statement.server";
import { lapseSupplement } from "~/services/lapse-supplement.server";
import { reassignReview } from "~/services/reassign-review.server";
import { recordService } from "~/services/record-service.server";
import { repudiateStatement } from "~/services/repudiate-statement.server";
import { returnPackage } from "~/services/return-package.server";
import { signReceipt } from "~/services/sign-receipt.server";
import { supplyMaterials } from "~/services/supply-materials.server";
import { takeUp } from "~/services/take-up.server";
import { withdrawApplication } from "~/services/withdraw-application.server";
import { uploadedId } from "../_staff/evidence.server";
import { textsOf } from "../_staff/form-fields";
import { localeOf } from "../_staff/locale.server";
import { formAnswer } from "../_staff/refusal.server";
import { reviewOf } from "./review.server";

/** `stays`: the case goes no further by it, so the page itself is the answer. */
type Intent = { verb: Verb; event: EventName | null; stays?: boolean };
const INTENTS: Record<string, Intent> = {
  takeUp: { verb: takeUp, event: "takeUp", stays: true },
  returnPackage: { verb: returnPackage, event: "returnPackage" },
  askSupplement: { verb: askSupplement, event: "askSupplement" },
  supplyMaterials: { verb: supplyMaterials, event: "supplyMaterials", stays: true },
  lapseSupplement: { verb: lapseSupplement, event: "lapseSupplement" },
  dismissApplication: { verb: dismissApplication, event: "dismissApplication" },
  withdrawApplication: { verb: withdrawApplication, event: "withdrawApplication" },
  confirmAgreement: { verb: confirmAgreement, event: "confirmAgreement" },
  issueStatement: { verb: issueStatement, event: "issueStatement" },
  reassignReview: { verb: reassignReview, event: "reassignReview", stays: true },
  signReceipt: { verb: signReceipt, event: "signReceipt", stays: true },
  repudiateStatement: { verb: repudiateStatement, event: "repudiateStatement", stays: true },
  enterDocumentNumber: { verb: enterDocumentNumber, event: null, stays: true },
  recordService: { verb: recordService, event: null, stays: true },
  closeCase: { verb: closeCase, event: "closeCase" },
  archiveCase: { verb: archiveCase, event: "archiveCase" },
};

/** The points of a return, one a line. */
const pointsIn = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The page calls points "reason", for that is what the judge writes into one box. */
function asShown(refusal: Refusal): Refusal {
  const { points, ...fields } = refusal.fields ?? {};
  return points ? { ...refusal, fields: { ...fields, reason: points } } : refusal;
}

async function saveTicks(deps: Deps, actor: UserActor, request: Request, form: FormData, caseId: string) {
  const one = form.get("item");
  const refusedNo = form.get("no");
  const { checklist } = await reviewOf(deps, actor, localeOf(request), caseId);
  const judged = checklist.filter(({ by }) => by === "judge");
  const ticked = form.getAll("tick").map(String);
  const wanted = one
    ? [{ item: String(one), answer: String(form.get("answer")) }]
    : refusedNo
      ? judged
          .filter(({ item }) => item === refusedNo)
          .map(({ item, answer }) => ({ item, answer: answer === "no" ? "open" : "no" }))
      : judged
          .map(({ item, answer }) => ({
            item,
            before: answer,
            answer: ticked.includes(item) ? "yes" : "open",
          }))
          .filter(({ before, answer }) => (before === "no" ? answer === "yes" : before !== answer));
  for (const { item, answer } of wanted) {
    const done = await act(deps, actor, checkItem, { caseId, item, answer });
    if (!done.ok) return data(formAnswer(request, done, form), { status: statusOf(done) });
  }
  // A single item is sent by script, which stays on the page; a form without script comes back to it.
  return one ? null : redirect(`/reviews/${caseId}`, 303);
}

/** Does what a button of the screen says. After a decision the page says what happened and offers the next case. */
export async function decide({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const caseId = params.caseId ?? "";
  const form = await request.formData();
  const { intent = "", next = "", reason = "", ...values } = textsOf(form);
  if (intent === "check") return saveTicks(deps, actor, request, form, caseId);
  const chosen = INTENTS[intent];
  if (!chosen) throw new Response(null, { status: 404 });
  const input: Record<string, unknown> = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value.trim() !== ""),
  );
  const evidence = await uploadedId(deps, actor, form, "evidenceFile", caseId);
  if (!evidence.ok) return data(formAnswer(request, evidence, form), { status: statusOf(evidence) });
  const done = await act(
    deps,
    actor,
    chosen.verb,
    {
      ...input,
      ...(evidence.fileId ? { evidenceFileId: evidence.fileId } : {}),
      caseId,
      reason: reason || undefined,
      points: pointsIn(reason),
    },
    `${form.get("_key")}-${intent}`,
  );
  if (!done.ok) {
    const shown = asShown(done);
    return data(formAnswer(request, shown, form), { status: statusOf(shown) });
  }
  const then = new URLSearchParams({
    done: chosen.event ?? intent,
    ...(!chosen.stays && next ? { next } : {}),
  });
  return redirect(`/reviews/${caseId}?${then}`, 303);
}
