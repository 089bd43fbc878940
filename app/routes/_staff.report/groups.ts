import type * as report from "~/i18n/report";

type FigureCode = keyof typeof report.zh extends infer Key
  ? Key extends `figure.${infer Code}`
    ? Code
    : never
  : never;

export type Group = { readonly id: "due" | "standing" | "day"; readonly codes: readonly FigureCode[] };

/** What presses first, then what stands, then what the day brought. */
export const GROUPS: readonly Group[] = [
  { id: "due", codes: ["overdue", "dueSoon", "sessionsSoon"] },
  { id: "standing", codes: ["open", "toAssign", "toAccept", "toBook", "underReview"] },
  {
    id: "day",
    codes: ["takenIn", "registered", "accepted", "signed", "failed", "handedOver", "confirmed", "closed"],
  },
];

/** Acts of a day stand in the trail, which auditors and leaders read. */
const ACTS: Readonly<Partial<Record<string, { verbs: readonly string[]; stage?: string }>>> = {
  registered: { verbs: ["enter-case-number", "issue-case-number"] },
  accepted: { verbs: ["accept-assignment"] },
  signed: { verbs: ["sign-agreement"], stage: "agreed" },
  failed: {
    verbs: ["end-mediation", "expire-mediation", "record-consent", "refuse-to-sign"],
    stage: "failed",
  },
  handedOver: { verbs: ["hand-over"] },
  confirmed: { verbs: ["confirm-agreement"] },
  closed: { verbs: [], stage: "closed" },
};

/** Where the cases behind a figure are listed; null where this reader has no list of them. */
export function listBehind(
  code: string,
  filter: object | null,
  on: string,
  readsTrail: boolean,
): string | null {
  const address = new URLSearchParams();
  if (filter) {
    for (const [name, value] of Object.entries(filter)) address.set(name, String(value));
    address.set("scope", "all");
    return `/cases?${address}`;
  }
  if (code === "takenIn") {
    for (const name of ["from", "until"]) address.set(name, on);
    return `/cases?${address}`;
  }
  const acts = ACTS[code];
  if (!acts || !readsTrail) return null;
  for (const verb of acts.verbs) address.append("verb", verb);
  if (acts.stage) address.set("stage", acts.stage);
  for (const name of ["on", "until"]) address.set(name, on);
  return `/records?${address}`;
}
