import { asId, type PartyId } from "~/domain/ids";
import { termsSchema } from "~/domain/mediation/agreement";
import { missingTerms } from "~/domain/mediation/completeness";
import type { FieldErrors } from "~/domain/result";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { nested, type Values } from "../_staff/form-fields";
import { fenOf } from "../_staff.cases_.new/read-form.server";

type Read = { terms: Record<string, unknown>; errors: FieldErrors };
type Tree = ReturnType<typeof nested>[string];
const recordOf = (tree: Tree | undefined): Record<string, Tree> =>
  typeof tree === "object" && !Array.isArray(tree) ? tree : {};
const textOf = (tree: Tree | undefined): string => (typeof tree === "string" ? tree.trim() : "");

/** `2026-12-25 5000` a line; null for a line that says something else. */
function instalmentsIn(text: string) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => {
    const match = /^(\d{4}-\d{2}-\d{2})[\s,，]+(\S+)$/.exec(line);
    const amountFen = match?.[2] ? fenOf(match[2]) : null;
    return match?.[1] && amountFen !== null ? { dueOn: match[1], amountFen } : null;
  });
}

/** The typed obligations as the terms of a settlement; a block in which nothing is entered is no obligation. */
export function termsIn(values: Values): Read {
  const errors: Record<string, string[]> = {};
  const tree = nested(Object.entries(values));
  const blocks = Array.isArray(tree.obligations)
    ? tree.obligations
    : Object.values(recordOf(tree.obligations));
  const obligations = blocks.flatMap((block, index) => {
    const one = recordOf(block);
    const isEntered = ["amount", "object", "dueOn", "instalments", "channel"].some((name) =>
      textOf(one[name]),
    );
    if (index > 0 && !isEntered) return [];
    const amountFen = textOf(one.amount) ? fenOf(textOf(one.amount)) : undefined;
    if (amountFen === null) errors[`obligations.${index}.amount`] = ["amountInvalid"];
    const instalments = instalmentsIn(textOf(one.instalments));
    if (instalments.includes(null)) errors[`obligations.${index}.instalments`] = ["invalid"];
    const { amount: _amount, instalments: _instalments, ...rest } = one;
    const parts = instalments.filter((part) => part !== null);
    const lastDueOn = parts.at(-1)?.dueOn;
    return [
      {
        ...rest,
        ...(amountFen ? { amountFen } : {}),
        instalments: parts,
        // Instalments say when the last is due, so that nobody has to say it twice.
        ...(lastDueOn && !textOf(one.dueOn) ? { dueOn: lastDueOn } : {}),
      },
    ];
  });
  return {
    errors,
    terms: {
      mainFacts: textOf(tree.mainFacts),
      obligations,
      defaultClause: textOf(tree.defaultClause) || null,
      feeSplit: textOf(tree.feeSplit) || null,
      finality: textOf(tree.finality) ? textOf(tree.finality) === "true" : null,
      bindsOnSigning: textOf(tree.bindsOnSigning) === "on",
    },
  };
}

/** What the terms still lack, each with the number of its obligation; nothing where they cannot even be read. */
export function missingIn(
  terms: Record<string, unknown>,
  parties: readonly { partyId: string }[],
  today: string,
  locale: Locale,
): string[] {
  const read = termsSchema.safeParse(terms);
  if (!read.success) return [];
  const context = {
    parties: parties.map((party) => asId<PartyId>(party.partyId)),
    route: "statement" as const,
    today,
  };
  return missingTerms(read.data, context)
    .map((one) => missingText(locale, one.code, one.params))
    .filter((words) => words !== undefined);
}
