import { STAGES, type Stage } from "~/domain/cases/stages";
import type * as casePage from "~/i18n/case-page";

type Key = keyof typeof casePage.zh & `step.${string}`;
type Step = { readonly key: Key; readonly stages: readonly Stage[] };

const BEGIN: readonly Step[] = [
  { key: "step.intake", stages: ["draft", "submitted", "correction", "notReceived", "filing"] },
  { key: "step.consent", stages: ["consent"] },
  { key: "step.selecting", stages: ["selecting"] },
  { key: "step.delegated", stages: ["delegated"] },
  { key: "step.mediation", stages: ["mediation"] },
];
const SETTLED: readonly Step[] = [
  { key: "step.signing", stages: ["signing", "agreed"] },
  { key: "step.handOver", stages: ["handedOver", "returned"] },
  {
    key: "step.review",
    stages: ["review", "supplement", "confirmed", "dismissed", "statementIssued", "statementEffective"],
  },
];
const FAILED: readonly Step[] = [
  { key: "step.failed", stages: ["failed"] },
  { key: "step.triage", stages: ["triage"] },
  { key: "step.trial", stages: ["fastTrack", "ordinary"] },
];
const END: Step = {
  key: "step.closed",
  stages: ["performing", "defaulted", "enforcement", "closed", "archived"],
};

/** The rail: the way of a settled case, until it turns out to be the other one. */
export function stepsOf(stage: Stage, hasFailed: boolean) {
  const isTrial = hasFailed || FAILED.some((step) => step.stages.includes(stage));
  const steps = [...BEGIN, ...(isTrial ? FAILED : SETTLED), END];
  const now = steps.findIndex((step) => step.stages.includes(stage));
  return steps.map(({ key }, index) => ({
    key,
    progress: index < now ? ("was" as const) : index === now ? ("now" as const) : ("ahead" as const),
  }));
}

export const isStage = (text: string | null): text is Stage => STAGES.some((stage) => stage === text);
