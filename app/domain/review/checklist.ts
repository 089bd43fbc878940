import type { Article } from "../cases/laws";
import type { ReviewRoute } from "../cases/routes";

/** What the file itself proves; the system answers these and nobody can tick them. */
export const MACHINE_ITEMS = [
  "registered",
  "withinThirtyDays",
  "bothApplied",
  "orgPresided",
  "courtCompetent",
  "causeConfirmable",
  "noStatusContent",
  "noTitleContent",
  "identityVerified",
  "allSigned",
  "agentsAuthorised",
  "termsComplete",
  "recusalClear",
] as const;
export type MachineItem = (typeof MACHINE_ITEMS)[number];

/** What only the judge can find. */
export const JUDGE_ITEMS = [
  "askedTogether",
  "voluntary",
  "lawful",
  "noHarmToOthers",
  "publicOrder",
  "contentClear",
  "notSham",
] as const;
export type JudgeItem = (typeof JUDGE_ITEMS)[number];

export const CHECK_ITEMS = [...MACHINE_ITEMS, ...JUDGE_ITEMS] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];

type ItemRow = { readonly article: Article; readonly routes: readonly ReviewRoute[] };
const BOTH = ["confirm", "statement"] as const;
const CONFIRM = ["confirm"] as const;

/** domain.md 1.11 J1-J13 and, for a statement, 1.12. */
export const CHECKLIST: Readonly<Record<CheckItem, ItemRow>> = {
  registered: { article: "INV 20", routes: ["statement"] },
  withinThirtyDays: { article: "CPL 205", routes: CONFIRM },
  bothApplied: { article: "CPL 205", routes: CONFIRM },
  orgPresided: { article: "INT 354", routes: CONFIRM },
  courtCompetent: { article: "CPL 205", routes: CONFIRM },
  causeConfirmable: { article: "INT 355", routes: CONFIRM },
  noStatusContent: { article: "INT 355", routes: CONFIRM },
  noTitleContent: { article: "INT 355", routes: CONFIRM },
  identityVerified: { article: "INT 354", routes: BOTH },
  allSigned: { article: "INV 24", routes: BOTH },
  agentsAuthorised: { article: "CPL 62", routes: BOTH },
  termsComplete: { article: "INT 358", routes: BOTH },
  recusalClear: { article: "INV 15", routes: BOTH },
  askedTogether: { article: "INT 356", routes: CONFIRM },
  voluntary: { article: "INT 358", routes: BOTH },
  lawful: { article: "INT 358", routes: BOTH },
  noHarmToOthers: { article: "INT 358", routes: BOTH },
  publicOrder: { article: "INT 358", routes: BOTH },
  contentClear: { article: "INT 358", routes: BOTH },
  notSham: { article: "ONL 23", routes: BOTH },
};

export type CheckAnswer = "yes" | "no" | "open";
export type CheckedItem = {
  readonly item: CheckItem;
  readonly by: "machine" | "judge";
  readonly article: Article;
  readonly answer: CheckAnswer;
};

export function isMachineItem(item: CheckItem): item is MachineItem {
  return MACHINE_ITEMS.some((one) => one === item);
}

/** The list of a route, answered by the file and by the judge. */
export function checklistFor(
  route: ReviewRoute,
  proven: Readonly<Record<MachineItem, boolean>>,
  judged: Readonly<Partial<Record<JudgeItem, "yes" | "no">>>,
): readonly CheckedItem[] {
  return CHECK_ITEMS.filter((item) => CHECKLIST[item].routes.includes(route)).map((item) => {
    const { article } = CHECKLIST[item];
    if (isMachineItem(item)) return { item, by: "machine", article, answer: proven[item] ? "yes" : "no" };
    return { item, by: "judge", article, answer: judged[item] ?? "open" };
  });
}

/** Everything that keeps the judge from confirming: not answered, or answered no. */
export function openItems(list: readonly CheckedItem[]): readonly CheckItem[] {
  return list.filter((one) => one.answer !== "yes").map((one) => one.item);
}
