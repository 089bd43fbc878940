import type { Stage } from "~/domain/cases/stages";

export const PARTY_TODOS = [
  "answerMediation",
  "chooseTimes",
  "answerInvitation",
  "signFacts",
  "signAgreement",
  "signApplication",
  "supplyMaterials",
  "signReceipt",
  "waitForOthers",
  "nothing",
] as const;
export type PartyTodo = { readonly code: (typeof PARTY_TODOS)[number]; readonly sessionId?: string };

type State = {
  readonly stage: Stage;
  readonly consent: "agreed" | "refused" | null;
  /** Whether times are put to this side that can still be answered, and whether it has. */
  readonly offer: "none" | "waiting" | "answered";
  readonly sessions: readonly { sessionId: string; invited: boolean; reply: string; isOver: boolean }[];
  readonly facts: readonly { signedByMe: boolean; complete: boolean }[];
  readonly agreement: {
    route: string;
    effectiveAt: string | null;
    signedByMe: boolean;
    appliedByMe: boolean;
    receivedByMe: boolean;
  } | null;
};

/** What this side can do now, the most pressing first; never empty. That others have not acted yet is all that is said of them. */
export function todosOf(of: State): readonly PartyTodo[] {
  const { stage, agreement } = of;
  const inMediation = stage === "mediation" || stage === "signing";
  const todos: PartyTodo[] = [];
  if (["consent", "selecting", "delegated", "mediation"].includes(stage) && of.consent === null)
    todos.push({ code: "answerMediation" });
  if (inMediation && of.offer === "waiting") todos.push({ code: "chooseTimes" });
  if (inMediation)
    for (const session of of.sessions)
      if (session.invited && session.reply === "needsAction" && !session.isOver)
        todos.push({ code: "answerInvitation", sessionId: session.sessionId });
  if ((inMediation || stage === "failed") && of.facts.some((fact) => !fact.signedByMe))
    todos.push({ code: "signFacts" });
  if (stage === "signing" && agreement && !agreement.signedByMe) todos.push({ code: "signAgreement" });
  if (
    ["agreed", "returned", "defaulted"].includes(stage) &&
    agreement?.route === "confirm" &&
    !agreement.appliedByMe
  )
    todos.push({ code: "signApplication" });
  if (stage === "supplement") todos.push({ code: "supplyMaterials" });
  if (stage === "statementIssued" && agreement && !agreement.receivedByMe)
    todos.push({ code: "signReceipt" });
  if (todos.length) return todos;
  const waits =
    (stage === "signing" && agreement?.signedByMe) ||
    (inMediation && of.facts.some((fact) => fact.signedByMe && !fact.complete)) ||
    (inMediation && of.offer === "answered") ||
    (stage === "consent" && of.consent === "agreed");
  return [{ code: waits ? "waitForOthers" : "nothing" }];
}
