import { OPEN_STAGES, type Stage } from "~/domain/cases/stages";
import { type Ability, RELATIONS } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { BESIDE_NAMES, type BesideName } from "./beside";

/** No row of the case table says who and when, so it is said here; the verb judges again. */
const NEEDS: Readonly<Record<BesideName, { readonly ability: Ability; readonly stages: readonly Stage[] }>> =
  {
    reportTermination: { ability: "issue-document", stages: ["failed", "dismissed"] },
    setTeam: { ability: "edit-case", stages: OPEN_STAGES },
    recordAuthority: { ability: "record-authority", stages: OPEN_STAGES },
  };

/** Whoever sees the case is tied to it as his role is, so the role alone decides here. */
export function besideActs(
  actor: Actor,
  file: { stage: Stage; packageMissing: readonly string[]; hasAgents: boolean },
) {
  return BESIDE_NAMES.filter((name) => {
    if (name === "recordAuthority" && !file.hasAgents) return false;
    return NEEDS[name].stages.includes(file.stage) && can(actor, NEEDS[name].ability, RELATIONS).ok;
  }).map((name) => ({
    name,
    // A report can always be improved, but one that is missing holds the case up.
    isAside: name !== "reportTermination" || !file.packageMissing.includes("reportMissing"),
  }));
}
