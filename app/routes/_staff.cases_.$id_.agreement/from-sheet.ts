import { isBlank } from "~/domain/elements/element-values";
import type { Answers } from "~/domain/elements/sheet";
import { compareSides, type Responses } from "~/domain/elements/sheet-comparison";
import { sheetOf } from "~/domain/elements/sheet-list";
import { figureOf, type Proposal, proposalsOf } from "~/domain/elements/sheet-terms";
import { elementSentence, named, paperWords } from "~/i18n/element-words";
import type { Values } from "../_staff/form-fields";

type Said = {
  readonly sheetKey: string | null;
  readonly claimant: { readonly answers: Answers } | null;
  readonly respondent: { readonly answers: Responses } | null;
};
type Person = { readonly partyId: string; readonly side: string };

/** What an agreement could take over from a case's sheet, and the facts that both sides state alike, as the agreement writes them. */
export type Proposed = { readonly proposals: readonly Proposal[]; readonly facts: string };

export function proposedIn({ sheetKey, claimant, respondent }: Said): Proposed {
  const sheet = sheetKey ? sheetOf(sheetKey) : null;
  if (!sheet || !claimant || !respondent) return { proposals: [], facts: "" };
  const facts = compareSides(sheet, claimant.answers, respondent.answers)
    .filter(({ comparison, block }) => comparison === "agreed" && block.part === "fact")
    .map((one) => elementSentence("zh-CN", one, one.claimant));
  return {
    proposals: proposalsOf(sheet, claimant.answers, respondent.answers),
    facts: facts.join("").slice(0, MOST_FACTS),
  };
}

const MOST_FACTS = 5000;
const MOST_OBJECT = 500;

/** What a payment is for, or what is done: agreements are written in Chinese. */
export function objectOf(
  { settles, block, element, claimant, own }: Proposal,
  side: "claimant" | "respondent",
) {
  const isSame = block.elements.filter((one) => one.settles).length < 2;
  const label = isSame ? named("zh-CN", block) : named("zh-CN", element);
  if (settles === "pay") return label;
  return `${label}：${paperWords("zh-CN", element, side === "claimant" ? claimant : own)}`.slice(
    0,
    MOST_OBJECT,
  );
}

/**
 * The form's texts with what was chosen from the sheet: `sheet.<name>` names the side whose figure counts, `sheetMerge` makes
 * one payment of them. A row that says nothing yet is filled first; what was typed stays.
 */
export function withSheet(
  values: Values,
  { proposals, facts }: Proposed,
  parties: readonly Person[],
): Values {
  const firstOf = (side: string) => parties.find((one) => one.side === side)?.partyId ?? "";
  const rows = proposals.flatMap((one) => {
    const side = values[`sheet.${one.name}`];
    if (side !== "claimant" && side !== "respondent") return [];
    const value = figureOf(one, side);
    if (isBlank(value)) return [];
    const obligor = one.owedBy;
    return [
      {
        kind: one.settles,
        obligorId: firstOf(obligor),
        obligeeId: firstOf(obligor === "respondent" ? "claimant" : "respondent"),
        fen: one.settles === "pay" ? Number(value) : null,
        object: objectOf(one, side),
      },
    ];
  });
  const pays = rows.filter((one) => one.fen !== null);
  const merged =
    values.sheetMerge === "on" && pays.length > 1 && pays[0]
      ? [
          {
            ...pays[0],
            fen: pays.reduce((sum, one) => sum + (one.fen ?? 0), 0),
            object: pays
              .map((one) => one.object)
              .join("、")
              .slice(0, MOST_OBJECT),
          },
          ...rows.filter((one) => one.fen === null),
        ]
      : rows;
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !isEmptyRow(values, name)));
  const start =
    Math.max(
      -1,
      ...Object.keys(kept)
        .flatMap((name) => /^o\.(\d+)\./.exec(name)?.[1] ?? [])
        .map(Number),
    ) + 1;
  const added = merged.flatMap(({ fen, ...one }, index) =>
    Object.entries({ ...one, amount: fen === null ? "" : (fen / 100).toFixed(2) }).map(
      ([field, text]) => [`o.${start + index}.${field}`, text] as const,
    ),
  );
  const mainFacts = values.mainFacts?.trim() ? values.mainFacts : facts;
  const next = { ...kept, ...Object.fromEntries(added), mainFacts };
  return Object.keys(next).some((name) => name.startsWith("o.")) ? next : { ...next, "o.0.kind": "pay" };
}

const SAYS = ["amount", "object", "dueOn", "plan", "obligorId", "obligeeId", "channel"] as const;

/** Does this name belong to an obligation of which nothing was typed? */
function isEmptyRow(values: Values, name: string): boolean {
  const row = /^o\.(\d+)\./.exec(name)?.[1];
  return row !== undefined && SAYS.every((field) => !values[`o.${row}.${field}`]?.trim());
}
