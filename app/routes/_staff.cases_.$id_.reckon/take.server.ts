import { SIDES, type Side } from "~/domain/cases/sides";
import type { Answers } from "~/domain/elements/sheet";
import type { Responses } from "~/domain/elements/sheet-comparison";
import type { UserActor } from "~/domain/policy/actor";
import { act } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { fillElements } from "~/services/fill-elements.server";

type Standing = {
  readonly claimant: { readonly newest: number; readonly answers: Answers };
  readonly respondent: { readonly newest: number; readonly answers: Responses };
};

/** `take:<side>:<element>` as a button says it; null for any other button. */
export function takenBy(intent: string): { readonly side: Side; readonly name: string } | null {
  const [, which, name] = /^take:(\w+):([\w.]+)$/.exec(intent) ?? [];
  const side = SIDES.find((one) => one === which);
  return side && name ? { side, name } : null;
}

/** Writes a sum into one element of one side; what else that side said to the block stays as it was. */
export function takeOver(
  { deps, actor, caseId, key }: { deps: Deps; actor: UserActor; caseId: string; key: string },
  { side, name }: { side: Side; name: string },
  fen: number,
  standing: Standing,
) {
  const block = name.slice(0, name.indexOf("."));
  const { newest, answers } = standing[side];
  const ofBlock = Object.fromEntries(Object.entries(answers).filter(([one]) => one.startsWith(`${block}.`)));
  const before = standing.respondent.answers[name];
  const response = {
    stand: before && before.stand !== "admitted" ? before.stand : "partly",
    value: fen,
    note: before?.note ?? "",
  };
  return act(
    deps,
    actor,
    fillElements,
    {
      caseId,
      side,
      version: newest,
      only: [block],
      answers: { ...ofBlock, [name]: side === "claimant" ? fen : response },
      isPleading: false,
    },
    key,
  );
}
